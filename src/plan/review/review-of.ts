import { defined } from "../../model/defined.ts";
import type { Moved } from "../../model/desired.ts";
import type { Plan } from "../plan.ts";
import { planDigest } from "../plan-digest.ts";
import { sealPlan } from "../seal-plan.ts";
import { changedSteps } from "./changed-steps.ts";
import { changedSubjects } from "./changed-subjects.ts";
import type { ReviewDocument, Unchanged } from "./review-document.ts";
import { sameNames, type SameNames } from "./same-names.ts";
import { stopsOf, type StopOptions } from "./stops.ts";

export interface ReviewOptions extends StopOptions {
  readonly against: string;
  /** Names that the change changes. */
  readonly moved: readonly Moved[];
}

/**
 * Compares the plan of a configuration with that of another, both on the same records and at the same time: what differs
 * follows from the change alone.
 */
export const reviewOf = (before: Plan, now: Plan, options: ReviewOptions): ReviewDocument => {
  const { document } = now;
  const { createdAt, topology, language, state, selection } = document;
  const names = sameNames(options.moved);
  const subjects = changedSubjects(before, now, names);
  const { unchanged, ...steps } = changedSteps(before.document.steps, document.steps, names);
  return defined({
    format: "chorus-review",
    version: 1,
    createdAt,
    topology,
    language,
    state,
    selection,
    against: options.against,
    digest: planDigest(sealPlan(now)),
    subjects,
    steps,
    unobserved: unobserved(before, now, names),
    unchanged: countUnchanged(now, unchanged),
    regressions: document.resources.filter(({ drifted, status }) => drifted === true && status !== "accepted").length,
    stops: stopsOf({ before: before.input.desired, now: now.input.desired, subjects }, options),
  });
};

const unobserved = (before: Plan, now: Plan, names: SameNames): number => {
  const known = new Set(before.document.resources.map(({ address }) => names.address(address)));
  return now.document.resources.filter(({ address, status }) => status === "unknown" && !known.has(address)).length;
};

const countUnchanged = ({ assessed }: Plan, steps: ReturnType<typeof changedSteps>["unchanged"]): Unchanged => {
  const subjects = new Map(assessed.map(({ resource }) => [resource.address, resource.subject]));
  return {
    steps: steps.length,
    due: steps.filter(({ why }) => why === "due").length,
    subjects: new Set(steps.flatMap(({ items }) => items.map(({ address }) => subjects.get(address) ?? address))).size,
  };
};
