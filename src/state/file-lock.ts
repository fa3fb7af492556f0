import { isDeepStrictEqual } from "node:util";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { toInstant, toMs } from "../model/instant.ts";
import { hasCode } from "../ports/error-code.ts";
import type { Clock, Files, Processes } from "../ports/ports.ts";
import { NOBODY, type LockHolder } from "../model/lock-holder.ts";

export interface LockPorts {
  readonly files: Pick<Files, "createExclusive" | "read" | "remove">;
  readonly clock: Clock;
  readonly processes: Pick<Processes, "pid" | "host" | "isAlive">;
  /** Who asks for the lock, and for which command: told to who waits. */
  readonly owner?: string;
  readonly command?: string;
  /** How long a live holder is waited for. */
  readonly waitMs?: number;
}

/**
 * Runs work while a lock file is held. A lock left by a process of this machine that is no more is taken over; a live
 * one is waited for, then the run ends with its holder's name.
 */
export const withFileLock = async <T>(file: string, ports: LockPorts, work: () => Promise<T>): Promise<T> => {
  await acquire(file, ports);
  try {
    return await work();
  } finally {
    await ports.files.remove(file);
  }
};

/** Removes a lock whoever holds it: for a person who knows that its holder, on another machine, is no more. */
export const breakFileLock = async (file: string, { files }: Pick<LockPorts, "files">): Promise<LockHolder | undefined> => {
  const holder = await readHolder(file, files);
  if (holder !== undefined) await files.remove(file);
  return holder === "unreadable" ? NOBODY : holder;
};

const acquire = async (file: string, ports: LockPorts): Promise<void> => {
  const { files, clock, processes, owner = "?", command = "?", waitMs = WAIT_MS } = ports;
  const mine: LockHolder = { owner, host: processes.host, pid: processes.pid, since: toInstant(clock.now()), command };
  const until = clock.now() + waitMs;
  for (;;) {
    if (await files.createExclusive(file, `${JSON.stringify(mine)}\n`)) return;
    const holder = await readHolder(file, files);
    if (holder === undefined) continue;
    if (holder !== "unreadable" && isDead(holder, processes)) {
      await takeOver(file, holder, ports);
      continue;
    }
    if (clock.now() >= until) throw locked(file, holder);
    await clock.sleep(POLL_MS);
  }
};

/**
 * Removes a dead process's lock. Of several that found it dead only one may, and only while it is still that lock: or the
 * slower would remove the lock that the quicker has taken since. Held by a name of the dead one's own, which may die too.
 */
const takeOver = (file: string, dead: LockHolder, ports: LockPorts): Promise<void> =>
  withFileLock(`${file}.${dead.pid}-${toMs(dead.since)}`, ports, async () => {
    const holder = await readHolder(file, ports.files);
    if (isDeepStrictEqual(holder, dead)) await ports.files.remove(file);
  });

const isDead = ({ pid, host }: LockHolder, { host: here, isAlive }: LockPorts["processes"]): boolean =>
  host === here && !isAlive(pid);

/** Undefined where the lock went while we looked; a holder that is still writing its name is `unreadable`. */
const readHolder = async (file: string, files: LockPorts["files"]): Promise<LockHolder | "unreadable" | undefined> => {
  try {
    const holder = JSON.parse(new TextDecoder().decode(await files.read(file))) as Partial<LockHolder>;
    return typeof holder.pid === "number" && typeof holder.host === "string" ? { ...NOBODY, ...holder } : "unreadable";
  } catch (error) {
    return hasCode(error, "ENOENT") ? undefined : "unreadable";
  }
};

const locked = (file: string, holder: LockHolder | "unreadable"): ChorusError => {
  const { pid, host, since, owner, command } = holder === "unreadable" ? NOBODY : holder;
  return new ChorusError([diagnostic("CHR-STATE-LOCKED", "error", { file, pid, host, since, owner, command })]);
};

const POLL_MS = 50;
const WAIT_MS = 20_000;
