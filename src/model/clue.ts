/**
 * What tells one cause of a failure from another: a code, never a value. Of secrets it says what shape they have and
 * what they equal, and nothing that helps to guess one.
 */
export type Clue = SecretClue | AnswerClue | SilenceClue | KnownClue;

/** Of the secrets that were refused. */
export type SecretClue =
  | "line-break"
  | "edge-space"
  | "id-is-secret"
  | "only-secret-is-uuid"
  | "id-not-uuid"
  | "secret-not-uuid"
  | "same-id-in-other-environment"
  | "same-password-in-other-environment"
  | "password-is-header"
  | "password-is-client-secret";

/** Of the answer that came. */
export type AnswerClue = "clock-off" | "html" | "redirected" | "proxy-header" | "header-lost";

/** Of the answer that did not come. */
export type SilenceClue =
  | "old-host"
  | "name-not-found"
  | "private-issuer"
  | "other-name"
  | "certificate-dates"
  | "ca-unreadable"
  | "proxy-refuses"
  | "connection-refused"
  | "connection-cut"
  | "no-answer-in-time";

/** Of what is declared, recorded, attested, or answered beside it. */
export type KnownClue =
  | "worked-before"
  | "attested"
  | "created-lately"
  | "expiry-passed"
  | "expiry-ahead"
  | "index-not-first"
  | "login-of-old-domain"
  | "login-of-other-structure"
  | "other-apis-answer"
  | "every-route-refused"
  | "identifier-of-9-digits"
  | "key-holds"
  | "key-fails"
  | "reaches-its-home"
  | "reaches-others"
  | "reaches-nothing";
