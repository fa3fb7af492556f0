import { hash } from "node:crypto";
import { resolve } from "node:path";
import type { ConfigurationSource } from "../../config/read-configuration.ts";

export type ReadableFiles = ConfigurationSource;

/** Everything that was asked of the files and what came of it: where it comes again, so does what was made from it. */
export type Seen =
  | readonly ["read", path: string, size: number, sha256: string]
  | readonly ["stat", path: string, size: number | null]
  | readonly ["glob", folder: string, patterns: readonly string[], found: readonly string[]];

export interface SeenFiles {
  readonly files: ReadableFiles;
  /** So far, in order. */
  readonly seen: readonly Seen[];
}

/** The same files, which note what is asked of them. What fails is not noted: from an error nothing is made. */
export const seeFiles = (files: ReadableFiles): SeenFiles => {
  const seen: Seen[] = [];
  return {
    seen,
    files: {
      async read(path) {
        const bytes = await files.read(path);
        seen.push(["read", resolve(path), bytes.byteLength, hash("sha256", bytes, "hex")]);
        return bytes;
      },
      async stat(path) {
        const found = await files.stat(path);
        seen.push(["stat", resolve(path), found?.size ?? null]);
        return found;
      },
      async glob(folder, patterns) {
        const found = await files.glob(folder, patterns);
        seen.push(["glob", resolve(folder), patterns, found]);
        return found;
      },
      // What a link led to is noted when it is read.
      ...(files.realPath === undefined ? {} : { realPath: files.realPath }),
    },
  };
};

/** Whether the files still answer as they did, from the first question on, which is the one about the entry. */
export const isSeenAgain = async (files: ReadableFiles, entry: string, seen: readonly Seen[]): Promise<boolean> => {
  if (seen[0]?.[1] !== resolve(entry)) return false;
  for (const one of seen) if (!(await isSame(files, one))) return false;
  return true;
};

const isSame = async (files: ReadableFiles, one: Seen): Promise<boolean> => {
  if (one[0] === "glob") {
    const found = await files.glob(one[1], one[2]);
    return found.length === one[3].length && found.every((file, index) => file === one[3][index]);
  }
  const stat = await files.stat(one[1]);
  if (one[0] === "stat") return (stat?.size ?? null) === one[2];
  // A file that cannot be read, or has another size, is not read through.
  if (stat?.size !== one[2]) return false;
  const bytes = await files.read(one[1]);
  return bytes.byteLength === one[2] && hash("sha256", bytes, "hex") === one[3];
};
