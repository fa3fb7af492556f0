import type { Operation } from "../catalogue/operations.ts";

/**
 * A path below a base URL, query and fragment left out. Set through the URL's own path, so that a prefix such as
 * `@elsewhere.example` cannot become another host.
 */
export const urlAt = (base: string, ...paths: readonly string[]): URL => {
  const url = new URL(base);
  url.pathname = [url.pathname, ...paths].map((path) => path.replace(/^\/+|(?<!\/)\/+$/g, "")).filter(Boolean).join("/");
  url.search = "";
  url.hash = "";
  return url;
};

/** The operation's path with `{names}` filled in. Throws where a value is missing or would lead to another route. */
export const pathOf = ({ id, path }: Operation, values: Readonly<Record<string, string>> = {}): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? "";
    if (value === "" || value === "." || value === "..") throw new TypeError(`${id}: no value for {${name}}`);
    return encodeURIComponent(value);
  });
