import { dirname, join } from "node:path";
import { readWhole } from "../config/read-whole.ts";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { defined } from "../model/defined.ts";
import type { Moved } from "../model/desired.ts";
import type { Author } from "../model/history.ts";
import type { Files, Processes, Randomness } from "../ports/ports.ts";
import { breakFileLock, withFileLock, type LockPorts } from "./file-lock.ts";
import { applyMoves } from "./moves.ts";
import { BACKUP_FOLDER, CACHE_FOLDER, prepareNotes } from "./notes-folder.ts";
import { parseState } from "./parse-state.ts";
import { serializeState } from "./serialize-state.ts";
import { changedSubjects, changeState } from "./change-state.ts";
import { emptyState, type State } from "./state.ts";
import type { StateStore } from "./store.ts";

export interface FileStorePorts extends LockPorts {
  readonly files: Files;
  readonly processes: Pick<Processes, "pid" | "host" | "isAlive" | "run">;
  readonly randomness: Pick<Randomness, "uuid">;
}

export interface FileStoreOptions {
  /** A state that existed and is gone may be begun anew. */
  readonly acceptNew: boolean;
  /** Names that changed: what is read has the new ones, and the next write keeps them. */
  readonly moved?: readonly Moved[];
  readonly author?: Author;
  readonly lockTimeoutMs?: number;
}

/**
 * The state in one file beside the configuration, made for Git. Readers see the old file or the new one; writers take
 * turns by a lock and merge what they changed, record by record. What was there before the last write is kept beside
 * this machine's notes.
 */
export const createFileStore = (folder: string, ports: FileStorePorts, options: FileStoreOptions): StateStore => {
  const { acceptNew, moved, author, lockTimeoutMs } = options;
  const place = join(folder, STATE_FILE);
  const known = join(folder, CACHE_FOLDER, "state.json");
  const lockPorts: LockPorts = defined({ ...ports, owner: author?.who, command: author?.command, waitMs: lockTimeoutMs });
  const locked = <T>(work: () => Promise<T>): Promise<T> => withFileLock(`${place}.lock`, lockPorts, work);

  const read = async (): Promise<Written> => {
    let bytes = await readBytes(place, ports.files);
    if (bytes === undefined && !acceptNew && (await existedBefore(place, known, ports))) {
      // Another run may have begun it since it was looked for.
      bytes = await readBytes(place, ports.files);
      if (bytes === undefined) throw new ChorusError([diagnostic("CHR-STATE-GONE", "error", { file: place })]);
    }
    return { bytes, state: bytes === undefined ? emptyState(ports.randomness.uuid()) : await parsed(bytes, place) };
  };

  const write = async (before: Uint8Array | undefined, after: State): Promise<void> => {
    for (const notes of [CACHE_FOLDER, BACKUP_FOLDER]) await prepareNotes(folder, ports.files, notes);
    if (before !== undefined) await ports.files.replace(join(folder, BACKUP_FILE), before);
    await ports.files.replace(place, serializeState(after));
    await ports.files.sweep(folder);
    await ports.files.replace(known, `${JSON.stringify({ lineage: after.lineage })}\n`);
  };

  return {
    place,
    read: async () => applyMoves((await read()).state, moved),
    async commit(changed, gone) {
      if (changed.length === 0 && gone.length === 0 && (moved ?? []).length === 0) return 0;
      return locked(async () => {
        const { bytes, state: before } = await read();
        const after = changeState(applyMoves(before, moved), changed, gone);
        const subjects = changedSubjects(before, after).size;
        if (subjects > 0) await write(bytes, after);
        return subjects;
      });
    },
    replace: (state) =>
      locked(async () => {
        // What is there may be damaged: it is kept all the same.
        const bytes = await readBytes(place, ports.files);
        if (bytes === undefined || !Buffer.from(serializeState(state)).equals(bytes)) await write(bytes, state);
      }),
    unlock: () => breakFileLock(`${place}.lock`, ports),
  };
};

/** A whole state in a file. Throws where it is not there or cannot be read. */
export const readStateFile = async (file: string, files: Pick<Files, "read" | "stat">): Promise<State> => {
  const bytes = await readBytes(file, files);
  if (bytes === undefined) throw new ChorusError([diagnostic("CHR-CONFIG-NOT-FOUND", "error", { file })]);
  return parsed(bytes, file);
};

/** The state as it was before the last write, undefined where there was none. Throws where it cannot be read either. */
export const readBackup = async (folder: string, files: Pick<Files, "read" | "stat">): Promise<State | undefined> => {
  const file = join(folder, BACKUP_FILE);
  const bytes = await readBytes(file, files);
  return bytes === undefined ? undefined : parsed(bytes, file);
};

interface Written {
  /** As they stand in the file: a text made of damaged ones would not give them back. */
  readonly bytes: Uint8Array | undefined;
  readonly state: State;
}

const parsed = async (bytes: Uint8Array, file: string): Promise<State> => {
  const read = await parseState(new TextDecoder().decode(bytes), file);
  if ("diagnostic" in read) throw new ChorusError([read.diagnostic]);
  return read.state;
};

/** This machine wrote it once, or Git knows it: then its absence is an accident. */
const existedBefore = async (place: string, known: string, { files, processes }: FileStorePorts): Promise<boolean> => {
  if ((await files.stat(known)) !== undefined) return true;
  try {
    const command = ["git", "log", "-1", "--format=%H", "--", place];
    const { exitCode, stdout } = await processes.run(command, { cwd: dirname(place), timeoutMs: 10_000 });
    return exitCode === 0 && stdout.trim() !== "";
  } catch {
    return false;
  }
};

const readBytes = (file: string, files: Pick<Files, "read" | "stat">): Promise<Uint8Array | undefined> => readWhole(file, files, MOST_MB);

export const STATE_FILE = "chorus.state.jsonl";

const BACKUP_FILE = `${BACKUP_FOLDER}/${STATE_FILE}`;

/** As much as is read of a server that keeps one: a hundred thousand clients take less. */
export const MOST_MB = 256;
