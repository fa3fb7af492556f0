import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Administered } from './admin.ts';
import type { Answer } from './answer.ts';
import { dispatch } from './dispatch.ts';
import type { Dispatched } from './dispatch.ts';
import type { Gateway } from './gateway.ts';
import { pathOf, pathSegments } from './http-request.ts';
import { formatHttpDate } from './iso-time.ts';
import { HEXADECIMAL, randomText } from './random-text.ts';
import { readRequestBody } from './read-body.ts';
import type { RequestLogEntry } from './request-log.ts';

export interface HandlerOptions {
  readonly random: () => number;
  readonly log?: (line: RequestLogEntry) => void;
}

/** Reads a request, has it answered, sends the answer with its correlation id and logs it. */
export function requestHandler(state: Gateway & Administered, options: HandlerOptions): RequestListener {
  return (request, response) => {
    void handle(request, response, state, options).catch(() => { response.destroy(); });
  };
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  state: Gateway & Administered,
  { random, log }: HandlerOptions,
): Promise<void> {
  const correlationId = `Id-${randomText(random, 8, HEXADECIMAL)} 0`;
  const path = pathOf(request.url ?? '/');
  const { answer, environment, application, login, logged } = await answerSafely(request, path, state);
  if (logged) {
    const entry: RequestLogEntry = {
      time: state.clock.iso(),
      environment,
      application: application ?? null,
      account: login ?? null,
      method: request.method ?? 'GET',
      path,
      status: answer.status,
      correlationId,
    };
    state.log.add(entry);
    log?.(entry);
  }
  send(response, answer, correlationId, state.now());
}

/** Whatever goes wrong inside, the client sees an opaque 500. */
async function answerSafely(request: IncomingMessage, path: string, state: Gateway & Administered): Promise<Dispatched> {
  const nobody = { environment: null, logged: true };
  try {
    const body = await readRequestBody(request, path.startsWith('/admin/') ? MAX_ADMIN_BODY : MAX_BODY);
    if (body === undefined) return { ...nobody, answer: { status: 413, headers: { connection: 'close' } } };
    const segments = pathSegments(path);
    if (segments === undefined) return { ...nobody, answer: { status: 400 } };
    const header = (name: string): string | undefined => {
      const value = request.headers[name];
      return typeof value === 'string' ? value : undefined;
    };
    return dispatch({ method: request.method ?? 'GET', path, segments, body, header }, state);
  } catch {
    return { ...nobody, answer: { status: 500, headers: { 'content-type': 'text/plain' }, body: 'Internal Server Error' } };
  }
}

function send(response: ServerResponse, answer: Answer, correlationId: string, now: number): void {
  const body = Buffer.from(answer.body ?? '');
  response.sendDate = false;
  response.writeHead(answer.status, {
    date: formatHttpDate(now),
    'x-correlationid': correlationId,
    ...(answer.status === 204 ? {} : { 'content-length': String(body.length) }),
    ...answer.headers,
  });
  response.end(body);
}

const MAX_BODY = 1_000_000;
// A scenario of many structures is sent whole.
const MAX_ADMIN_BODY = 256_000_000;
