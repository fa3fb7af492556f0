import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { defined } from "../model/defined.ts";
import type { StopOptions } from "../plan/review/stops.ts";

/** How much a change may end or change, as it is given. */
export interface StopCommandOptions {
  readonly maxChanges?: string;
  readonly allowEnds?: boolean;
}

export const stopOptionsOf = ({ allowEnds, maxChanges }: StopCommandOptions): StopOptions => {
  if (maxChanges === undefined || /^\d{1,9}$/.test(maxChanges)) return defined({ allowEnds, maxChanges: maxChanges === undefined ? undefined : Number(maxChanges) });
  throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "invalid-argument", value: maxChanges, of: "--max-changes", allowed: "0, 1, 2…" })]);
};
