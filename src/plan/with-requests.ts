import type { Address } from "../model/address.ts";
import type { Attestations } from "../model/attestation.ts";
import { defined } from "../model/defined.ts";
import { isOutside } from "../model/is-outside.ts";
import type { RequestJournal, RequestStanding } from "../model/request.ts";
import type { Step, StepItem } from "../model/step.ts";
import type { Assessed } from "./assess.ts";
import { eventsOfCycle } from "./request-cycle.ts";
import { requestStanding } from "./request-standing.ts";
import { stepsOfOthers } from "./steps-of-others.ts";

export interface RequestContext {
  readonly requests: RequestJournal;
  readonly assessed: readonly Assessed[];
  readonly attestations: Attestations;
  /** `relances` of the configuration. */
  readonly rhythm: readonly string[];
  readonly nowMs: number;
}

/** The steps, those of people outside with where the request for each of their items stands. */
export const withRequests = (steps: readonly Step[], context: RequestContext): readonly Step[] => {
  const assessed = new Map(context.assessed.map((one) => [one.resource.address, one]));
  const awaited = stepsOfOthers(steps);
  return steps.map((step) => {
    if (step.mode === "automatic" || !isOutside(step.actor)) return step;
    const waitsFor = awaited.get(step.number);
    return { ...step, items: step.items.map((item) => withRequest(item, defined({ ...standingOf(step, item, assessed, context), waitsFor }))) };
  });
};

const withRequest = ({ address, arguments: values }: StepItem, request: RequestStanding): StepItem => ({ address, arguments: values, request });

const standingOf = (
  { action }: Step,
  { address }: StepItem,
  assessed: ReadonlyMap<Address, Assessed>,
  { requests, attestations, rhythm, nowMs }: RequestContext,
): RequestStanding => {
  const one = assessed.get(address);
  const events = requests.get(address) ?? [];
  return requestStanding(one === undefined ? [] : eventsOfCycle(events, action, one, attestations.get(address)), rhythm, nowMs);
};
