import { toMs } from "../../model/instant.ts";
import { markOf, type MarkContext } from "../marks.ts";
import type { PlannedResource } from "../plan-document.ts";

/**
 * How one claim stands in a report: a mark of the status, told more finely. `waiting`: unknown, and an open step comes first.
 * `inferred`: it follows from verified facts. Those that ask for most come first.
 */
export const REPORT_MARKS = ["toDo", "due", "unknown", "waiting", "accepted", "stale", "paused", "attested", "inferred", "proven"] as const;

export type ReportMark = (typeof REPORT_MARKS)[number];

export interface ReportMarkContext extends MarkContext {
  /** What an API proved before then, and nobody saw since, is stale. */
  readonly staleBeforeMs: number;
}

export const reportMarkOf = (resource: PlannedResource, context: ReportMarkContext): ReportMark => {
  const mark = markOf(resource, context);
  if (mark === "unknown") return resource.waitsFor === undefined ? mark : "waiting";
  if (mark !== "proven") return mark;
  const [first] = resource.conditions;
  if (first?.provenAt !== undefined && toMs(first.provenAt) < context.staleBeforeMs) return "stale";
  return first?.proof === "inferred" ? "inferred" : mark;
};

/** Of marks put together, the one that asks for most; of none, nothing is known. */
export const worstReportMark = (marks: readonly ReportMark[]): ReportMark => REPORT_MARKS.find((one) => marks.includes(one)) ?? "unknown";

/** Whether it is so, and was seen or said to be of late. What ends soon still is; nothing unknown ever is. */
export const isSettled = (mark: ReportMark): boolean => mark === "proven" || mark === "inferred" || mark === "attested";
