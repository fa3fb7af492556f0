import { ChorusError } from "../../diagnostics/chorus-error.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { parseInstant, type Instant } from "../../model/instant.ts";
import { isRecord } from "../../model/is-record.ts";
import { parseJson } from "../../model/parse-json.ts";
import type { Processes } from "../../ports/ports.ts";
import type { LockHolder } from "../../model/lock-holder.ts";
import { ask, askOnce, isDone, isLocked, isPassing, pause, unreachable, type Asking, type Method, type Outcome } from "./server.ts";

export interface Locking extends Asking {
  readonly lockUrl: URL;
  readonly lockMethod: Method;
  readonly unlockUrl: URL;
  readonly unlockMethod: Method;
  readonly processes: Pick<Processes, "host" | "isAlive">;
  readonly holder: LockHolder;
  readonly waitMs: number;
  readonly uuid: string;
}

/**
 * Works while the lock is held; a live holder is waited for, then named. A lock that a process of this machine left behind
 * is given back for it: whoever was thought dead and is not has its write refused, since it names its lock.
 */
export const withHttpLock = async <T>(locking: Locking, work: (id: string) => Promise<T>): Promise<T> => {
  const id = lockId(locking.uuid, locking.holder);
  await acquire(locking, id);
  try {
    return await work(id);
  } finally {
    await giveBack(locking, id);
  }
};

/** Gives back somebody's lock for a person who knows that he is no more; undefined where there was none. */
export const breakHttpLock = async (locking: Locking): Promise<LockHolder | undefined> => {
  const id = lockId(locking.uuid, locking.holder);
  const found = await ask(locking, locking.lockMethod, locking.lockUrl, lockInfo(locking, id));
  if (!isDone(found) && !isLocked(found)) throw unreachable(locking, locking.lockMethod, found);
  const held = isDone(found) ? { id, holder: undefined } : readHolder(found);
  await giveBack(locking, held.id ?? id);
  return held.id === id ? undefined : held.holder;
};

const acquire = async (locking: Locking, id: string): Promise<void> => {
  const { clock, lockMethod, lockUrl, waitMs, place } = locking;
  const until = clock.now() + waitMs;
  for (let tries = 1, stumbles = 0; ; tries += 1) {
    const outcome = await askOnce(locking, lockMethod, lockUrl, lockInfo(locking, id));
    if (isDone(outcome)) return;
    if (isLocked(outcome)) {
      const held = readHolder(outcome);
      // An answer that did not come back had given it already.
      if (held.id === id) return;
      if (held.id !== undefined && isDead(held.holder, locking)) {
        await giveBack(locking, held.id);
        continue;
      }
      if (clock.now() >= until) throw new ChorusError([diagnostic("CHR-STATE-LOCKED", "error", { file: place, ...held.holder })]);
      stumbles = 0;
    } else if (!isPassing(outcome) || (stumbles += 1) === STUMBLES) throw unreachable(locking, lockMethod, outcome);
    await pause(locking, Math.min(tries, 3));
  }
};

/** A lock that is somebody else's by now is none of ours: then the server says so however often it is asked. */
const giveBack = async (locking: Locking, id: string): Promise<void> => {
  for (let tries = 1; ; tries += 1) {
    const outcome = await ask(locking, locking.unlockMethod, locking.unlockUrl, lockInfo(locking, id));
    if (isPassing(outcome)) throw unreachable(locking, locking.unlockMethod, outcome);
    if (!isLocked(outcome) || tries === LOOKS) return;
    await pause(locking, tries);
  }
};

const isDead = ({ host, pid }: LockHolder, { processes }: Locking): boolean => pid > 0 && host === processes.host && !processes.isAlive(pid);

/** As Terraform writes it. */
const lockInfo = ({ holder: { owner, host, since, command }, place }: Locking, id: string): string =>
  JSON.stringify({ ID: id, Operation: "OperationTypeApply", Info: command, Who: `${owner}@${host}`, Version: "chorus", Created: since, Path: place });

/**
 * A lock's id also says which process holds it, for which command: of a holder's other words GitLab keeps but who and when,
 * and answers who asks with his own.
 */
export const lockId = (uuid: string, { pid, host, command }: LockHolder): string =>
  [uuid, String(pid), host, command].map((part) => written(part).slice(0, 72)).join(".");

const readHolder = ({ body = "" }: Outcome & { readonly body?: string }): { readonly id: string | undefined; readonly holder: LockHolder } => {
  const info = parseJson(body);
  const { ID: id, Who: who = "?", Created: created = "" } = isRecord(info) ? info : {};
  const [, pid = "0", host, command] = typeof id === "string" ? id.split(".") : [];
  const [owner = "?", at = "?"] = /^(.*)@([^@]*)$/.exec(String(who))?.slice(1) ?? [String(who)];
  const named = { host: host === undefined ? at : read(host), command: command === undefined ? "?" : read(command) };
  const holder = { owner, pid: Number.parseInt(pid, 10) || 0, since: parseInstant(String(created)) ?? ("?" as Instant), ...named };
  return { id: typeof id === "string" ? id : undefined, holder };
};

/** Letters, digits, `_` and `-`: some server makes a path of it. */
const written = (text: string): string =>
  [...new TextEncoder().encode(text)].map((byte) => (PLAIN.test(String.fromCodePoint(byte)) ? String.fromCodePoint(byte) : `~${byte.toString(16).padStart(2, "0")}`)).join("");

const read = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll("~", "%"));
  } catch {
    return text;
  }
};

const PLAIN = /[A-Za-z0-9_-]/;

const STUMBLES = 6;
const LOOKS = 3;
