import { appendFile, chmod, link, mkdir, open, readdir, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { hasCode } from "./error-code.ts";
import { nodeProcesses } from "./node-processes.ts";
import type { Files, PrivateFile } from "./ports.ts";
import { writing } from "./writing.ts";

export const nodeFiles: Files = {
  read: (path) => readFile(path),

  async readPart(path, from, size) {
    const file = await open(path, "r");
    try {
      const bytes = Buffer.alloc(size);
      let done = 0;
      for (;;) {
        const { bytesRead } = await file.read(bytes, done, size - done, from + done);
        done += bytesRead;
        if (bytesRead === 0 || done === size) return bytes.subarray(0, done);
      }
    } finally {
      await file.close();
    }
  },

  realPath: (path) => realpath(path),

  async stat(path) {
    try {
      const { size, mode } = await stat(path);
      return { size, mode };
    } catch (error) {
      if (hasCode(error, "ENOENT", "ENOTDIR")) return undefined;
      throw error;
    }
  },

  replace: (path, content) =>
    writing(path, async () => {
      await mkdir(dirname(path), { recursive: true });
      const beside = asideOf(path);
      try {
        await writeSynced(beside, content);
        await rename(beside, path);
        await syncFolder(dirname(path));
      } finally {
        await rm(beside, { force: true });
      }
    }),

  sweep: (folder) => writing(folder, () => sweep(folder)),

  ownFolder: (folder) =>
    writing(folder, async () => {
      await mkdir(folder, { recursive: true, mode: FOLDER_OF_OWNER });
      await chmod(folder, FOLDER_OF_OWNER).catch(() => undefined);
    }),

  append: (path, text) =>
    writing(path, async () => {
      try {
        await appendFile(path, text);
      } catch (error) {
        if (!hasCode(error, "ENOENT")) throw error;
        await mkdir(dirname(path), { recursive: true });
        await appendFile(path, text);
      }
    }),

  openPrivate: (path) => writing(path, () => openOwned(path)),

  createExclusive: (path, text) => writing(path, () => createWhole(path, text)),

  remove: (path) => rm(path, { force: true }),

  async glob(folder, patterns) {
    const { glob } = await import("tinyglobby");
    const found = await glob([...patterns], { cwd: folder, absolute: true, dot: false, followSymbolicLinks: false });
    return found.toSorted();
  },
};

/** A file that others could read is closed to them; a device or a pipe is left as it is. */
const openOwned = async (path: string): Promise<PrivateFile> => {
  const file = await open(path, "w", OWNER_ONLY);
  if ((await file.stat()).isFile()) await file.chmod(OWNER_ONLY);
  return {
    write: (bytes, at) =>
      writing(path, async () => {
        for (let done = 0; done < bytes.byteLength; ) {
          const { bytesWritten } = await file.write(bytes, done, bytes.byteLength - done, at + done);
          done += bytesWritten;
        }
      }),
    close: () => file.close(),
  };
};

const OWNER_ONLY = 0o600;
const FOLDER_OF_OWNER = 0o700;

/** Linked when it is whole: a process killed on the way leaves no lock without a name in it. */
const createWhole = async (path: string, text: string): Promise<boolean> => {
  await mkdir(dirname(path), { recursive: true });
  const beside = asideOf(path);
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
};

/** A file of this process's own in the same folder, until it takes its place. */
const asideOf = (path: string): string => join(dirname(path), `.chorus-${nodeProcesses.host}-${nodeProcesses.pid}-${crypto.randomUUID().slice(0, 8)}.tmp`);

const sweep = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder)) {
    const [, owner, by] = OURS.exec(name) ?? [];
    if (owner === nodeProcesses.host && by !== undefined && !nodeProcesses.isAlive(Number(by))) await rm(join(folder, name), { force: true });
  }
};

const OURS = /^\.chorus-(.+)-(\d+)-[0-9a-f]{8}\.tmp$/;

/** On the disk before it takes the old one's place: a crash leaves one or the other, whole. */
const writeSynced = async (path: string, content: string | Uint8Array): Promise<void> => {
  const file = await open(path, "w");
  try {
    await file.writeFile(content);
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
