import { join } from "node:path";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { isRecord } from "../model/is-record.ts";
import { parseJson } from "../model/parse-json.ts";
import { hasCode } from "../ports/error-code.ts";
import type { Files } from "../ports/ports.ts";
import { CACHE_FOLDER, prepareNotes } from "./notes-folder.ts";

/** A file of this machine's cache, one JSON object a line. It costs requests to lose it, never facts. */
export interface CacheFile {
  /** Lines that can be read; what a kill has torn is left out. */
  read(): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Begins to write at once, and gathers what comes while it writes. */
  append(line: Readonly<Record<string, unknown>>): void;
  /** Everything that was appended is written. A folder that may not be written to costs a cache, not a run. */
  flush(): Promise<void>;
}

export const cacheFile = (folder: string, name: string, files: Files, mostBytes = MOST_BYTES): CacheFile => {
  const path = join(folder, CACHE_FOLDER, name);
  const waiting: string[] = [];
  let last: Promise<void> = Promise.resolve();
  let isWriting = false;
  let prepared: Promise<void> | undefined;

  const appendWaiting = async (): Promise<void> => {
    const lines = waiting.splice(0).join("");
    await (prepared ??= prepare(folder, path, files, mostBytes));
    await files.append(path, lines);
  };
  // Nothing is awaited between the last look at what waits and the end: a line that comes later begins anew.
  const write = async (): Promise<void> => {
    try {
      while (waiting.length > 0) await unlessRefused(appendWaiting);
    } finally {
      isWriting = false;
    }
  };

  return {
    async read() {
      const text = await readCached(path, files);
      return text.split("\n").flatMap((line) => {
        const value = line === "" ? undefined : parseJson(line);
        return isRecord(value) ? [value] : [];
      });
    },
    append(line) {
      waiting.push(`${JSON.stringify(line)}\n`);
      if (isWriting) return;
      isWriting = true;
      last = write();
    },
    flush: () => last,
  };
};

const prepare = async (folder: string, path: string, files: Files, mostBytes: number): Promise<void> => {
  await prepareNotes(folder, files);
  const size = (await files.stat(path))?.size ?? 0;
  if (size > mostBytes) await files.remove(path);
  // A line that a kill has torn must not swallow the next one.
  else if (size > 0) await files.append(path, "\n");
};

/** A file of the cache; empty where there is none, or it may not be read. */
export const readCached = async (path: string, files: Pick<Files, "read">): Promise<string> => {
  try {
    return new TextDecoder().decode(await files.read(path));
  } catch (error) {
    if (hasCode(error, "ENOENT") || error instanceof ChorusError) return "";
    throw error;
  }
};

/** A folder that may not be written to costs a cache, not a run. */
export const unlessRefused = async (work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ChorusError)) throw error;
  }
};

const MOST_BYTES = 64 * 1024 * 1024;
