import { defined } from "../model/defined.ts";
import type { Desired, Moved, StateLocation } from "../model/desired.ts";
import type { Author } from "../model/history.ts";
import type { Trust } from "../piste/trust.ts";
import type { EnvironmentVariables, Ports } from "../ports/ports.ts";
import { createFileStore } from "../state/file-store.ts";
import { openStateCopy, type StateCopy } from "../state/state-copy.ts";
import type { StateStore } from "../state/store.ts";
import { stateAuthor } from "./state-author.ts";

export interface StoreOptions {
  /** Absolute: the configuration's. */
  readonly folder: string;
  readonly trust: Trust;
  readonly author: Author;
  /** A state that existed and is gone may be begun anew. */
  readonly acceptNew: boolean;
  /** How long a lock that somebody holds is waited for. */
  readonly lockTimeoutMs?: number;
  /** Names that changed: what is read has the new ones, and the next write keeps them. */
  readonly moved?: readonly Moved[];
  readonly copy?: StateCopy;
}

/** What a command says of how it means to use the state. */
export interface StateOptions {
  readonly trust: Trust;
  /** A state that existed and is gone may be begun anew. */
  readonly newState?: boolean;
  /** What is read instead of the state that the configuration names, by who records nothing. */
  readonly copy?: StateCopy | undefined;
  /** As it is told to who waits for the lock. */
  readonly command?: string;
  /** How long a lock that somebody holds is waited for. */
  readonly lockTimeoutMs?: number;
}

export const storeOptions = (variables: EnvironmentVariables, folder: string, { moved }: Desired, options: StateOptions): StoreOptions => {
  const { trust, newState = false, command = "chorus", lockTimeoutMs, copy } = options;
  return defined({ folder, trust, acceptNew: newState, author: stateAuthor(variables, command), moved, lockTimeoutMs, copy });
};

export type StorePorts = Pick<Ports, "clock" | "files" | "processes" | "randomness" | "variables">;

/** The store that a configuration names: a file beside it, unless it says otherwise. Nothing is read yet. */
export const openStore = async (location: StateLocation | undefined, ports: StorePorts, options: StoreOptions): Promise<StateStore> => {
  if (options.copy !== undefined) return openStateCopy(options.copy, ports, options.moved);
  if (location?.postgres !== undefined) {
    const { openPostgresStore } = await import("./open-postgres-store.ts");
    return openPostgresStore(location.postgres, ports, options);
  }
  if (location?.http !== undefined) {
    const { openHttpStore } = await import("./open-http-store.ts");
    return openHttpStore(location.http, ports, options);
  }
  return createFileStore(options.folder, ports, options);
};
