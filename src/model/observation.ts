import type { Instant } from "./instant.ts";
import type { QuestionKey } from "./question.ts";
import type { Trace } from "./trace.ts";

/** An answer with its evidence. */
export type Observation = Answered | Unanswered;

export interface Answered {
  readonly answer: "true" | "false";
  readonly reason: Reason;
  readonly trace: Trace;
  readonly fact?: Fact;
}

export interface Unanswered {
  readonly answer: "unknown";
  readonly unknown: UnknownClass;
  readonly reason: Reason;
  readonly trace?: Trace;
  /** `waiting`: the question whose answer stands in the way. */
  readonly blockedBy?: QuestionKey;
  /** `not-configured`: the secret that is missing, named by its reference. */
  readonly missing?: string;
}

/** What is known of a question that nobody asked. */
export const NOT_ASKED: Observation = { answer: "unknown", unknown: "not-asked", reason: "not-asked" };

export type Observations = ReadonlyMap<QuestionKey, Observation>;

/**
 * Why something is not known:
 * - `unprovable`: no API tells
 * - `not-configured`: a secret or an API that the question needs is not given
 * - `not-asked`: offline, not due, out of time
 * - `waiting`: on something that must come true first
 * - `elsewhere`: the secrets stay at the client's
 * - `transient`: the platform did not answer well enough, this time
 * - `unexpected-answer`: it answered what nobody described
 * - `contradicted`: two pieces of evidence speak against each other, a person's word being one
 */
export type UnknownClass =
  | "unprovable"
  | "not-configured"
  | "not-asked"
  | "waiting"
  | "elsewhere"
  | "transient"
  | "unexpected-answer"
  | "contradicted";

/** A stable word for why a condition has its status: asserted by tests, put into words by `messages/`. */
export type Reason =
  | "token-granted"
  | "client-refused"
  | "client-disabled"
  | "route-answers"
  | "route-forbidden"
  | "login-accepted"
  | "login-refused"
  | "structure-active"
  | "structure-inactive"
  | "structure-not-found"
  | "attached"
  | "attachment-not-valid"
  | "not-attached"
  | "enabled"
  | "not-enabled"
  | "service-active"
  | "service-inactive"
  | "service-not-found"
  | "expiry-known"
  | "expiry-estimated"
  | "expiring"
  | "expired"
  | "edi-as-declared"
  | "edi-differs"
  | "edi-forbidden"
  | "reach-as-declared"
  | "reach-beyond"
  | "follows"
  | "no-api-tells"
  | "secret-missing"
  | "host-untrusted"
  | "api-not-selected"
  | "route-unconfirmed"
  | "not-asked"
  | "waits"
  | "secrets-elsewhere"
  | "accepted-elsewhere"
  | "login-spared"
  | "refused-as-if-not-connected"
  | "not-refused"
  | "quota-exhausted"
  | "platform-unavailable"
  | "platform-unreachable"
  | "token-not-accepted"
  | "answer-not-understood"
  | "attested"
  | "attestation-expired"
  | "left"
  | "still-present";

/** What an answer told beyond yes and no. */
export type Fact =
  /** `estimated`: no API told; it is at the latest then. */
  | { readonly fact: "expiry"; readonly expiresAt: Instant; readonly estimated?: true }
  /** When a password was first accepted that another one was accepted before. */
  | { readonly fact: "renewed"; readonly at: Instant }
  /** Identifiers of every structure the account is attached to. */
  | { readonly fact: "reach"; readonly identifiers: readonly string[] }
  /** How many of them nobody declared. */
  | { readonly fact: "beyond"; readonly count: number }
  | { readonly fact: "edi"; readonly reception: boolean; readonly connexion: boolean; readonly uuid: string };
