import type { PlanDocument } from "../plan/plan-document.ts";

export const DONE = 0;
export const FAILED = 1;
export const STEPS_REMAIN = 2;
export const UNPROVEN = 3;
/** With `--due`: something is past due, or due within that time. For a job that runs on its own. */
export const SOMETHING_DUE = 2;
export const CANCELLED = 130;

/** 0, unless asked in detail: then 2 where steps remain, 3 where none does but something is unproven. */
export const exitCodeOf = ({ steps, summary }: PlanDocument, detailed: boolean): number => {
  if (!detailed) return DONE;
  if (steps.length > 0) return STEPS_REMAIN;
  return summary.unknown > 0 ? UNPROVEN : DONE;
};
