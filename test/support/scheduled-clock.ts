import { Heap } from "../../src/plan/heap.ts";
import { NOON, type VirtualClock } from "./virtual-clock.ts";

/**
 * A clock on which sleeping takes no real time, and which yet keeps the order of things: time moves to the earliest
 * wake-up once nothing else is under way. Who sleeps side by side sleeps at the same time.
 */
export interface ScheduledClock extends VirtualClock {
  /** The same port: while it works, on a socket or a disk, no time passes. */
  holding<Port extends object>(port: Port): Port;
  /** The sleep of one for whom such work waits: meanwhile that work holds nothing up. */
  sleepBehind(ms: number): Promise<void>;
}

export const scheduledClock = (startMs: number = NOON): ScheduledClock => {
  const wakeUps = new Heap<WakeUp>(({ at }) => at);
  let now = startMs;
  let held = 0;
  let behind = 0;
  let isLooking = false;

  // All that follows at once from what has just happened has happened by then.
  const lookSoon = (): void => {
    if (isLooking) return;
    isLooking = true;
    setImmediate(() => {
      isLooking = false;
      if (held <= behind) wakeNext();
    });
  };

  const wakeNext = (): void => {
    const next = wakeUps.pop();
    if (next === undefined) return;
    if (!next.isOver) now = Math.max(now, next.at);
    next.ring();
    lookSoon();
  };

  const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const wakeUp: WakeUp = { at: now + Math.max(0, ms), isOver: false, ring: resolve };
      const stop = (): void => {
        wakeUp.isOver = true;
        reject(signal?.reason instanceof Error ? signal.reason : new Error("aborted"));
      };
      if (signal?.aborted === true) return stop();
      signal?.addEventListener("abort", stop, { once: true });
      wakeUp.ring = () => {
        signal?.removeEventListener("abort", stop);
        resolve();
      };
      wakeUps.push(wakeUp);
      lookSoon();
    });

  const hold = async (work: Promise<unknown>): Promise<unknown> => {
    held++;
    try {
      return await work;
    } finally {
      held--;
      lookSoon();
    }
  };

  return {
    now: () => now,
    advance: (ms) => {
      now += ms;
    },
    sleep,
    sleepBehind: async (ms) => {
      behind++;
      lookSoon();
      try {
        await sleep(ms);
      } finally {
        behind--;
      }
    },
    holding: (port) =>
      new Proxy(port, {
        get: (target, name): unknown => {
          const value: unknown = Reflect.get(target, name);
          if (typeof value !== "function") return value;
          return (...args: readonly unknown[]): unknown => {
            const result: unknown = Reflect.apply(value, target, args);
            return result instanceof Promise ? hold(result) : result;
          };
        },
      }),
  };
};

interface WakeUp {
  readonly at: number;
  ring: () => void;
  /** Somebody ended the sleep before its time. */
  isOver: boolean;
}
