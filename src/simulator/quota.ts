import type { ScenarioQuotas } from "./scenario.ts";

/** Counts the calls of applications against their quotas. */
export interface Quota {
  /** Takes one call when every quota allows it; otherwise none, and the milliseconds until one may be free. */
  take(application: string, quotas: ScenarioQuotas): number;
}

/**
 * PISTE user guide §6-10: quotas per second, minute and day of an application. The second slides; the minute and
 * the day are those of the clock, so that what is remembered of an application does not grow with its calls.
 */
export function quota(now: () => number): Quota {
  const counted = new Map<string, Counted>();
  return {
    take: (application, quotas) => {
      if (Object.keys(quotas).length === 0) return 0;
      const at = now();
      const seen = counted.get(application) ?? { recent: [], minute: { start: 0, calls: 0 }, jour: { start: 0, calls: 0 } };
      counted.set(application, seen);
      seen.recent = seen.recent.filter((time) => time > at - SECOND && time <= at);
      const wait = Math.max(
        ...FIXED.map(({ name, length }) => {
          const start = at - (at % length);
          if (seen[name].start !== start) seen[name] = { start, calls: 0 };
          return seen[name].calls < (quotas[name] ?? Infinity) ? 0 : start + length - at;
        }),
        seen.recent.length < (quotas.seconde ?? Infinity) ? 0 : (seen.recent[0] ?? at) + SECOND - at,
      );
      if (wait > 0) return wait;
      if (quotas.seconde !== undefined) seen.recent.push(at);
      for (const { name } of FIXED) seen[name].calls += 1;
      return 0;
    },
  };
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
