import type { Moved, StateLocation } from "../model/desired.ts";
import type { Trust } from "../piste/trust.ts";
import type { Ports } from "../ports/ports.ts";
import { createFileStore } from "../state/file-store.ts";
import type { Author, StateStore } from "../state/store.ts";

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
}

export type StorePorts = Pick<Ports, "clock" | "files" | "processes" | "randomness" | "variables">;

/** The store that a configuration names: a file beside it, unless it says otherwise. Nothing is read yet. */
export const openStore = async (location: StateLocation | undefined, ports: StorePorts, options: StoreOptions): Promise<StateStore> => {
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
