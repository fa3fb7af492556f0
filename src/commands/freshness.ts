import { defined } from "../model/defined.ts";
import { durationOf } from "../operations/duration-of.ts";
import type { Freshness } from "../operations/observe-project.ts";

/** How much of what is known is asked anew, and for how long. */
export interface FreshnessOptions {
  readonly maxAge?: string;
  readonly refresh?: boolean;
  readonly timeout?: string;
  readonly changedSince?: string;
}

export const freshnessOf = ({ maxAge, refresh }: FreshnessOptions): Freshness =>
  defined({
    maxAgeMs: maxAge === undefined ? undefined : durationOf("--max-age", maxAge),
    everything: refresh === true ? true : undefined,
  });

/** A slip in a duration is told before anything is done, also where nothing would be asked. */
export const checkDurations = (options: FreshnessOptions): void => {
  freshnessOf(options);
  timeoutOf(options);
};

/** Milliseconds; undefined where the run may take its time. */
export const timeoutOf = ({ timeout }: FreshnessOptions): number | undefined =>
  timeout === undefined ? undefined : durationOf("--timeout", timeout);
