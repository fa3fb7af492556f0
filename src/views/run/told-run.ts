import type { ApplyEvent } from "../../apply/events.ts";
import type { DriftDocument } from "../../plan/drift/drift-document.ts";
import type { PlanDocument } from "../../plan/plan-document.ts";
import type { ReviewDocument } from "../../plan/review/review-document.ts";

/** What a run has to tell, whatever the format. */
export interface ToldRun {
  readonly command: "plan" | "apply" | "refresh" | "drift";
  /** The plan as it then is. */
  readonly document: PlanDocument;
  /** What happened on the way, in order. */
  readonly events: readonly ApplyEvent[];
  /** What a change asks for; then the rest of the plan is only counted. */
  readonly review?: ReviewDocument;
  /** What was true and is not; then nothing else of the plan is told. */
  readonly drift?: DriftDocument;
}
