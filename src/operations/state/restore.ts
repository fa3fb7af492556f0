import { ChorusError } from "../../diagnostics/chorus-error.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { isElsewhere } from "../../model/place.ts";
import type { Files } from "../../ports/ports.ts";
import { readBackup } from "../../state/file-store.ts";
import type { State } from "../../state/state.ts";
import type { StateStore } from "../../state/store.ts";

/**
 * Puts the state as it was before the last write in the place of what is there, which is kept in its stead: twice is as
 * never. Throws `CHR-STATE-BACKUP` where none is kept.
 */
export const restoreState = async (store: StateStore, folder: string, files: Pick<Files, "read" | "stat">): Promise<State> => {
  const backup = isElsewhere(store.place) ? undefined : await readBackup(folder, files);
  if (backup === undefined) throw new ChorusError([diagnostic("CHR-STATE-BACKUP", "error", { place: store.place })]);
  await store.replace(backup);
  return backup;
};
