import { defined } from "../model/defined.ts";
import { Secret } from "../model/secret.ts";
import type { RecordedBody, RecordedExchange, Recorder } from "../ports/recorder.ts";
import type { ApplicationAccess } from "./client.ts";
import type { Answered, Exchange, HttpRequest } from "./exchange.ts";
import { grantedSecrets, hideForm, hideGrant } from "./hide-token.ts";
import { createRedactor, HIDDEN, type Redact } from "./redact.ts";

/** What was sent, with the secrets that it was made of. */
export interface Sent {
  readonly application: ApplicationAccess;
  readonly post: Omit<HttpRequest, "signal">;
  readonly tries: number;
  readonly secrets: readonly Secret[];
  /** It asks for a token: what is sent and what is granted are secret, known or not. */
  readonly grants: boolean;
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
}

export interface Recording {
  add(sent: Sent, exchange: Exchange): void;
  /** Secrets that are about to be used: no answer may show them from here on. */
  know(secrets: readonly Secret[]): void;
}

/**
 * Gives exchanges to a recorder once no secret is left in them: neither their own, nor the last ones used before, which a
 * server may send back at any time.
 */
export const recordingTo = (recorder: Recorder, shortest: number): Recording => {
  // A redactor for each: making one for all of them anew with every secret would cost more than the request.
  const recent = new Map<string, Redact>();
  const know = (secrets: readonly Secret[]): void => {
    for (const secret of secrets) {
      const value = secret.reveal();
      const redact = recent.get(value) ?? createRedactor([secret], { shortest });
      recent.delete(value);
      recent.set(value, redact);
    }
    for (const oldest of recent.keys()) {
      if (recent.size <= MOST_SECRETS) break;
      recent.delete(oldest);
    }
  };
  return {
    know,
    add(sent, exchange) {
      know([...sent.secrets, ...(sent.grants && exchange.answered ? grantedSecrets(exchange.body) : [])]);
      // A secret that is part of another must not spoil it: the longest goes first.
      const redactors = [...recent].toSorted(([a], [b]) => b.length - a.length).map(([, redact]) => redact);
      recorder.add(withoutSecrets(sent, exchange, (text) => redactors.reduce((left, redact) => redact(left), text)));
    },
  };
};

const withoutSecrets = (sent: Sent, exchange: Exchange, redact: Redact): RecordedExchange => {
  const { application, post, tries, grants, sentAt } = sent;
  const text = grants && post.body !== undefined ? hideForm(post.body) : post.body;
  return defined({
    environment: application.environment,
    application: application.application,
    tries,
    sentAt,
    headAt: exchange.answered ? exchange.headAt : undefined,
    endedAt: exchange.at,
    request: defined({
      method: post.method,
      url: redact(post.url.href),
      headers: headersOf(post.headers, redact),
      body: text === undefined ? undefined : bodyOf(text, post.body?.length ?? 0, redact),
    }),
    answer: exchange.answered
      ? { status: exchange.status, headers: headersOf(exchange.headers, redact), body: answerBody(exchange, grants, redact) }
      : { cause: exchange.cause, detail: redact(exchange.detail) },
  });
};

const headersOf = (headers: HttpRequest["headers"], redact: Redact): RecordedExchange["request"]["headers"] =>
  Object.entries(headers).map(([name, value]) => [redact(name), SECRET_HEADERS.has(name.toLowerCase()) ? HIDDEN : redact(value)]);

const answerBody = ({ status, body, oversize }: Answered, grants: boolean, redact: Redact): RecordedBody => {
  if (oversize) return { size: 0, shortened: "oversize" };
  const shown = grants ? hideGrant(status, body) : body;
  return shown === undefined ? { size: body.length, shortened: "secret" } : bodyOf(shown, body.length, redact);
};

/** Redacted before it is cut, or half a secret would pass; what is far beyond the cut is not looked at. */
const bodyOf = (text: string, size: number, redact: Redact): RecordedBody => {
  // A text in another encoding, or compressed: nothing in it could be recognised.
  if (UNREADABLE.test(text)) return { size, shortened: "binary" };
  if (text.length <= MOST_CHARACTERS) return { text: redact(text), size };
  const clean = redact(text.slice(0, MOST_CHARACTERS + MARGIN));
  return { text: clean.slice(0, Math.max(0, Math.min(MOST_CHARACTERS, clean.length - MARGIN))), size, shortened: "cut" };
};

const SECRET_HEADERS: ReadonlySet<string> = new Set([
  "authorization",
  "cookie",
  "cpro-account",
  "proxy-authorization",
  "set-cookie",
]);

// eslint-disable-next-line no-control-regex -- a NUL is what tells a text from another encoding
const UNREADABLE = /[\u0000\ufffd]/;

/** Of one body. */
const MOST_CHARACTERS = 256 * 1024;
/** No secret, however it is written, is longer. */
const MARGIN = 64 * 1024;

/** Hiding thousands at once would cost more than the requests. */
const MOST_SECRETS = 64;
