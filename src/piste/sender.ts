import { defined } from "../model/defined.ts";
import type { Secret } from "../model/secret.ts";
import type { Trace } from "../model/trace.ts";
import type { Clock } from "../ports/ports.ts";
import type { Recorder } from "../ports/recorder.ts";
import { answerClues } from "./answer-clues.ts";
import type { Verdict } from "./classify.ts";
import type { ApplicationAccess } from "./client.ts";
import type { Answered, Exchange, HttpRequest, Transport } from "./exchange.ts";
import type { Pace } from "./pace.ts";
import { recordingTo } from "./record-exchange.ts";
import type { Redact } from "./redact.ts";
import type { RetryRow } from "./retries.ts";
import { ABORTED } from "./retry.ts";

export type Post = Omit<HttpRequest, "signal">;

/** Sends one request in its turn and says what came of it. */
export interface Sender {
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
  readonly rows: readonly RetryRow[] | undefined;
  /** Secrets that no record may show from here on. */
  know(secrets: readonly Secret[]): void;
  send<Body>(sending: Sending<Body>): Promise<{ readonly verdict: Verdict<Body>; readonly trace: Trace }>;
}

export interface Sending<Body> {
  /** Whose pace it keeps. */
  readonly application: ApplicationAccess;
  readonly post: Post;
  /** Which try it is, from 1. */
  readonly tries: number;
  readonly redact: Redact;
  /** What it is made of, for the record; `grants` where what it is granted is secret too. */
  readonly secrets: readonly Secret[];
  readonly grants?: boolean;
  readonly classify: (answer: Answered) => Verdict<Body>;
}

export interface SenderPorts {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly pace: Pace;
  readonly signal?: AbortSignal | undefined;
  readonly retries?: readonly RetryRow[] | undefined;
  readonly recorder?: Recorder | undefined;
}

export const createSender = ({ transport, clock, pace, signal, retries, recorder }: SenderPorts): Sender => {
  const recording = recorder === undefined ? undefined : recordingTo(recorder, SHORTEST_SECRET);
  // Kept with every answer: tens of thousands are told of the same few routes.
  const lines = new Map<string, string>();
  const lineOf = (post: Post): string => {
    const line = requestLine(post);
    const known = lines.get(line);
    if (known === undefined) lines.set(line, line);
    return known ?? line;
  };
  return {
    clock,
    signal,
    rows: retries,
    know: (secrets) => recording?.know(secrets),
    async send({ application, post, tries, redact, classify, secrets, grants = false }) {
      const lane = `${application.environment}/${application.application}`;
      await transport.ready();
      const exhaustedForMs = pace.exhaustedForMs(lane, application.rates);
      if (exhaustedForMs !== undefined) {
        const trace = { request: lineOf(post), at: clock.now(), tries: tries - 1 };
        return { verdict: { ok: false, failure: { code: "quota", retryAfterMs: exhaustedForMs } }, trace };
      }
      const startedAt = await pace.start(lane, application.rates, signal);
      if (signal?.aborted === true) {
        const trace = { request: lineOf(post), at: clock.now(), tries: tries - 1 };
        return { verdict: { ok: false, failure: ABORTED }, trace };
      }
      const sentAt = clock.now();
      const exchange = await transport.send(defined({ ...post, signal }));
      recording?.add({ application, post, tries, secrets, grants, sentAt }, exchange);
      const verdict = exchange.answered ? classify(exchange) : unreachable(exchange, redact);
      if (!verdict.ok && verdict.failure.code === "quota") pace.slow(lane, startedAt, verdict.failure.retryAfterMs);
      const clues = answerClues(exchange, post.url, verdict);
      return { verdict, trace: { ...traceOf(exchange, { request: lineOf(post), tries, redact }), ...(clues.length === 0 ? {} : { clues }) } };
    },
  };
};

export const requestLine = ({ method, url }: Pick<Post, "method" | "url">): string => `${method} ${url.pathname}`;

const unreachable = ({ cause, detail }: Exclude<Exchange, Answered>, redact: Redact): Verdict<never> => ({
  ok: false,
  failure: { code: "unreachable", cause, detail: redact(detail) },
});

const traceOf = (exchange: Exchange, { request, tries, redact }: Pick<Trace, "request" | "tries"> & { readonly redact: Redact }): Trace => {
  const correlationId = exchange.answered ? exchange.headers["x-correlationid"] : undefined;
  return {
    request,
    ...(exchange.answered ? { status: exchange.status } : {}),
    ...(correlationId !== undefined && CORRELATION_ID.test(correlationId) ? { correlationId: redact(correlationId) } : {}),
    at: exchange.at,
    tries,
  };
};

/** `Id-` with hexadecimal digits and a number, as integrators saw it; what is of another make is not repeated. */
const CORRELATION_ID = /^[\w .:/-]{1,120}$/;

/** What is shorter is not redacted: a test's password of three letters is no secret, and hiding it would spoil answers. */
export const SHORTEST_SECRET = 6;
