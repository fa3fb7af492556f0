import type { Clock } from "../../src/ports/ports.ts";

export interface VirtualClock extends Clock {
  advance(ms: number): void;
}

/** A clock on which sleeping takes no time: it moves the time instead. */
export const virtualClock = (startMs: number = NOON): VirtualClock => {
  let now = startMs;
  return {
    now: () => now,
    sleep: async (ms) => {
      now += ms;
    },
    advance: (ms) => {
      now += ms;
    },
  };
};

/** 24 November 2026, 09:12 in Paris. */
export const NOON = Date.UTC(2026, 10, 24, 8, 12);
