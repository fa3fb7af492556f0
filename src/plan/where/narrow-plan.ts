import type { Address } from "../../model/address.ts";
import { groupBy } from "../../model/group-by.ts";
import { deadlinesOf } from "../deadlines.ts";
import type { Notice, PlanDocument } from "../plan-document.ts";
import type { Plan } from "../plan.ts";
import { summarize, summarizeEnvironments } from "../summarize.ts";
import { openItems, plannedFacts } from "./planned-facts.ts";
import { isWhere } from "./is-where.ts";
import type { Where } from "./where.ts";

/**
 * A plan of the resources that a filter lets through, as the whole plan judges them: steps keep their numbers, and what
 * they wait for, which may be left out.
 */
export const narrowPlan = (plan: Plan, where: Where): Plan => {
  const { document, assessed, input } = plan;
  const ends = groupBy(deadlinesOf(plan), ({ address }) => address);
  const steps = openItems(document.steps);
  const planned = new Map(document.resources.map((one) => [one.address, one]));
  const kept = assessed.filter((one) => {
    const { address } = one.resource;
    const resource = planned.get(address);
    return resource !== undefined && isWhere(where, plannedFacts(one, { planned: resource, step: steps.get(address), dueAt: ends.get(address)?.[0].actBy, nowMs: input.nowMs })) === true;
  });
  return { ...plan, document: narrowDocument(document, new Set(kept.map(({ resource }) => resource.address))), assessed: kept };
};

const narrowDocument = (document: PlanDocument, kept: ReadonlySet<Address>): PlanDocument => {
  const resources = document.resources.filter(({ address }) => kept.has(address));
  const steps = document.steps.flatMap((step) => {
    const items = step.items.filter(({ address }) => kept.has(address));
    return items.length === 0 ? [] : [items.length === step.items.length ? step : { ...step, items }];
  });
  return {
    ...document,
    summary: summarize(resources, steps),
    environments: summarizeEnvironments(resources, steps),
    steps,
    resources,
    notices: document.notices.filter((notice) => isAbout(notice, kept)),
  };
};

/** What is said of one thing goes with it; what is said of the whole stays. */
const isAbout = (notice: Notice, kept: ReadonlySet<Address>): boolean => !("address" in notice) || kept.has(notice.address);
