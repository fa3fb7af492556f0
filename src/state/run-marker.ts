import { join } from "node:path";
import { isRecord } from "../model/is-record.ts";
import { parseJson } from "../model/parse-json.ts";
import type { Clock, Files, Processes } from "../ports/ports.ts";
import { readCached, unlessRefused } from "./cache-file.ts";
import { CACHE_FOLDER, prepareNotes } from "./notes-folder.ts";

/** A run that observes, as this machine remembers it while it lasts. */
export interface Run {
  /** When a run began that never came to its end: what it learnt need not be asked again. */
  readonly interruptedSinceMs: number | undefined;
  /** It came to its end. Not called where it was cut short. */
  end(): Promise<void>;
}

export interface RunPorts {
  readonly files: Files;
  readonly clock: Pick<Clock, "now">;
  readonly processes: Pick<Processes, "pid" | "isAlive">;
}

export const beginRun = async (folder: string, { files, clock, processes }: RunPorts): Promise<Run> => {
  const path = join(folder, CACHE_FOLDER, "run.json");
  // Also where the state, whose writers do so too, is kept elsewhere.
  await unlessRefused(() => files.sweep(folder));
  const before = await readMarker(path, files);
  const others = before !== undefined && before.pid !== processes.pid && processes.isAlive(before.pid);
  const now = clock.now();
  const isRecent = before !== undefined && !others && now - before.startedAtMs < RESUMABLE_MS && before.startedAtMs <= now;
  const interruptedSinceMs = isRecent ? before.startedAtMs : undefined;
  const mine: Marker = { pid: processes.pid, startedAtMs: interruptedSinceMs ?? now };
  // Another run is under way: the mark is its own.
  if (!others) await unlessRefused(() => writeMarker(folder, path, mine, files));
  return {
    interruptedSinceMs,
    end: async () => {
      if (!others) await unlessRefused(() => files.remove(path));
    },
  };
};

interface Marker {
  readonly pid: number;
  readonly startedAtMs: number;
}

const readMarker = async (path: string, files: Files): Promise<Marker | undefined> => {
  const value = parseJson(await readCached(path, files));
  if (!isRecord(value)) return undefined;
  const { pid, startedAtMs } = value;
  return typeof pid === "number" && typeof startedAtMs === "number" ? { pid, startedAtMs } : undefined;
};

const writeMarker = async (folder: string, path: string, marker: Marker, files: Files): Promise<void> => {
  await prepareNotes(folder, files);
  await files.replace(path, `${JSON.stringify(marker)}\n`);
};

/** What an older run learnt may be out of date: portals are clicked in meanwhile. */
const RESUMABLE_MS = 3_600_000;
