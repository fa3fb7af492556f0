import type { EnvironmentName } from "./environment.ts";
import type { Trace } from "./trace.ts";

/**
 * What is remembered of the logins of accounts, across runs, so that nobody's account is tried to death: whoever locks
 * accounts after failing logins counts Chorus's too.
 */
export interface Logins {
  /** Keys the fingerprints, so that one says nothing outside of this folder. */
  readonly salt: string;
  /** A refusal of these very credentials that is still believed; `looking`: one of an earlier run, not of this one. */
  refusal(login: LoginAttempt, looking: boolean): Trace | undefined;
  /**
   * A refusal of these very credentials, proven within a day, that it is time to look at again: one look tells whether it
   * is over, and until then it stands as it was.
   */
  lastRefusal(login: LoginAttempt): Trace | undefined;
  /** Refused once more at such a look. */
  refusedStill(login: LoginAttempt, since: Trace): void;
  /** Whether one more failing login may be risked today. */
  mayFail(login: LoginAttempt): boolean;
  /** One try was refused. */
  failed(login: LoginAttempt): void;
  /** Refused as often as it takes to believe it. */
  refused(login: LoginAttempt, trace: Trace): void;
  /**
   * Accepted: whatever was remembered against it is void. True where another password was accepted before: this one was made
   * since.
   */
  accepted(login: LoginAttempt): boolean;
}

export interface LoginAttempt {
  readonly environment: EnvironmentName;
  readonly login: string;
  /** Another password has another fingerprint; it gives nothing of the password away. */
  readonly fingerprint: string;
}

/** As long as a new account takes to be active: what was refused because it was too young is then tried again. */
export const REFUSAL_BELIEVED_MS = 30 * 60_000;
