import type { Trace } from "../model/trace.ts";

/** What came back from one operation, tries included. Failures are named where they arise, never by reading messages later. */
export type Outcome<Body = unknown> = Success<Body> | Failed;

export interface Success<Body = unknown> {
  readonly ok: true;
  readonly body: Body;
  readonly trace: Trace;
}

export interface Failed {
  readonly ok: false;
  readonly failure: Failure;
  readonly trace: Trace;
}

/**
 * - `not-configured`: a secret is missing; `missing` names its reference, `reason` says why. Nothing was sent.
 * - `untrusted-host`: the endpoint may not receive a secret. Nothing was sent.
 * - `invalid-client`: token endpoint, 400 `invalid_client`: unknown id, wrong secret, or the other environment's pair.
 * - `token-missing`: 400 `invalid_request`, realm DefaultRealm: the gateway found no token in the message.
 * - `token-rejected`: 401 realm DefaultRealm.
 * - `application-disabled`: 401 "The client app was not found or is disabled".
 * - `insufficient-scope`: 403 with `insufficient_scope`.
 * - `not-subscribed`: 403 with an empty body or `{}`: the route is not in the application's selection. `{}` answered to
 *   `{}` may as well be an echo: `unexpected`.
 * - `refused`: 403 that echoes the request: a raccordement or a right is missing (likely).
 * - `account-rejected`: 401 realm PISTE (or the organisations API's `[invalid field]`): login or password.
 * - `login-spared`: the account failed too often today to be tried again. Nothing was sent.
 * - `quota`: 429; `retryAfterMs` where the answer says.
 * - `business`: HTTP 200 or 400 with `codeRetour` ≠ 0; `returned` and `label` as received, redacted.
 * - `reference`: the organisations API's 400 array; `error` is the first entry's.
 * - `unavailable`: 5xx.
 * - `unreachable`: no answer; `cause` tells the cable from the name.
 * - `unexpected`: an answer that fits none of these, or that is not JSON.
 */
export type Failure =
  | { readonly code: "not-configured"; readonly missing: string; readonly reason?: MissingReason }
  | { readonly code: "untrusted-host"; readonly host: string }
  | { readonly code: "invalid-client" }
  | { readonly code: "token-missing" }
  | { readonly code: "token-rejected" }
  | { readonly code: "application-disabled" }
  | { readonly code: "insufficient-scope" }
  | { readonly code: "not-subscribed" }
  | { readonly code: "refused" }
  | { readonly code: "account-rejected" }
  | { readonly code: "login-spared" }
  | { readonly code: "quota"; readonly retryAfterMs?: number }
  | { readonly code: "business"; readonly returned: string; readonly label: string }
  | { readonly code: "reference"; readonly error: string }
  | { readonly code: "unavailable"; readonly status: number }
  | { readonly code: "unreachable"; readonly cause: UnreachableCause; readonly detail: string }
  | { readonly code: "unexpected"; readonly status: number; readonly detail: string };

export type FailureCode = Failure["code"];

export type UnreachableCause = "dns" | "refused" | "reset" | "timeout" | "tls" | "proxy" | "aborted" | "other";

/** `untrusted`: a command, or a file outside the configuration's folder, that nobody vouched for: neither run nor read. */
export type MissingReason =
  | "unset"
  | "empty"
  | "untrusted"
  | "not-found"
  | "unreadable"
  | "failed"
  | "timed-out"
  | "not-json"
  | "no-key";
