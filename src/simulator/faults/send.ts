import type { ServerResponse } from "node:http";
import type { Answer } from "../answer.ts";
import { formatHttpDate } from "../iso-time.ts";
import type { Delivery } from "./delivery.ts";

export interface Sending {
  readonly correlationId: string;
  /** Simulated time. */
  readonly now: number;
  readonly delivery?: Delivery;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Sends an answer as its delivery says; at once and whole without one. */
export async function send(response: ServerResponse, answer: Answer, { correlationId, now, delivery = {}, sleep }: Sending): Promise<void> {
  if ((delivery.headersMs ?? 0) > 0) await sleep(delivery.headersMs ?? 0);
  if (response.destroyed) return;
  if (delivery.cut === "reset") {
    response.socket?.resetAndDestroy();
    return;
  }
  const body = Buffer.from(delivery.text ?? answer.body ?? "");
  const isHalf = delivery.cut === "half";
  response.sendDate = false;
  response.writeHead(answer.status, {
    date: formatHttpDate(now + (delivery.skewMs ?? 0)),
    "x-correlationid": correlationId,
    ...lengthOf(answer.status, isHalf ? body.length + MISSING : body.length),
    ...answer.headers,
  });
  if (isHalf) await sendHalf(response, body);
  else if ((delivery.bodyMs ?? 0) > 0 && body.length > 0) await sendSlowly(response, body, delivery.bodyMs ?? 0, sleep);
  else response.end(body);
}

// A 204 has no body: a length would be wrong (RFC 9110, 8.6).
function lengthOf(status: number, length: number): Readonly<Record<string, string>> {
  return status === 204 ? {} : { "content-length": String(length) };
}

function sendHalf(response: ServerResponse, body: Buffer): Promise<void> {
  response.flushHeaders();
  return new Promise((resolve) => {
    response.once("close", resolve);
    response.write(body.subarray(0, Math.ceil(body.length / 2)), () => { response.socket?.destroy(); });
  });
}

async function sendSlowly(response: ServerResponse, body: Buffer, ms: number, sleep: Sending["sleep"]): Promise<void> {
  response.flushHeaders();
  const size = Math.ceil(body.length / PIECES);
  for (let at = 0; at < body.length && !response.destroyed; at += size) {
    await sleep(ms / PIECES);
    if (!response.destroyed) response.write(body.subarray(at, at + size));
  }
  if (!response.destroyed) response.end();
}

/** An announced byte more than there is, so that an empty body is cut too. */
const MISSING = 1;
const PIECES = 10;
