import { formatIso } from "./iso-time.ts";

/** The time inside the simulator: the caller's clock, moved by the admin endpoint. */
export interface SimulatedClock {
  readonly now: () => number;
  readonly iso: () => string;
  readonly set: (nowMs: number) => void;
  readonly advance: (ms: number) => void;
}

export function simulatedClock(realNow: () => number): SimulatedClock {
  let offset = 0;
  const now = (): number => Math.floor(realNow() + offset);
  return {
    now,
    iso: () => formatIso(now()),
    set: (nowMs) => { offset = nowMs - realNow(); },
    advance: (ms) => { offset += ms; },
  };
}
