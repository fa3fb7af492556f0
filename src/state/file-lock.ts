import { isDeepStrictEqual } from "node:util";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { toInstant, toMs } from "../model/instant.ts";
import { hasCode } from "../ports/error-code.ts";
import type { Clock, Files, Processes } from "../ports/ports.ts";

export interface LockPorts {
  readonly files: Pick<Files, "createExclusive" | "read" | "remove">;
  readonly clock: Clock;
  readonly processes: Pick<Processes, "pid" | "host" | "isAlive">;
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

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
}

const acquire = async (file: string, { files, clock, processes }: LockPorts): Promise<void> => {
  const mine: Holder = { pid: processes.pid, host: processes.host, since: toInstant(clock.now()) };
  const until = clock.now() + WAIT_MS;
  for (;;) {
    if (await files.createExclusive(file, `${JSON.stringify(mine)}\n`)) return;
    const holder = await readHolder(file, files);
    if (holder === undefined) continue;
    if (holder !== "unreadable" && isDead(holder, processes)) {
      await takeOver(file, holder, { files, clock, processes });
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
const takeOver = (file: string, dead: Holder, ports: LockPorts): Promise<void> =>
  withFileLock(`${file}.${dead.pid}-${toMs(dead.since)}`, ports, async () => {
    const holder = await readHolder(file, ports.files);
    if (isDeepStrictEqual(holder, dead)) await ports.files.remove(file);
  });

const isDead = ({ pid, host }: Holder, { host: here, isAlive }: LockPorts["processes"]): boolean =>
  host === here && !isAlive(pid);

/** Undefined where the lock went while we looked; a holder that is still writing its name is `unreadable`. */
const readHolder = async (file: string, files: LockPorts["files"]): Promise<Holder | "unreadable" | undefined> => {
  try {
    const holder = JSON.parse(new TextDecoder().decode(await files.read(file))) as Partial<Holder>;
    return typeof holder.pid === "number" && typeof holder.host === "string"
      ? { pid: holder.pid, host: holder.host, since: holder.since ?? "?" }
      : "unreadable";
  } catch (error) {
    return hasCode(error, "ENOENT") ? undefined : "unreadable";
  }
};

const locked = (file: string, holder: Holder | "unreadable"): ChorusError => {
  const { pid, host, since } = holder === "unreadable" ? { pid: 0, host: "?", since: "?" } : holder;
  return new ChorusError([diagnostic("CHR-STATE-LOCKED", "error", { file, pid, host, since })]);
};

const POLL_MS = 50;
const WAIT_MS = 20_000;
