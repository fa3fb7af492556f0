import type { Cause } from "../model/cause.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { Instant } from "../model/instant.ts";
import type { Reason } from "../model/observation.ts";

/**
 * What stands between this machine and each environment, from the cable up. Every output is rendered from it; as JSON it is
 * `schemas/doctor.schema.json`. It holds no secret, and no name but those of the configuration and of servers.
 */
export interface DoctorDocument {
  readonly format: "chorus-doctor";
  readonly version: 1;
  readonly createdAt: Instant;
  /** The version of Chorus. */
  readonly chorus: string;
  readonly summary: Summary;
  readonly environments: readonly Examined[];
}

export type Summary = Readonly<Record<CheckStatus, number>>;

/**
 * - `ok`: it is so
 * - `failed`: it is not, and something must be done
 * - `waiting`: nothing can be said before another check is ok
 * - `unknown`: nothing tells
 * - `skipped`: there is nothing to check
 */
export type CheckStatus = "ok" | "failed" | "waiting" | "unknown" | "skipped";

export interface Examined {
  readonly environment: EnvironmentName;
  readonly checks: readonly Check[];
  /** Beyond the limit. */
  readonly notTried: { readonly applications: number; readonly accounts: number };
}

export type CheckName = "secrets" | "proxy" | "dns" | "tcp" | "tls" | "clock" | "token" | "api" | "account";

export interface Check {
  /** Environment, name and subject: `production/tls/api.piste.gouv.fr`. */
  readonly id: string;
  readonly check: CheckName;
  /** The host, application, API or account that it is about; empty for the whole environment. */
  readonly subject: string;
  readonly status: CheckStatus;
  readonly reason: CheckReason;
  /** The check that must be ok first. */
  readonly waitsFor?: string;
  readonly evidence?: CheckEvidence;
  readonly facts?: CheckFacts;
  /** Why it may have failed, the likeliest first. */
  readonly causes?: readonly Cause[];
}

/** What was asked and what came of it. */
export interface CheckEvidence {
  /** `POST /api/oauth/token`, `connect api.piste.gouv.fr:443`. */
  readonly asked: string;
  readonly status?: number;
  readonly correlationId?: string;
  readonly at?: Instant;
  /** Of the last try. */
  readonly durationMs?: number;
  readonly tries: number;
}

export type CheckReason = CableReason | Reason;

/** Beside the reasons of observations. */
export type CableReason =
  | "secrets-found"
  | "secrets-missing"
  | "no-proxy-set"
  | "excluded"
  | "loopback"
  | "proxy-used"
  | "proxy-not-a-url"
  | "resolved"
  | "name-not-found"
  | "connected"
  | "not-connected"
  | "plain-http"
  | "trusted"
  | "private-root"
  | "not-verified"
  | "issuer-unknown"
  | "certificate-dates"
  | "other-name"
  | "ca-unreadable"
  | "proxy-refuses"
  | "handshake-failed"
  | "clock-right"
  | "clock-off"
  | "no-date"
  | "nothing-answered"
  | "cable";

/** What was seen, by the name of the value. */
export interface CheckFacts {
  /** How many secrets are there. */
  readonly found?: number;
  readonly missing?: readonly MissingSecret[];
  /** Files of secrets that every user of the machine may read. */
  readonly exposed?: readonly string[];
  /** The variable that decides, and the proxy that it names, without its password. */
  readonly variable?: string;
  readonly proxy?: string;
  readonly addresses?: readonly string[];
  /** The system's code. */
  readonly code?: string;
  readonly protocol?: string;
  readonly chain?: readonly SeenCertificate[];
  readonly root?: string;
  /** Seconds that the server's clock is ahead of this machine's. */
  readonly aheadS?: number;
  /** Seconds that the token lives. */
  readonly lifetimeS?: number;
  /** What the other environment says of the same credentials. */
  readonly elsewhere?: { readonly environment: EnvironmentName; readonly answer: "accepted" | "refused" | "unclear"; readonly evidence: CheckEvidence };
}

export interface MissingSecret {
  readonly of: "clientId" | "clientSecret" | "password";
  /** The application or account. */
  readonly name: string;
  /** Where it should be: `$CHORUS_PRODUCTION_CLIENT_ID`. */
  readonly secret: string;
  readonly reason: string;
}

export interface SeenCertificate {
  readonly subject: string;
  readonly issuer: string;
  readonly validFrom?: Instant;
  readonly validUntil?: Instant;
}

export const checkId = (environment: EnvironmentName, check: CheckName, subject = ""): string =>
  subject === "" ? `${environment}/${check}` : `${environment}/${check}/${subject}`;
