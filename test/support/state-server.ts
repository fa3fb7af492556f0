import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What goes wrong with a request. `…-after`: it was done all the same. */
export type ServerFault = "drop" | "drop-after" | "500" | "500-after" | "409" | "423" | "truncated" | "cut";

export interface StateServer {
  readonly address: string;
  /** Every text that was stored, the last one current; undefined: deleted. */
  readonly versions: (string | undefined)[];
  lock: { readonly ID: string; readonly Who: string; readonly Created: string } | undefined;
  /** Asked of each request. */
  fault: ((method: string, path: string) => ServerFault | undefined) | undefined;
  readonly log: string[];
  close(): Promise<void>;
}

/**
 * Keeps a state as GitLab does: `lock` below it takes POST and DELETE, a serial number is used once, a write names its lock,
 * and who finds it locked is told its id, its owner and since when; the rest of what he is told is his own.
 */
export const startStateServer = async (authorization: string): Promise<StateServer> => {
  const kept: Omit<StateServer, "address" | "close"> = { versions: [], lock: undefined, fault: undefined, log: [] };
  const server = createServer((request, response) => void answer(kept, authorization, request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v4/projects/12/terraform/state/chorus`;
  return Object.assign(kept, {
    address,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  });
};

type Kept = Omit<StateServer, "address" | "close">;

const answer = async (kept: Kept, authorization: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { method = "", headers } = request;
  const url = new URL(request.url ?? "", "http://server");
  let body = "";
  for await (const part of request.setEncoding("utf8")) body += String(part);
  const isLock = url.pathname.endsWith("/lock");
  kept.log.push(`${method}${isLock ? " lock" : ""}`);
  const fault = kept.fault?.(method, url.pathname);
  if (fault === "drop") return void request.socket.destroy();
  if (fault === "500" || fault === "409" || fault === "423") return void response.writeHead(Number(fault)).end("{}");
  const [status, text] = ((): readonly [number, string] => {
    if (headers.authorization !== authorization) return [401, "who? c4nary-of-the-server"];
    if (body !== "" && headers["content-md5"] !== createHash("md5").update(body).digest("base64")) return [400, "digest"];
    return isLock ? answerLock(kept, method, body) : answerState(kept, method, url.searchParams.get("ID") ?? undefined, body);
  })();
  if (fault === "drop-after") return void request.socket.destroy();
  if (fault === "500-after") return void response.writeHead(500).end();
  // Shorter than it says, and shorter without a word.
  if (fault === "truncated" && text.length > 1) {
    response.writeHead(status, { "content-length": Buffer.byteLength(text) }).write(text.slice(0, text.length / 2));
    return void setTimeout(() => request.socket.destroy(), 1);
  }
  response.writeHead(status).end(fault === "cut" ? text.slice(0, text.length / 2) : text);
};

const answerState = (kept: Kept, method: string, id: string | undefined, body: string): readonly [number, string] => {
  const current = kept.versions.at(-1);
  if (method === "GET") return current === undefined ? [404, "{}"] : [200, current];
  if (method !== "POST") return [405, ""];
  if (kept.lock?.ID !== id) return [409, JSON.stringify(kept.lock ?? {})];
  const serial = serialOf(body);
  if (!Number.isInteger(serial)) return [400, "serial"];
  if (kept.versions.some((version) => version !== undefined && serialOf(version) === serial)) return [422, "serial"];
  kept.versions.push(body);
  return [200, ""];
};

const answerLock = (kept: Kept, method: string, body: string): readonly [number, string] => {
  const asked = JSON.parse(body) as Record<string, string>;
  if (method === "POST") {
    if (["ID", "Operation", "Info", "Who", "Version", "Created", "Path"].some((key) => typeof asked[key] !== "string") || (asked["ID"] ?? "").length > 255) return [400, ""];
    const isFree = kept.lock === undefined;
    kept.lock ??= { ID: asked["ID"] ?? "", Who: asked["Who"] ?? "", Created: asked["Created"] ?? "" };
    return [isFree ? 200 : 409, JSON.stringify({ ...asked, ...kept.lock })];
  }
  if (method !== "DELETE") return [405, ""];
  if (asked["ID"] !== undefined && kept.lock !== undefined && asked["ID"] !== kept.lock.ID) return [409, ""];
  kept.lock = undefined;
  return [200, ""];
};

const serialOf = (text: string): unknown => {
  try {
    return (JSON.parse(text) as { serial?: unknown }).serial;
  } catch {
    return undefined;
  }
};
