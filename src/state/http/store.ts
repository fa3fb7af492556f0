import type { Author } from "../../model/history.ts";
import { ChorusError } from "../../diagnostics/chorus-error.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Moved } from "../../model/desired.ts";
import { toInstant } from "../../model/instant.ts";
import type { Clock, Files, Processes, Randomness } from "../../ports/ports.ts";
import { changedSubjects, changeState } from "../change-state.ts";
import { knownState } from "../known-state.ts";
import { applyMoves } from "../moves.ts";
import { emptyState, type State } from "../state.ts";
import type { StateStore } from "../store.ts";
import { parseDocument, serializeDocument } from "./document.ts";
import { breakHttpLock, withHttpLock, type Locking } from "./lock.ts";
import { ask, askOnce, isDone, isLocked, isPassing, pause, unreachable, type Asking, type Method, type Outcome, type StateServer } from "./server.ts";

export interface HttpStoreTarget {
  readonly url: URL;
  readonly updateMethod: Method;
  /** Absent: nothing is locked. */
  readonly lock?: Pick<Locking, "lockUrl" | "lockMethod" | "unlockUrl" | "unlockMethod">;
  connect(): StateServer;
}

export interface HttpStorePorts {
  readonly clock: Clock;
  readonly files: Files;
  readonly processes: Pick<Processes, "pid" | "host" | "isAlive">;
  readonly randomness: Randomness;
}

export interface HttpStoreOptions {
  /** Absolute: where this machine notes that the state was there. */
  readonly folder: string;
  readonly author: Author;
  readonly acceptNew: boolean;
  readonly moved?: readonly Moved[];
  readonly lockTimeoutMs?: number;
}

/**
 * The state on a server that speaks Terraform's protocol: read, written and locked as a whole. What a write came to is
 * looked up where no answer tells; one that somebody overtook is made anew from what is there by then.
 */
export const createHttpStore = (target: HttpStoreTarget, ports: HttpStorePorts, options: HttpStoreOptions): StateStore => {
  const { url, updateMethod, lock } = target;
  const { clock, files, processes, randomness } = ports;
  const { folder, author, acceptNew, moved, lockTimeoutMs = WAIT_MS } = options;
  const place = `${url.origin}${url.pathname}`;
  const known = knownState(folder, place, files);

  const connected = async <T>(work: (asking: Asking) => Promise<T>): Promise<T> => {
    const server = target.connect();
    try {
      return await work({ server, clock, randomness, place });
    } finally {
      await server.close();
    }
  };
  const lockingOf = (asking: Asking, addresses: NonNullable<HttpStoreTarget["lock"]>): Locking => {
    const holder = { owner: author.who, host: processes.host, pid: processes.pid, since: toInstant(clock.now()), command: author.command };
    return { ...asking, ...addresses, processes, holder, waitMs: lockTimeoutMs, uuid: randomness.uuid() };
  };
  /** What is there, which may be damaged; undefined where there is nothing. */
  const fetched = async (asking: Asking): Promise<Fetched | undefined> => {
    for (let tries = 1; ; tries += 1) {
      const outcome = await ask(asking, "GET", url);
      if (outcome.status === 404) return undefined;
      if (outcome.status === undefined || !isDone(outcome)) throw unreachable(asking, "GET", outcome);
      if (outcome.body.trim() === "") return undefined;
      const parsed = await parseDocument(outcome.body, place);
      // A body that was cut off on its way is whole the next time.
      const isTorn = "diagnostic" in parsed && parsed.diagnostic.code === "CHR-STATE-CORRUPT" && parsed.diagnostic.arguments.problem === "json";
      if (!isTorn || tries === LOOKS) return { text: outcome.body, ...parsed };
      await pause(asking, tries);
    }
  };

  const readable = async (asking: Asking): Promise<{ readonly state: State; readonly serial: number; readonly text?: string }> => {
    // Before the look: what another run begins meanwhile is known after it.
    const wasKnown = !acceptNew && (await known.isKnown());
    const found = await fetched(asking);
    if (found === undefined) {
      if (wasKnown) throw new ChorusError([diagnostic("CHR-STATE-GONE", "error", { file: place })]);
      return { state: emptyState(randomness.uuid()), serial: 0 };
    }
    if ("diagnostic" in found) throw new ChorusError([found.diagnostic]);
    return found;
  };

  /** Undefined once it is there; else why it is not: somebody was quicker, took the lock away, or nobody answers. */
  const put = async (asking: Asking, text: string, id: string | undefined): Promise<Outcome | undefined> => {
    const there = new URL(url);
    if (id !== undefined) there.searchParams.set("ID", id);
    for (let tries = 1; ; tries += 1) {
      const outcome = await askOnce(asking, updateMethod, there, text);
      if (isDone(outcome) && id !== undefined) return undefined;
      if (!isDone(outcome) && !isPassing(outcome) && !isOutrun(outcome)) throw unreachable(asking, updateMethod, outcome);
      // It may be there though no answer said so; and without a lock, somebody may have written at the same moment.
      if ((await fetched(asking))?.text === text) return undefined;
      // Only who holds the lock may send the same again: it would undo what somebody wrote meanwhile.
      if (id === undefined || !isPassing(outcome) || tries === TRIES) return outcome;
      await pause(asking, tries);
    }
  };

  /** Makes what is to be from what is there, until it is written. */
  const write = async (change: (asking: Asking, leastSerial: number) => Promise<Change>): Promise<number> =>
    connected(async (asking) => {
      if ((await change(asking, 0)).text === undefined) return 0;
      let leastSerial = 0;
      // The same lock each time, should one have come, or stayed, without a word.
      const locking = lock === undefined ? undefined : lockingOf(asking, lock);
      for (let tries = 1; ; tries += 1) {
        const once = async (id?: string): Promise<Outcome | number> => {
          const { text, lineage, subjects } = await change(asking, leastSerial);
          const failure = text === undefined ? undefined : await put(asking, text, id);
          if (failure === undefined) await known.note(lineage);
          return failure ?? subjects;
        };
        const came = await (locking === undefined ? once() : withHttpLock(locking, once));
        if (typeof came === "number") return came;
        if (tries === ROUNDS || (lock !== undefined && isPassing(came))) throw unreachable(asking, updateMethod, came);
        // The number may be that of a version that is not to be seen any more.
        if (came.status === OUTRUN) leastSerial = secondsOf(clock);
        await pause(asking, tries);
      }
    });

  return {
    place,
    read: () => connected(async (asking) => applyMoves((await readable(asking)).state, moved)),
    async commit(changed, gone) {
      if (changed.length === 0 && gone.length === 0 && (moved ?? []).length === 0) return 0;
      let most = 0;
      await write(async (asking, leastSerial) => {
        const { state: before, serial } = await readable(asking);
        const after = changeState(applyMoves(before, moved), changed, gone);
        const subjects = changedSubjects(before, after).size;
        most = Math.max(most, subjects);
        return { lineage: before.lineage, subjects, ...(subjects === 0 ? {} : { text: serializeDocument(after, Math.max(serial + 1, leastSerial)) }) };
      });
      return most;
    },
    replace: async (state) => {
      await write(async (asking, leastSerial) => {
        const there = await fetched(asking);
        if (there?.text === serializeDocument(state, there?.serial ?? 0)) return { lineage: state.lineage, subjects: 0 };
        return { lineage: state.lineage, subjects: 0, text: serializeDocument(state, Math.max(serialAfter(there, clock), leastSerial)) };
      });
    },
    unlock: async () => (lock === undefined ? undefined : connected((asking) => breakHttpLock(lockingOf(asking, lock)))),
  };
};

type Fetched = Awaited<ReturnType<typeof parseDocument>> & { readonly text: string };

interface Change {
  readonly lineage: string;
  /** Absent: there is nothing to write. */
  readonly text?: string;
  readonly subjects: number;
}

/** Of what says no number any more, the seconds since 1970 are surely higher. */
const serialAfter = (there: Fetched | undefined, clock: Clock): number =>
  there?.serial === 0 ? secondsOf(clock) : (there?.serial ?? 0) + 1;

const secondsOf = (clock: Clock): number => Math.ceil(clock.now() / 1000);

const isOutrun = (outcome: Outcome): boolean => isLocked(outcome) || outcome.status === OUTRUN;

const WAIT_MS = 20_000;
const TRIES = 6;
const LOOKS = 3;
const ROUNDS = 20;

/** Unprocessable Content: GitLab's word for a serial number that somebody else has used. */
const OUTRUN = 422;
