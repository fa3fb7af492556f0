import { dirname, join } from "node:path";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Address } from "../model/address.ts";
import type { Moved } from "../model/desired.ts";
import { hasCode } from "../ports/error-code.ts";
import type { Files, Processes, Randomness } from "../ports/ports.ts";
import { withFileLock, type LockPorts } from "./file-lock.ts";
import { applyMoves } from "./moves.ts";
import { parseState } from "./parse-state.ts";
import { serializeState } from "./serialize-state.ts";
import { emptyState, withRecords, type State, type SubjectRecord } from "./state.ts";

/** Where the proven state is kept. */
export interface StateStore {
  /** The state as it is. Throws `CHR-STATE-GONE` where one existed and is gone, unless a new one is wanted. */
  read(): Promise<State>;
  /**
   * Writes what a run changed into the state as it then is: what others wrote meanwhile stays. Writes nothing where
   * nothing changed.
   *
   * @returns the number of subjects that changed
   */
  commit(changed: readonly SubjectRecord[], gone: readonly Address[]): Promise<number>;
  readonly place: string;
}

export interface FileStorePorts extends LockPorts {
  readonly files: Files;
  readonly processes: Pick<Processes, "pid" | "host" | "isAlive" | "run">;
  readonly randomness: Pick<Randomness, "uuid">;
}

/**
 * The state in one file beside the configuration, made for Git. Readers see the old file or the new one; writers take
 * turns by a lock and merge what they changed, record by record.
 *
 * @param acceptNew a state that existed and is gone may be begun anew
 * @param moved names that changed: what is read has the new ones, and the next write keeps them
 */
export const createFileStore = (
  folder: string,
  ports: FileStorePorts,
  acceptNew: boolean,
  moved?: readonly Moved[],
): StateStore => {
  const place = join(folder, STATE_FILE);
  const known = join(folder, CACHE_FOLDER, "state.json");

  const readAsWritten = async (): Promise<State> => {
    const text = await readText(place, ports.files);
    if (text !== undefined) {
      const parsed = await parseState(text, place);
      if ("diagnostic" in parsed) throw new ChorusError([parsed.diagnostic]);
      return parsed.state;
    }
    if (!acceptNew && (await existedBefore(place, known, ports))) {
      throw new ChorusError([diagnostic("CHR-STATE-GONE", "error", { file: place })]);
    }
    return emptyState(ports.randomness.uuid());
  };

  return {
    place,
    read: async () => applyMoves(await readAsWritten(), moved),
    commit: async (changed, gone) => {
      if (changed.length === 0 && gone.length === 0 && (moved ?? []).length === 0) return 0;
      return withFileLock(`${place}.lock`, ports, async () => {
        const before = await readAsWritten();
        const after = withoutRecords(withRecords(applyMoves(before, moved), changed), gone);
        const text = serializeState(after);
        if (text === serializeState(before)) return 0;
        await ports.files.replace(place, text);
        await rememberLineage(known, after.lineage, ports.files);
        return changedSubjects(before, after);
      });
    },
  };
};

const changedSubjects = (before: State, after: State): number => {
  const changed = new Set<Address>();
  for (const [one, other] of [[before, after], [after, before]] as const) {
    for (const [address, record] of one.records) {
      if (other.records.get(address) !== record) changed.add(one.subjects.get(address) ?? address);
    }
  }
  return changed.size;
};

const withoutRecords = (state: State, gone: readonly Address[]): State => {
  const records = new Map(state.records);
  const subjects = new Map(state.subjects);
  for (const address of gone) {
    records.delete(address);
    subjects.delete(address);
  }
  return { ...state, records, subjects };
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

const rememberLineage = async (known: string, lineage: string, files: Files): Promise<void> => {
  await files.replace(join(dirname(known), ".gitignore"), "*\n");
  await files.replace(known, `${JSON.stringify({ lineage })}\n`);
};

const readText = async (file: string, files: Pick<Files, "read">): Promise<string | undefined> => {
  try {
    return new TextDecoder().decode(await files.read(file));
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
};

export const STATE_FILE = "chorus.state.jsonl";

export const CACHE_FOLDER = ".chorus/cache";
