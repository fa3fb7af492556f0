import type { Clock } from "../ports/ports.ts";

/** Lets requests start one after the other, never more than allowed in any sliding second. */
export interface Pace {
  /**
   * Waits for a turn and gives the time of the start, milliseconds since the epoch. `requestsPerSecond` may be below 1.
   * An aborted signal ends the wait at once; who calls must look at it.
   */
  start(lane: string, requestsPerSecond: number, signal?: AbortSignal): Promise<number>;
  /**
   * The gateway said 429 to a request that started at `startedAt`: half the pace for the rest of the run, once for all
   * requests that were under way, and no start before `pauseMs` have passed.
   */
  slow(lane: string, startedAt: number, pauseMs?: number): void;
}

export const createPace = (clock: Clock): Pace => {
  const lanes = new Map<string, Lane>();
  const laneOf = (name: string): Lane => {
    const lane = lanes.get(name) ?? newLane();
    lanes.set(name, lane);
    return lane;
  };

  return {
    start(name, requestsPerSecond, signal) {
      const lane = laneOf(name);
      const turn = lane.last.then(() => waitForTurn(lane, requestsPerSecond, clock, signal));
      lane.last = turn.catch(() => undefined);
      return turn;
    },
    slow(name, startedAt, pauseMs = 0) {
      const lane = laneOf(name);
      lane.nextAt = Math.max(lane.nextAt, clock.now() + Math.min(pauseMs, MAX_PAUSE_MS));
      if (startedAt <= lane.slowedAt) return;
      lane.share = Math.max(lane.share / 2, LEAST_SHARE);
      lane.slowedAt = clock.now();
    },
  };
};

interface Lane {
  /** The turn before, whatever came of it. */
  last: Promise<unknown>;
  /** Real starts, the latest last, as many as one window may hold. */
  starts: number[];
  /** Starts are spread evenly: a burst also brings on the false 401 that integrators measured. */
  nextAt: number;
  share: number;
  slowedAt: number;
}

const newLane = (): Lane => ({
  last: Promise.resolve(),
  starts: [],
  nextAt: 0,
  share: 1,
  slowedAt: Number.NEGATIVE_INFINITY,
});

const waitForTurn = async (
  lane: Lane,
  requestsPerSecond: number,
  clock: Clock,
  signal: AbortSignal | undefined,
): Promise<number> => {
  let slot: number | undefined;
  for (;;) {
    const now = clock.now();
    const { count, windowMs } = windowOf(requestsPerSecond * lane.share);
    if ((lane.starts.at(-1) ?? 0) > now) {
      // The machine's clock was set back: what was noted says nothing any more, so wait a whole window.
      lane.starts = [];
      lane.nextAt = now + windowMs;
    }
    const dueAt = Math.max(lane.nextAt, (lane.starts.at(-count) ?? Number.NEGATIVE_INFINITY) + windowMs);
    if (now >= dueAt || signal?.aborted === true) {
      // Counted from the slot, a timer that rings late delays this start and not all that follow.
      lane.nextAt = (slot ?? now) + windowMs / count;
      lane.starts = [...lane.starts.slice(-MAX_NOTED), now];
      return now;
    }
    slot = dueAt;
    await clock.sleep(Math.ceil(dueAt - now), signal).catch((error: unknown) => {
      if (signal?.aborted !== true) throw error;
    });
  }
};

const windowOf = (requestsPerSecond: number): { readonly count: number; readonly windowMs: number } =>
  requestsPerSecond >= 1
    ? { count: Math.min(Math.floor(requestsPerSecond), MAX_NOTED), windowMs: WINDOW_MS }
    : { count: 1, windowMs: WINDOW_MS / Math.max(requestsPerSecond, LEAST_RATE) };

/** A second, and some for requests that the network holds up less than the ones before. */
const WINDOW_MS = 1_030;

const MAX_PAUSE_MS = 60_000;
const LEAST_SHARE = 1 / 8;
const LEAST_RATE = 1 / 60;
const MAX_NOTED = 200;
