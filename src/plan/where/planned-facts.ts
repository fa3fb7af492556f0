import type { Address } from "../../model/address.ts";
import { toMs } from "../../model/instant.ts";
import type { Step, StepItem } from "../../model/step.ts";
import type { Assessed } from "../assess.ts";
import type { PlannedResource } from "../plan-document.ts";
import { declaredFacts } from "./declared-facts.ts";
import type { WhereFacts } from "./where.ts";

/** What came of a resource beside what is declared of it. */
export interface Outcome {
  readonly planned: PlannedResource;
  readonly step: { readonly step: Step; readonly item: StepItem } | undefined;
  /** When the first of its ends is to be seen to. */
  readonly dueAt: string | undefined;
  readonly nowMs: number;
}

/** All that a plan tells of a resource. */
export const plannedFacts = ({ resource, conditions }: Assessed, { planned, step, dueAt, nowMs }: Outcome): WhereFacts => {
  const actor = step?.step.actor;
  return {
    ...declaredFacts(resource),
    status: [planned.status],
    proof: conditions.map(({ condition }) => condition.proof),
    reason: conditions.map(({ condition }) => condition.reason),
    unknown: conditions.flatMap(({ condition }) => list(condition.unknown)),
    drifted: [planned.drifted === true ? "yes" : "no"],
    action: list(step?.step.action),
    actor: [actor?.role, actor?.name, actor?.label].flatMap(list),
    request: list(step?.item.request?.state),
    due: dueAt === undefined ? [] : [toMs(dueAt) - nowMs],
  };
};

/** The step that is open on each address, with what it says of it. */
export const openItems = (steps: readonly Step[]): ReadonlyMap<Address, NonNullable<Outcome["step"]>> =>
  new Map(steps.flatMap((step) => step.items.map((item) => [item.address, { step, item }] as const)));

const list = <T extends string>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);
