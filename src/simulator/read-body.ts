import type { IncomingMessage } from "node:http";

/**
 * The whole body, or undefined when it is longer than `limit` bytes. The rest of a long body is read and
 * dropped, so that the client gets its answer; one that never ends is cut off.
 */
export async function readRequestBody(request: IncomingMessage, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= limit) chunks.push(chunk);
    else chunks.length = 0;
    if (length > limit + MAX_DROPPED) break;
  }
  return length > limit ? undefined : Buffer.concat(chunks);
}

const MAX_DROPPED = 64_000_000;
