import type { Clue } from "./clue.ts";

/** Why something may be false or unknown. In a list, the likeliest comes first. */
export interface Cause {
  readonly cause: CauseCode;
  /** What tells it from the others; absent where it is merely possible. */
  readonly told?: Clue;
}

/** What is wrong, as a stable word: asserted by tests, put into words by `messages/`. */
export type CauseCode =
  | "line-break"
  | "pasted-twice"
  | "whole-header"
  | "other-environment"
  | "swapped"
  | "api-keys"
  | "not-credentials"
  | "regenerated"
  | "application-gone"
  | "expired"
  | "wrong-password"
  | "too-young"
  | "changed"
  | "old-login"
  | "wrong-index"
  | "other-structure"
  | "not-selected"
  | "cgu-missing"
  | "no-raccordement"
  | "missing-right"
  | "wrong-prefix"
  | "siren"
  | "real-siret"
  | "test-siret"
  | "unknown-siret"
  | "deactivated"
  | "attached-elsewhere"
  | "attachment-missing"
  | "attachment-pending"
  | "espace-closed"
  | "wrong-code"
  | "service-closed"
  | "quota"
  | "burst"
  | "outage"
  | "proxy"
  | "tls-interception"
  | "ca-file"
  | "clock"
  | "dns"
  | "host-decommissioned"
  | "firewall"
  | "new-answer";
