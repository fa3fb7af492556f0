import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { parseDuration } from "../model/instant.ts";

/** Milliseconds of a duration given with an option. Throws where it is none. */
export const durationOf = (option: string, text: string): number => {
  const ms = parseDuration(text);
  if (ms !== undefined) return ms;
  throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "invalid-argument", value: text, of: option, allowed: EXAMPLES })]);
};

const EXAMPLES = "90s, 30m, 24h, 7d…";
