import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { defined } from "../model/defined.ts";
import { parseDuration } from "../model/instant.ts";
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

/** Milliseconds of a duration given with an option. Throws where it is none. */
export const durationOf = (option: string, text: string): number => {
  const ms = parseDuration(text);
  if (ms !== undefined) return ms;
  throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "invalid-argument", value: text, of: option, allowed: EXAMPLES })]);
};

const EXAMPLES = "90s, 30m, 24h, 7d…";
