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
  const failure = firstOf(ROWS, seen);
  return failure === undefined ? { ok: true, body: seen.json } : { ok: false, failure };
};

/** Names what the authorisation server answered to a request for a token; `body` is its JSON object. */
export const classifyToken = (
  answer: Answer,
  redact: Redact = asIs,
): Verdict<Readonly<Record<string, unknown>>> => {
  const seen = readAnswer(answer, undefined, redact);
  const failure = firstOf(TOKEN_ROWS, seen);
  return failure === undefined ? { ok: true, body: seen.object ?? {} } : { ok: false, failure };
};

const firstOf = (rows: readonly Row[], seen: Seen): Failure | undefined =>
  rows.find(({ status, when }) => status(seen.status) && (when === undefined || when(seen)))?.means(seen);

interface Row {
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
const always = (code: "invalid-client" | "token-missing" | "token-rejected" | "application-disabled") => (): Failure => ({
  code,
});

/** Rows that hold on every host. Quotas: PISTE's user guide §6-10; statuses: the official Structures and Factures descriptions. */
const COMMON: readonly Row[] = [
  { status: any, when: ({ oversize }) => oversize, means: unexpected },
  {
    status: is(429),
    means: ({ retryAfterMs }) => defined({ code: "quota", retryAfterMs }),
  },
  { status: serverError, means: ({ status }) => ({ code: "unavailable", status }) },
];

/**
 * The realm tells the two 401 apart: `DefaultRealm` is the gateway's, about the token (Axway, "OAuth resource server
 * filters"); `PISTE` is about `cpro-account` (measured by integrators). A 403 is told by its body: empty where the
 * route is not in the application's selection, the request again where a raccordement or a right is missing (both
 * measured by integrators).
 */
const ROWS: readonly Row[] = [
  ...COMMON,
  { status: success, when: ({ blank }) => blank, means: () => undefined },
  { status: success, when: ({ json }) => json === undefined, means: unexpected },
  { status: success, when: refusedByBusiness, means: business },
  { status: success, means: () => undefined },
  { status: is(400), when: ({ error }) => error === "invalid_request", means: always("token-missing") },
  {
    status: is(400),
    when: ({ referenceError }) => referenceError !== undefined,
    means: ({ referenceError = "" }) => ({ code: "reference", error: referenceError }),
  },
  { status: is(400), when: refusedByBusiness, means: business },
  { status: is(401), when: ({ description }) => DISABLED.test(description), means: always("application-disabled") },
  {
    status: is(401),
    when: ({ realm, error }) => realm === "defaultrealm" || (realm !== "piste" && error === "invalid_token"),
    means: always("token-rejected"),
  },
  {
    status: is(401),
    when: ({ realm, text }) => realm === "piste" || ACCOUNT_REJECTED.test(text),
    means: () => ({ code: "account-rejected" }),
  },
  {
    status: is(403),
    when: ({ error }) => error === "insufficient_scope",
    means: () => ({ code: "insufficient-scope" }),
  },
  { status: is(403), when: ({ blank }) => blank, means: () => ({ code: "not-subscribed" }) },
  {
    // `{}` sent and `{}` received is an echo or an empty body: nobody can tell.
    status: is(403),
    when: ({ json, sent }) => isEmptyObject(json) && isEmptyObject(sent),
    means: ({ status }) => ({ code: "unexpected", status, detail: "{} answered to {}: empty or an echo" }),
  },
  { status: is(403), when: ({ json }) => isEmptyObject(json), means: () => ({ code: "not-subscribed" }) },
  {
    status: is(403),
    when: ({ json, sent }) => sent !== undefined && isDeepStrictEqual(json, sent),
    means: () => ({ code: "refused" }),
  },
  { status: any, means: unexpected },
];

/** RFC 6749 §5.2, which also allows 401 for `invalid_client`; PISTE answers 400 (measured by integrators). */
const TOKEN_ROWS: readonly Row[] = [
  ...COMMON,
  { status: is(400, 401), when: ({ error }) => error === "invalid_client", means: always("invalid-client") },
  {
    status: is(200),
    when: ({ object }) => typeof object?.["access_token"] === "string" && object["access_token"] !== "",
    means: () => undefined,
  },
  // An answer that grants something else may hold a token all the same: nothing of it is quoted.
  { status: success, means: ({ status }) => ({ code: "unexpected", status, detail: "no access_token" }) },
  { status: any, means: unexpected },
];

const isEmptyObject = (value: unknown): boolean =>
  isRecord(value) && Object.keys(value).length === 0;

const DISABLED = /client app was not found or is disabled/i;

/** The organisations API answers an unresolved selector; older routes put the words in the body. */
const ACCOUNT_REJECTED = /"Description"\s*:\s*"\[invalid field\]"|login or password incorrect/i;
