import { isDeepStrictEqual } from "node:util";
import { defined } from "../model/defined.ts";
import { isRecord } from "../model/is-record.ts";
import type { Answered } from "./exchange.ts";
import type { Failure } from "./outcome.ts";
import { parseJson } from "../model/parse-json.ts";
import type { Redact } from "./redact.ts";
import { readAnswer, type Seen } from "./read-answer.ts";

/** What an answer means, before it is tried again, redacted or traced. */
export type Verdict<Body = unknown> =
  | { readonly ok: true; readonly body: Body }
  | { readonly ok: false; readonly failure: Failure };

type Answer = Pick<Answered, "status" | "headers" | "body" | "oversize">;

/**
 * Names what an API of Chorus Pro answered; `sent` is the JSON text of the request, if it had a body. Pure. The first
 * row that fits counts. Texts in a failure have gone through `redact`; the body of a success has not.
 */
export const classify = (answer: Answer, sent: string | undefined, redact: Redact = asIs): Verdict => {
  const seen = readAnswer(answer, sent === undefined ? undefined : parseJson(sent), redact);
  const failure = firstOf(API_ANSWERS, seen);
  return failure === undefined ? { ok: true, body: seen.json } : { ok: false, failure };
};

/** Names what the authorisation server answered to a request for a token; `body` is its JSON object. */
export const classifyToken = (
  answer: Answer,
  redact: Redact = asIs,
): Verdict<Readonly<Record<string, unknown>>> => {
  const seen = readAnswer(answer, undefined, redact);
  const failure = firstOf(TOKEN_ANSWERS, seen);
  return failure === undefined ? { ok: true, body: seen.object ?? {} } : { ok: false, failure };
};

const firstOf = (rows: readonly AnswerRow[], seen: Seen): Failure | undefined =>
  rows.find(({ status, when }) => status(seen.status) && (when === undefined || when(seen)))?.means(seen);

/** How an answer is recognised, in the order in which the rows are tried. */
export interface AnswerRow {
  /** In words, for a person. */
  readonly signal: string;
  readonly source: string;
  readonly status: (status: number) => boolean;
  readonly when?: (seen: Seen) => boolean;
  /** Undefined: the operation succeeded. */
  readonly means: (seen: Seen) => Failure | undefined;
}

const asIs: Redact = (text) => text;

const is =
  (...statuses: readonly number[]) =>
  (status: number): boolean =>
    statuses.includes(status);
const success = (status: number): boolean => status >= 200 && status < 300;
const serverError = (status: number): boolean => status >= 500 && status < 600;
const any = (): boolean => true;

const unexpected = ({ status, excerpt }: Seen): Failure => ({ code: "unexpected", status, detail: excerpt });
const business = ({ returned = "", label }: Seen): Failure => ({ code: "business", returned, label });
const refusedByBusiness = ({ returned }: Seen): boolean => returned !== undefined && !/^0+$/.test(returned);
const always = (code: "account-rejected" | "application-disabled" | "insufficient-scope" | "invalid-client" | "not-subscribed" | "refused" | "token-missing" | "token-rejected") =>
  (): Failure => ({ code });

// Stryker disable StringLiteral: sources, which only people read
const ours = "a rule of Chorus";
const descriptions = "official Structures and Factures descriptions";
const integrators = "measured by integrators";
const axway = "Axway, OAuth resource server filters";
// Stryker restore StringLiteral

/** Rows that hold on every host. */
const COMMON: readonly AnswerRow[] = [
  { signal: "larger than Chorus reads", source: ours, status: any, when: ({ oversize }) => oversize, means: unexpected },
  {
    signal: "429",
    source: "PISTE user guide §6-10; RFC 9110 §10.2.3 for Retry-After",
    status: is(429),
    means: ({ retryAfterMs }) => defined({ code: "quota", retryAfterMs }),
  },
  { signal: "5xx", source: descriptions, status: serverError, means: ({ status }) => ({ code: "unavailable", status }) },
];

/**
 * What an API answers. The realm tells the two 401 apart: `DefaultRealm` is the gateway's, about the token; `PISTE` is
 * about `cpro-account`. A 403 is told by its body: empty where the route is not in the application's selection, the
 * request again where a raccordement or a right is missing.
 */
export const API_ANSWERS: readonly AnswerRow[] = [
  ...COMMON,
  { signal: "2xx without a body", source: "Référentiel des organisations 1.1.6: health check, PATCH", status: success, when: ({ blank }) => blank, means: () => undefined },
  { signal: "2xx that is not JSON", source: ours, status: success, when: ({ json }) => json === undefined, means: unexpected },
  { signal: "2xx, codeRetour not 0, as a number or a text", source: descriptions, status: success, when: refusedByBusiness, means: business },
  { signal: "2xx", source: descriptions, status: success, means: () => undefined },
  { signal: "400, WWW-Authenticate error invalid_request", source: integrators, status: is(400), when: ({ error }) => error === "invalid_request", means: always("token-missing") },
  {
    signal: "400, an array of errors",
    source: "Référentiel des organisations 1.1.6, " + integrators,
    status: is(400),
    when: ({ referenceError }) => referenceError !== undefined,
    means: ({ referenceError = "" }) => ({ code: "reference", error: referenceError }),
  },
  { signal: "400, codeRetour not 0", source: integrators, status: is(400), when: refusedByBusiness, means: business },
  {
    signal: "401, « The client app was not found or is disabled »",
    source: axway,
    status: is(401),
    when: ({ description }) => DISABLED.test(description),
    means: always("application-disabled"),
  },
  {
    signal: "401, realm DefaultRealm, or invalid_token and not realm PISTE",
    source: axway,
    status: is(401),
    when: ({ realm, error }) => realm === "defaultrealm" || (realm !== "piste" && error === "invalid_token"),
    means: always("token-rejected"),
  },
  {
    signal: "401, realm PISTE, or « login or password incorrects », or « [invalid field] »",
    source: integrators,
    status: is(401),
    when: ({ realm, text }) => realm === "piste" || ACCOUNT_REJECTED.test(text),
    means: always("account-rejected"),
  },
  { signal: "403, insufficient_scope", source: axway, status: is(403), when: ({ error }) => error === "insufficient_scope", means: always("insufficient-scope") },
  { signal: "403 without a body", source: integrators, status: is(403), when: ({ blank }) => blank, means: always("not-subscribed") },
  {
    signal: "403, `{}` answered to `{}`: empty or an echo, nobody can tell",
    source: ours,
    status: is(403),
    when: ({ json, sent }) => isEmptyObject(json) && isEmptyObject(sent),
    means: ({ status }) => ({ code: "unexpected", status, detail: "{} answered to {}: empty or an echo" }),
  },
  { signal: "403, `{}`", source: integrators, status: is(403), when: ({ json }) => isEmptyObject(json), means: always("not-subscribed") },
  {
    signal: "403 that echoes the request",
    source: integrators + ", in production; that a raccordement or a right is missing is theirs to say",
    status: is(403),
    when: ({ json, sent }) => sent !== undefined && isDeepStrictEqual(json, sent),
    means: always("refused"),
  },
  { signal: "anything else", source: ours, status: any, means: unexpected },
];

/** What the authorisation server answers to a request for a token. */
export const TOKEN_ANSWERS: readonly AnswerRow[] = [
  ...COMMON,
  {
    signal: "400 or 401, invalid_client",
    source: "RFC 6749 §5.2 allows both; PISTE answers 400, " + integrators,
    status: is(400, 401),
    when: ({ error }) => error === "invalid_client",
    means: always("invalid-client"),
  },
  {
    signal: "200 with an access_token",
    source: "RFC 6749 §5.1",
    status: is(200),
    when: ({ object }) => typeof object?.["access_token"] === "string" && object["access_token"] !== "",
    means: () => undefined,
  },
  // An answer that grants something else may hold a token all the same: nothing of it is quoted.
  { signal: "2xx without an access_token", source: ours, status: success, means: ({ status }) => ({ code: "unexpected", status, detail: "no access_token" }) },
  { signal: "anything else", source: ours, status: any, means: unexpected },
];

const isEmptyObject = (value: unknown): boolean =>
  isRecord(value) && Object.keys(value).length === 0;

const DISABLED = /client app was not found or is disabled/i;

/** The organisations API answers an unresolved selector; older routes put the words in the body. */
const ACCOUNT_REJECTED = /"Description"\s*:\s*"\[invalid field\]"|login or password incorrect/i;
