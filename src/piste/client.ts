import type { Endpoints } from "../catalogue/environments.ts";
import type { ReadOperationId, WriteOperationId } from "../catalogue/operations.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { SecretReference } from "../model/secret.ts";
import type { FailureCode, Outcome } from "./outcome.ts";
import type { Rates } from "./pace.ts";
import type { OnRetry } from "./retry.ts";

/** An application as the client must know it: where it is, and where its secrets are found. */
export interface ApplicationAccess {
  readonly environment: EnvironmentName;
  readonly application: string;
  readonly endpoints: Endpoints;
  readonly clientId: SecretReference;
  readonly clientSecret: SecretReference;
  /** Client ids of the other environment: a refused one is compared with them, and they are never sent from here. */
  readonly elsewhere?: readonly SecretReference[];
  /** Requests that Chorus may start: the quotas times its share. */
  readonly rates: Rates;
  /** Prefix of each API by id, overrides of the configuration applied. */
  readonly prefixes: Readonly<Record<string, string>>;
  /** The APIs whose path is sure: what is empty and forbidden there is not selected. */
  readonly confirmed: readonly string[];
}

export interface AccountAccess {
  readonly login: string;
  readonly password: SecretReference;
  /** Passwords of the other environment: a refused one is compared with them, and they are never sent from here. */
  readonly elsewhere?: readonly SecretReference[];
}

/** `impossible`: a login that cannot exist, to ask about a subscription without touching any account. */
export type CallingAccount = AccountAccess | "impossible";

export interface Call<Id> {
  readonly application: ApplicationAccess;
  readonly account: CallingAccount;
  readonly operation: Id;
  /** Values for `{…}` in the operation's path. */
  readonly path?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Failures that are believed at once: the call only looks whether another one is right. */
  readonly expected?: readonly FailureCode[];
  readonly onRetry?: OnRetry | undefined;
}

/** Reads only: what `observe/` gets. There is no way to write through it. */
export interface ReadClient {
  /** A token by client credentials, kept until it expires. */
  token(application: ApplicationAccess, onRetry?: OnRetry): Promise<Outcome<TokenGranted>>;
  call(call: Call<ReadOperationId>): Promise<Outcome>;
  /** Resolves once what is under way leaves room for more at the common pace; at once where `signal` is aborted. */
  spare(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** Exists only in `apply/`. */
export interface WriteClient {
  write(call: Call<WriteOperationId>): Promise<Outcome>;
}

/** What a person may know of a token: never the token. */
export interface TokenGranted {
  readonly expiresAt: number;
  readonly scope?: string;
}
