import { join } from "node:path";
import type { Files } from "../ports/ports.ts";

/** Before something is noted: what this machine notes for itself is nothing for Git nor for others who use it, and what killed runs left there goes. */
export const prepareNotes = async (folder: string, files: Pick<Files, "replace" | "sweep" | "ownFolder">, notes = CACHE_FOLDER): Promise<void> => {
  await files.ownFolder(join(folder, notes));
  await files.replace(join(folder, notes, ".gitignore"), "*\n");
  await files.sweep(join(folder, notes));
};

/** Deleting it is to lose nothing. */
export const CACHE_FOLDER = ".chorus/cache";

/** Beside the cache, since deleting this is to lose something. */
export const BACKUP_FOLDER = ".chorus/backup";
