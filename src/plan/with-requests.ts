import type { Address } from "../model/address.ts";
import type { Attestations } from "../model/attestation.ts";
import { isOutside } from "../model/is-outside.ts";
import type { RequestJournal, RequestStanding } from "../model/request.ts";
import type { Step, StepItem } from "../model/step.ts";
import type { Assessed } from "./assess.ts";
import { eventsOfCycle } from "./request-cycle.ts";
import { requestStanding } from "./request-standing.ts";
import { stepsOfOthers } from "./steps-of-others.ts";

export interface RequestContext {
  readonly requests: RequestJournal;
  readonly assessed: ReadonlyMap<Address, Assessed>;
  readonly attestations: Attestations;
  /** `relances` of the configuration. */
  readonly rhythm: readonly string[];
  readonly nowMs: number;
}

/** The steps, those of people outside with where the request for each of their items stands. */
export const withRequests = (steps: readonly Step[], context: RequestContext): readonly Step[] => {
  const awaited = stepsOfOthers(steps);
  return steps.map((step) => {
    if (!isOutside(step.actor)) return step;
    const waitsFor = awaited.get(step.number);
    return { ...step, items: step.items.map((item) => withRequest(item, standingOf(step, item, context), waitsFor)) };
  });
};

const withRequest = ({ address, arguments: values }: StepItem, standing: RequestStanding, waitsFor: readonly number[] | undefined): StepItem => ({
  address,
  arguments: values,
  request: waitsFor === undefined ? standing : { ...standing, waitsFor },
});

const standingOf = (
  { action }: Step,
  { address }: StepItem,
  { requests, assessed, attestations, rhythm, nowMs }: RequestContext,
): RequestStanding => {
  const one = assessed.get(address);
  const events = requests.get(address) ?? [];
  return requestStanding(one === undefined ? [] : eventsOfCycle(events, action, one, attestations.get(address)), rhythm, nowMs);
};
