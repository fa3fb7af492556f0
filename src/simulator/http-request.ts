/** A request as the simulator sees it: read whole, with its path split and decoded. */
export interface HttpRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Uint8Array;
  header(name: string): string | undefined;
}

/** The decoded segments of a path; undefined when an escape is broken. */
export function pathSegments(path: string): readonly string[] | undefined {
  try {
    return path.split("/").slice(1).map((segment) => decodeURIComponent(segment));
  } catch {
    return undefined;
  }
}

/** What follows the first `?` of a request target. */
export function queryOf(target: string): URLSearchParams {
  return new URLSearchParams(/\?([^#]*)/.exec(target)?.[1] ?? "");
}

/** The path of a request target, in origin form or absolute form, without query or fragment. */
export function pathOf(target: string): string {
  const path = (target.split(/[?#]/, 1)[0] ?? "").replace(/^https?:\/\/[^/]*/i, "");
  return path.startsWith("/") ? path : `/${path}`;
}
