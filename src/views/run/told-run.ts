import type { ApplyEvent } from "../../apply/events.ts";
import type { DriftDocument } from "../../plan/drift/drift-document.ts";
import type { PlanDocument, SealedPlan } from "../../plan/plan-document.ts";
import type { ReviewDocument } from "../../plan/review/review-document.ts";

/** What a run has to tell, whatever the format. */
export interface ToldRun {
  readonly command: "plan" | "apply" | "refresh" | "drift";
  /** The plan as it then is. */
  readonly document: PlanDocument;
  /** The same as it leaves; absent where it is told on a screen alone, which has no digests. */
  readonly sealed?: SealedPlan;
  /** What happened on the way, in order. */
  readonly events: readonly ApplyEvent[];
  /** What a change asks for; then the rest of the plan is only counted. */
  readonly review?: ReviewDocument;
  /** What was true and is not; then nothing else of the plan is told. */
  readonly drift?: DriftDocument;
}

/** For the formats that hold a plan or its digest. */
export const sealedOf = ({ sealed }: Pick<ToldRun, "sealed">): SealedPlan => {
  if (sealed === undefined) throw new Error("a plan that was not sealed is told to more than a screen");
  return sealed;
};
