import { join } from "node:path";
import type { Frame, Piece } from "../../kinds/pieces/piece.ts";
import { ChorusError } from "../../diagnostics/chorus-error.ts";
import { errorCode } from "../../ports/error-code.ts";
import type { Files } from "../../ports/ports.ts";
import { unlessRefused } from "../cache-file.ts";
import { CACHE_FOLDER, prepareNotes } from "../notes-folder.ts";
import { memoryText, readMemory, type MemoryHead } from "./memory-text.ts";
import { isSeenAgain } from "./seen-files.ts";

/** What this machine remembers of a big configuration, so that a run about few of its structures need not read all of it. */
export interface RememberedConfiguration extends Pick<MemoryHead, "warnings" | "needs"> {
  readonly frame: Frame;
  /** Undefined where one of them is not remembered. */
  pieces(of: readonly Pick<Piece, "environment" | "name">[]): Promise<readonly Piece[] | undefined>;
}

export interface MemoryPlace {
  /** The configuration's. */
  readonly folder: string;
  readonly entry: string;
  /** Fingerprint of the program: what another one makes of the same files may be another thing. */
  readonly build: string;
}

/** Undefined where nothing is remembered, or not of these very files by this very program. */
export const recallConfiguration = async ({ folder, entry, build }: MemoryPlace, files: Files): Promise<RememberedConfiguration | undefined> => {
  try {
    const path = join(folder, CACHE_FOLDER, MEMORY_FILE);
    if ((await files.stat(path)) === undefined) return undefined;
    const memory = await readMemory((from, size) => files.readPart(path, from, size), build);
    if (memory === undefined || !(await isSeenAgain(files, entry, memory.head.seen))) return undefined;
    return { ...memory.head, pieces: (of) => memory.pieces(of) };
  } catch (error) {
    // Whatever may not be read is for the reading of the whole to tell.
    if (error instanceof ChorusError || errorCode(error) !== undefined) return undefined;
    throw error;
  }
};

/** A folder that may not be written to costs time, not a run. */
export const rememberConfiguration = (folder: string, head: MemoryHead, pieces: Iterable<Piece>, files: Files): Promise<void> =>
  unlessRefused(async () => {
    const text = memoryText(head, pieces);
    if (text === undefined) return;
    await prepareNotes(folder, files);
    await files.replace(join(folder, CACHE_FOLDER, MEMORY_FILE), text);
  });

const MEMORY_FILE = "configuration.jsonl";
