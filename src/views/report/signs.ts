import type { ReportMark } from "../../plan/report/report-mark.ts";

/** Beside the word, never instead of it: what tells marks apart without colours. */
export const SIGNS: Readonly<Record<ReportMark, string>> = {
  toDo: "+",
  due: "!",
  unknown: "?",
  waiting: "…",
  accepted: "≠",
  stale: "~",
  paused: "=",
  attested: "✎",
  inferred: "∴",
  proven: "✓",
};
