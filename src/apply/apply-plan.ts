import type { Address } from "../model/address.ts";
import { defined } from "../model/defined.ts";
import type { StepArguments, StepItem } from "../model/step.ts";
import type { Assessed, AssessedCondition } from "../plan/assess.ts";
import { changesSince, type PlanChange } from "../plan/compare-plans.ts";
import type { PlanDocument, SealedPlan } from "../plan/plan-document.ts";
import { planFrom, type Plan } from "../plan/plan.ts";
import { sealPlan } from "../plan/seal-plan.ts";
import type { ApplyEvent } from "./events.ts";

export interface ApplyOptions {
  /** The plan that was reviewed: what it does not hold is not done. */
  readonly reviewed?: SealedPlan;
  /** Whether Chorus may do its own steps. */
  readonly mayWrite: boolean;
  /** Does one automatic step and looks again. Exists only here: a plan cannot write. */
  readonly write: (item: StepItem) => Promise<WriteResult>;
}

export type WriteResult =
  /** It is now so, by our doing or another's; `wrote` tells which. */
  | { readonly result: "done"; readonly wrote: boolean; readonly condition: AssessedCondition }
  /** The platform does not let this account: a person must. */
  | { readonly result: "refused"; readonly status?: number; readonly condition: AssessedCondition }
  /** Nothing is known of what came of it: the next run looks again. */
  | { readonly result: "unclear" };

export interface Applied {
  /** The plan with what the writes changed: what is to be recorded. */
  readonly plan: Plan;
  readonly held: ReadonlySet<Address>;
}

/**
 * Applies a plan made just now: compares it, resource by resource, with the one that was reviewed, does the automatic
 * steps that may be done, and tells what became true and what no longer is. Every step is an event.
 */
export async function* applyPlan(plan: Plan, options: ApplyOptions): AsyncGenerator<ApplyEvent, Applied> {
  const changes = options.reviewed === undefined ? NO_CHANGES : changesSince(options.reviewed, sealPlan(plan));
  for (const [address, change] of changes) yield { event: "held", address, change };
  const written = new Map<Address, AssessedCondition>();
  if (options.mayWrite) {
    for (const item of automaticItems(plan.document)) {
      if (changes.has(item.address)) continue;
      const result = await options.write(item);
      yield* eventsOf(item.address, item.arguments, result);
      if (result.result !== "unclear") written.set(item.address, result.condition);
    }
  }
  const assessed = plan.assessed.map((one) => withWritten(one, written.get(one.resource.address)));
  for (const one of assessed) if (!changes.has(one.resource.address)) yield* verdictEvents(one);
  return { plan: planFrom(plan.input, assessed), held: new Set(changes.keys()) };
}

const NO_CHANGES: ReadonlyMap<Address, PlanChange> = new Map();

const automaticItems = ({ steps }: PlanDocument): readonly StepItem[] =>
  steps.filter(({ mode }) => mode === "automatic").flatMap(({ items }) => items);

const eventsOf = (address: Address, args: StepArguments, result: WriteResult): readonly ApplyEvent[] => {
  if (result.result === "done" && result.wrote) return [{ event: "wrote", address, arguments: args }];
  if (result.result !== "refused") return [];
  return [defined({ event: "write-refused", address, status: result.status })];
};

const withWritten = (assessed: Assessed, condition: AssessedCondition | undefined): Assessed =>
  condition === undefined ? assessed : { ...assessed, conditions: [condition, ...assessed.conditions.slice(1)] };

/** What this run learnt of a resource that its record did not know. */
const verdictEvents = ({ resource, conditions }: Assessed): readonly ApplyEvent[] =>
  conditions.flatMap(({ condition, recorded, stale }): readonly ApplyEvent[] => {
    if (stale !== undefined || condition.status === "unknown" || condition.status === recorded?.status) return [];
    const { address } = resource;
    if (condition.status === "false") return recorded?.status === "true" ? [{ event: "drifted", address, condition }] : [];
    return condition.proof === "attested" ? [{ event: "attested", address }] : [{ event: "became-true", address, condition }];
  });
