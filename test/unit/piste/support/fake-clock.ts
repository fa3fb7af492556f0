import type { Clock } from "../../../../src/ports/ports.ts";

export interface FakeClock extends Clock {
  /** Every sleep asked for, in order. */
  readonly slept: readonly number[];
  advance(ms: number): void;
}

/** Time passes only by sleeping, at once, and when told. */
export const fakeClock = (start = 1_750_000_000_000): FakeClock => {
  let now = start;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    advance: (ms) => {
      now += ms;
    },
    sleep: async (ms, signal) => {
      if (signal?.aborted === true) throw signal.reason;
      slept.push(ms);
      now += ms;
    },
  };
};
