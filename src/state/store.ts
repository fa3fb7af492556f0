import type { Address } from "../model/address.ts";
import type { HistoryEntry } from "../model/history.ts";
import type { LockHolder } from "../model/lock-holder.ts";
import type { State, SubjectRecord } from "./state.ts";

/**
 * Where the proven state is kept. Its unit is the subject: two runs on different ones never stand in each other's way,
 * and what two runs found of the same one is merged record by record (`change-state.ts`). Nothing stays open between two
 * calls. Every back end passes the same tests.
 */
export interface StateStore {
  /** As a person names it: a file, an address without what is secret in it, a database. */
  readonly place: string;
  /**
   * The state as it is, under the names of today; where subjects are named, at least what is recorded of those. Throws
   * `CHR-STATE-GONE` where one existed and is gone, `CHR-STATE-CORRUPT` and `CHR-STATE-NEWER` where it cannot be read,
   * `CHR-STATE-UNREACHABLE` where nobody answers.
   */
  read(only?: ReadonlySet<Address>): Promise<State>;
  /**
   * Puts what a run changed into the state as it then is: what others wrote meanwhile stays. Writes nothing where nothing
   * changed. All of it or, where the process dies, nothing of a subject. Throws `CHR-STATE-LOCKED` with the holder.
   *
   * @returns the number of subjects that changed
   */
  commit(changed: readonly SubjectRecord[], gone: readonly Address[]): Promise<number>;
  /** Puts a whole state in the place of what is there: for `state push`, `restore` and `migrate`. */
  replace(state: State): Promise<void>;
  /** Opens a lock that nobody holds any more; undefined where there was none. */
  unlock(): Promise<LockHolder | undefined>;
  /** What was recorded of a subject, the latest first; absent where the back end keeps no history of its own. */
  history?(subject: Address): Promise<readonly HistoryEntry[]>;
}
