import { appendFile, link, mkdir, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { hasCode } from "./error-code.ts";
import type { Files } from "./ports.ts";

export const nodeFiles: Files = {
  read: (path) => readFile(path),

  async stat(path) {
    try {
      const { size, mode } = await stat(path);
      return { size, mode };
    } catch (error) {
      if (hasCode(error, "ENOENT", "ENOTDIR")) return undefined;
      throw error;
    }
  },

  async replace(path, text) {
    await mkdir(dirname(path), { recursive: true });
    const beside = join(dirname(path), `.${crypto.randomUUID()}.tmp`);
    try {
      await writeSynced(beside, text);
      await rename(beside, path);
      await syncFolder(dirname(path));
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
  },

  async append(path, text) {
    await mkdir(dirname(path), { recursive: true });
    await appendFile(path, text);
  },

  async createExclusive(path, text) {
    await mkdir(dirname(path), { recursive: true });
    // Linked when it is whole: a process killed on the way leaves no lock without a name in it.
    const beside = join(dirname(path), `.${crypto.randomUUID()}.tmp`);
    try {
      await writeFile(beside, text);
      await link(beside, path);
      return true;
    } catch (error) {
      if (hasCode(error, "EEXIST")) return false;
      throw error;
    } finally {
      await rm(beside, { force: true });
    }
  },

  remove: (path) => rm(path, { force: true }),

  async glob(folder, patterns) {
    const { glob } = await import("tinyglobby");
    const found = await glob([...patterns], { cwd: folder, absolute: true, dot: false, followSymbolicLinks: false });
    return found.toSorted();
  },
};

/** On the disk before it takes the old one's place: a crash leaves one or the other, whole. */
const writeSynced = async (path: string, text: string): Promise<void> => {
  const file = await open(path, "w");
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
};

/** The new name itself must reach the disk; file systems that cannot say so are left to their own care. */
const syncFolder = async (path: string): Promise<void> => {
  try {
    const folder = await open(path, "r");
    await folder.sync();
    await folder.close();
  } catch (error) {
    if (!hasCode(error, "EISDIR", "EPERM", "EACCES", "EINVAL", "ENOTSUP")) throw error;
  }
};
