import type { Rates } from "./scenario.ts";

/** Counts the calls of applications against their quotas. */
export interface Quota {
  /** Takes one call when all of them allow it; otherwise none, and the milliseconds until one may be free. */
  take(limits: readonly Limit[]): number;
}

/** What is counted together, and how much of it is accepted. */
export interface Limit {
  readonly of: string;
  readonly rates: Rates;
}

/**
 * PISTE user guide §6-10: quotas per second, minute and day of an application or a method. The second slides; the
 * minute and the day are those of the clock, so that what is remembered of an application does not grow with its calls.
 */
export function quota(now: () => number): Quota {
  const counted = new Map<string, Counted>();
  const seenOf = (of: string): Counted => {
    const seen = counted.get(of) ?? { recent: [], minute: { start: 0, calls: 0 }, jour: { start: 0, calls: 0 } };
    counted.set(of, seen);
    return seen;
  };
  return {
    take: (limits) => {
      const at = now();
      const asked = limits.map(({ of, rates }) => ({ rates, seen: seenOf(of) }));
      const wait = Math.max(0, ...asked.map(({ rates, seen }) => waitOf(rates, seen, at)));
      if (wait > 0) return wait;
      for (const { rates, seen } of asked) {
        if (rates.seconde !== undefined) seen.recent.push(at);
        for (const { name } of FIXED) seen[name].calls += 1;
      }
      return 0;
    },
  };
}

/** Forgets what is past, and says how long until there is room. */
function waitOf(rates: Rates, seen: Counted, at: number): number {
  seen.recent = seen.recent.filter((time) => time > at - SECOND && time <= at);
  return Math.max(
    ...FIXED.map(({ name, length }) => {
      const start = at - (at % length);
      if (seen[name].start !== start) seen[name] = { start, calls: 0 };
      return seen[name].calls < (rates[name] ?? Infinity) ? 0 : start + length - at;
    }),
    seen.recent.length < (rates.seconde ?? Infinity) ? 0 : (seen.recent[0] ?? at) + SECOND - at,
  );
}

interface Counted {
  /** When the calls of the last second were accepted, oldest first. */
  recent: number[];
  minute: Window;
  jour: Window;
}

interface Window {
  readonly start: number;
  calls: number;
}

const SECOND = 1000;
const FIXED = [
  { name: "minute", length: 60_000 },
  { name: "jour", length: 86_400_000 },
] as const;
