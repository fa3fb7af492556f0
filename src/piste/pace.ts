import type { Clock } from "../ports/ports.ts";

/** Requests that may be started in any sliding second and minute, and in a day of UTC. `perSecond` may be below 1. */
export interface Rates {
  readonly perSecond: number;
  readonly perMinute?: number;
  readonly perDay?: number;
}

/** Lets requests start one after the other, never more than allowed in any sliding window, fairly between the lanes. */
export interface Pace {
  /**
   * Waits for a turn and gives the time of the start, milliseconds since the epoch. An aborted signal ends the wait at
   * once; who calls must look at it.
   */
  start(lane: string, rates: Rates, signal?: AbortSignal): Promise<number>;
  /** Milliseconds until the day's requests begin anew, where they are used up; undefined where there are some left. */
  exhaustedForMs(lane: string, rates: Rates): number | undefined;
  /**
   * The gateway said 429 to a request that started at `startedAt`: half the pace, once for all requests that were under
   * way, won back little by little; and no start before `pauseMs` have passed.
   */
  slow(lane: string, startedAt: number, pauseMs?: number): void;
  /** Resolves once nobody waits for the cap over all lanes: whoever is under way leaves room for more. At once where aborted. */
  spare(signal?: AbortSignal): Promise<void>;
  /** Requests of each lane in the day of UTC that it is, those of earlier runs included. */
  spentToday(): ReadonlyMap<string, number>;
}

export interface PaceOptions {
  /** What earlier runs started today. */
  readonly spent?: ReadonlyMap<string, number>;
  /** Over all lanes: a machine with thousands of applications is still one client. */
  readonly perSecond?: number;
}

export const createPace = (clock: Clock, { spent = new Map(), perSecond = ALL_LANES_PER_SECOND }: PaceOptions = {}): Pace => {
  const today = dayOf(clock.now());
  const lanes = new Map<string, Lane>();
  const all: Lane = { ...newLane(), isSpread: false };
  let waiting = 0;
  const laneOf = (name: string): Lane => {
    const lane = lanes.get(name) ?? newLane({ day: today, count: spent.get(name) ?? 0 });
    lanes.set(name, lane);
    return lane;
  };

  return {
    start(name, rates, signal) {
      const lane = laneOf(name);
      const turn = lane.last.then(async () => {
        await waitForTurn(lane, rates, clock, signal);
        // First come, first served: a lane asks for one start at a time, so none can crowd out another.
        waiting++;
        const shared = all.last.then(() => waitForTurn(all, { perSecond }, clock, signal)).finally(() => waiting--);
        all.last = shared.catch(() => undefined);
        const startedAt = noteStart(all, await shared);
        return noteStart(lane, startedAt);
      });
      lane.last = turn.catch(() => undefined);
      return turn;
    },
    exhaustedForMs(name, { perDay = Number.POSITIVE_INFINITY }) {
      const now = clock.now();
      const { spent: used } = laneOf(name);
      return used.day === dayOf(now) && used.count >= perDay ? DAY_MS - (now % DAY_MS) : undefined;
    },
    slow(name, startedAt, pauseMs = 0) {
      const lane = laneOf(name);
      const now = clock.now();
      lane.nextAt = Math.max(lane.nextAt, now + Math.min(pauseMs, MAX_PAUSE_MS));
      if (startedAt <= lane.slowedAt) return;
      lane.share = Math.max(shareOf(lane, now) / 2, LEAST_SHARE);
      lane.slowedAt = now;
    },
    async spare(signal) {
      for (;;) {
        await sleepFor(LOOK_MS, clock, signal);
        if (waiting === 0 || signal?.aborted === true) return;
      }
    },
    spentToday() {
      const day = dayOf(clock.now());
      return new Map([...lanes].flatMap(([name, lane]) => (lane.spent.day === day && lane.spent.count > 0 ? [[name, lane.spent.count] as const] : [])));
    },
  };
};

interface Lane {
  /** The turn before, whatever came of it. */
  last: Promise<unknown>;
  /** Real starts, the latest last, as many as the longest window may hold. */
  starts: number[];
  nextAt: number;
  /** Between two starts, at the pace of the latest. */
  gapMs: number;
  /** Starts are spread evenly: a burst also brings on the false 401 that integrators measured. Else they come in {@link BURSTS}. */
  readonly isSpread: boolean;
  /** When the latest turn was due. */
  slot: number | undefined;
  share: number;
  slowedAt: number;
  spent: { readonly day: number; readonly count: number };
}

const newLane = (spent: Lane["spent"] = { day: 0, count: 0 }): Lane => ({
  last: Promise.resolve(),
  starts: [],
  nextAt: 0,
  gapMs: 0,
  isSpread: true,
  slot: undefined,
  share: 1,
  slowedAt: Number.NEGATIVE_INFINITY,
  spent,
});

const waitForTurn = async (lane: Lane, rates: Rates, clock: Clock, signal: AbortSignal | undefined): Promise<number> => {
  lane.slot = undefined;
  for (;;) {
    const now = clock.now();
    const { count, windowMs } = windowOf(rates.perSecond * shareOf(lane, now));
    if ((lane.starts.at(-1) ?? 0) > now) {
      // The machine's clock was set back: what was noted says nothing any more, so wait a whole window.
      lane.starts = [];
      lane.nextAt = lane.isSpread ? now + windowMs : now;
    }
    lane.gapMs = lane.isSpread ? windowMs / count : 0;
    const burst = lane.isSpread ? undefined : Math.ceil(count / BURSTS);
    const dueAt = Math.max(lane.nextAt, freeAt(lane, count, windowMs), freeAt(lane, burst, windowMs / BURSTS), freeAt(lane, rates.perMinute, MINUTE_MS));
    if (now >= dueAt || signal?.aborted === true) return now;
    lane.slot = dueAt;
    await sleepFor(Math.ceil(dueAt - now), clock, signal);
  }
};

/** An aborted signal only ends the wait. */
const sleepFor = (ms: number, clock: Clock, signal: AbortSignal | undefined): Promise<void> =>
  clock.sleep(ms, signal).catch((error: unknown) => {
    if (signal?.aborted !== true) throw error;
  });

/** When the window has room again. */
const freeAt = ({ starts }: Lane, count: number | undefined, windowMs: number): number =>
  count === undefined ? Number.NEGATIVE_INFINITY : (starts.at(-Math.min(Math.max(1, Math.floor(count)), MAX_NOTED)) ?? Number.NEGATIVE_INFINITY) + windowMs;

const noteStart = (lane: Lane, now: number): number => {
  // Counted from the slot, a timer that rings late delays this start and not all that follow.
  lane.nextAt = Math.max(lane.slot ?? now, now - lane.gapMs) + lane.gapMs;
  lane.starts.push(now);
  if (lane.starts.length > 2 * MAX_NOTED) lane.starts = lane.starts.slice(-MAX_NOTED);
  const day = dayOf(now);
  lane.spent = { day, count: lane.spent.day === day ? lane.spent.count + 1 : 1 };
  return now;
};

/** Half at a 429, and a little more for every while without another. */
const shareOf = ({ share, slowedAt }: Lane, now: number): number =>
  share === 1 ? 1 : Math.min(1, share + Math.floor((now - slowedAt) / RECOVERY_MS) * LEAST_SHARE);

const windowOf = (requestsPerSecond: number): { readonly count: number; readonly windowMs: number } =>
  requestsPerSecond >= 1
    ? { count: Math.min(Math.floor(requestsPerSecond), MAX_A_SECOND), windowMs: WINDOW_MS }
    : { count: 1, windowMs: WINDOW_MS / Math.max(requestsPerSecond, LEAST_RATE) };

const dayOf = (ms: number): number => Math.floor(ms / DAY_MS);

/** A second, and some for requests that the network holds up less than the ones before. */
const WINDOW_MS = 1_030;
/** A lane that is not spread starts a fifth of its window's requests at a time: all at once, as many connections would open. */
const BURSTS = 5;
/** Between two looks at whether there is room for more. */
const LOOK_MS = 250;
const MINUTE_MS = 60_500;
const DAY_MS = 86_400_000;

const MAX_PAUSE_MS = 60_000;
const LEAST_SHARE = 1 / 8;
const RECOVERY_MS = 15_000;
const LEAST_RATE = 1 / 60;
const MAX_A_SECOND = 1_000;
const MAX_NOTED = 10_000;

/** A cap of ours: no gateway should take a run of Chorus for an attack. */
const ALL_LANES_PER_SECOND = 200;
