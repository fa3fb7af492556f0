import { join } from "node:path";
import type { Files } from "../ports/ports.ts";

/** What this machine notes for itself is nothing for Git. */
export const keepOutOfGit = (folder: string, files: Pick<Files, "replace">, notes = CACHE_FOLDER): Promise<void> =>
  files.replace(join(folder, notes, ".gitignore"), "*\n");

/** Deleting it is to lose nothing. */
export const CACHE_FOLDER = ".chorus/cache";

/** Beside the cache, since deleting this is to lose something. */
export const BACKUP_FOLDER = ".chorus/backup";
