import type { Moved } from "../model/desired.ts";
import type { Files, Randomness } from "../ports/ports.ts";
import { readStateFile } from "./file-store.ts";
import { applyMoves } from "./moves.ts";
import { emptyState } from "./state.ts";
import type { StateStore } from "./store.ts";

/** What stands for a state that may not be read: a file that `chorus state pull` wrote, or none. */
export type StateCopy = { readonly file: string } | "none";

/** A copy of a state, to plan on: wherever the configuration says that the state is, nobody is asked. It is never written. */
export const openStateCopy = (copy: StateCopy, { files, randomness }: CopyPorts, moved: readonly Moved[] | undefined): StateStore => ({
  place: copy === "none" ? copy : copy.file,
  read: async () => (copy === "none" ? emptyState(randomness.uuid()) : applyMoves(await readStateFile(copy.file, files), moved)),
  commit: never,
  replace: never,
  unlock: never,
});

interface CopyPorts {
  readonly files: Pick<Files, "read" | "stat">;
  readonly randomness: Pick<Randomness, "uuid">;
}

const never = (): Promise<never> => Promise.reject(new Error("a copy of a state is not written"));
