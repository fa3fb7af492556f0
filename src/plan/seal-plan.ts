import type { Address } from "../model/address.ts";
import { defined } from "../model/defined.ts";
import type { Assessed } from "./assess.ts";
import { digestOf } from "./digest.ts";
import { draftStep } from "./draft-steps.ts";
import type { PlannedResource, ResourceDigest, SealedPlan, SealedResource } from "./plan-document.ts";
import type { Plan } from "./plan.ts";

/**
 * The plan as it leaves the process: each resource with the digest of what a person reviews in it. Made for those who
 * write or compare it: a screen needs none, and of 100,000 resources they weigh as much as the rest.
 */
export const sealPlan = ({ document, assessed }: Pick<Plan, "document" | "assessed">): SealedPlan => {
  const byAddress = new Map<Address, Assessed>(assessed.map((one) => [one.resource.address, one]));
  const conditionsOf = conditionTexts();
  const sealed = ({ address, ...resource }: PlannedResource): SealedResource => {
    const one = byAddress.get(address);
    if (one === undefined) throw new Error(`a plan knows nothing of its own ${address}`);
    return { address, ...resource, digest: digestResource(one, conditionsOf(one.conditions)) };
  };
  return { ...document, resources: document.resources.map(sealed) };
};

/** What a digest holds of conditions; resources share few texts, and each is kept once. */
const conditionTexts = (): ((conditions: Assessed["conditions"]) => string) => {
  const known = new Map<string, string>();
  return (conditions) => {
    const text = conditions.map(({ condition: { type, status, reason } }) => `${type}=${status}:${reason}`).join(" ");
    const first = known.get(text) ?? text;
    known.set(text, first);
    return first;
  };
};

const digestResource = (assessed: Assessed, conditions: string): ResourceDigest => {
  const { spec, lifecycle } = assessed.resource;
  const draft = draftStep(assessed)?.draft;
  const step = draft === undefined ? undefined : { action: draft.action, arguments: digestOf(draft.arguments), writes: draft.mode === "automatic" };
  return defined({ desired: digestOf([spec, lifecycle]), conditions, step });
};
