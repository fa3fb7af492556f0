import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { dispatch } from "./dispatch.ts";
import type { Dispatched, Dispatching } from "./dispatch.ts";
import { send } from "./faults/send.ts";
import { pathOf, pathSegments, queryOf } from "./http-request.ts";
import { HEXADECIMAL, randomText } from "./random-text.ts";
import { readRequestBody } from "./read-body.ts";
import type { RequestLogEntry } from "./request-log.ts";

export interface HandlerOptions {
  readonly random: () => number;
  readonly log?: (line: RequestLogEntry) => void;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Reads a request, has it answered, logs it and sends the answer with its correlation id. */
export function requestHandler(state: Dispatching, options: HandlerOptions): RequestListener {
  return (request, response) => {
    void handle(request, response, state, options).catch(() => { response.destroy(); });
  };
}

async function handle(request: IncomingMessage, response: ServerResponse, state: Dispatching, { random, log, sleep }: HandlerOptions): Promise<void> {
  const correlationId = `Id-${randomText(random, 8, HEXADECIMAL)} 0`;
  const path = pathOf(request.url ?? "/");
  const { answer, environment, application, login, logged, injected, delivery } = await answerSafely(request, path, state);
  if (logged) {
    const entry: RequestLogEntry = {
      time: state.clock.iso(),
      environment,
      application: application ?? null,
      account: login ?? null,
      method: request.method ?? "GET",
      path,
      status: delivery?.cut === "reset" ? 0 : answer.status,
      correlationId,
      ...(injected === undefined ? {} : { injected }),
    };
    state.log.add(entry);
    log?.(entry);
  }
  await send(response, answer, { correlationId, now: state.now(), sleep, ...(delivery === undefined ? {} : { delivery }) });
}

/** Whatever goes wrong inside, the client sees an opaque 500. */
async function answerSafely(request: IncomingMessage, path: string, state: Dispatching): Promise<Dispatched> {
  const nobody = { environment: null, logged: true };
  let body: Uint8Array | undefined;
  try {
    body = await readRequestBody(request, path.startsWith("/admin/") ? MAX_ADMIN_BODY : MAX_BODY);
  } catch {
    // The client went away half-way: nobody is there to answer.
    return { ...nobody, answer: { status: 400 }, delivery: { cut: "reset" } };
  }
  try {
    if (body === undefined) return { ...nobody, answer: { status: 413, headers: { connection: "close" } } };
    const segments = pathSegments(path);
    if (segments === undefined) return { ...nobody, answer: { status: 400 } };
    const header = (name: string): string | undefined => {
      const value = request.headers[name];
      return typeof value === "string" ? value : undefined;
    };
    return dispatch({ method: request.method ?? "GET", path, segments, query: queryOf(request.url ?? "/"), body, header }, state);
  } catch {
    return { ...nobody, answer: { status: 500, headers: { "content-type": "text/plain" }, body: "Internal Server Error" } };
  }
}

const MAX_BODY = 1_000_000;
// A scenario of many structures is sent whole.
const MAX_ADMIN_BODY = 256_000_000;
