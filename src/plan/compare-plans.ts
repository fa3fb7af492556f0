import type { Address } from "../model/address.ts";
import type { ResourceDigest, SealedPlan, SealedResource } from "./plan-document.ts";

/**
 * Why a resource may not be applied as it was reviewed: its desired values changed, a step appeared, a step's values
 * changed, or it would be written to though the reviewed plan said nothing of it.
 */
export type PlanChange = "desired" | "new-step" | "argument" | "write";

/**
 * Compares a plan made now with the one that was reviewed, resource by resource. A step that is gone is progress;
 * another state of the world is news; only what was not reviewed is held back.
 */
export const changesSince = (reviewed: SealedPlan, now: SealedPlan): ReadonlyMap<Address, PlanChange> => {
  const before = new Map(reviewed.resources.map((resource) => [resource.address, resource.digest]));
  return new Map(
    now.resources.flatMap((resource) => {
      const change = changeOf(before.get(resource.address), resource);
      return change === undefined ? [] : [[resource.address, change] as const];
    }),
  );
};

const changeOf = (before: ResourceDigest | undefined, { digest }: SealedResource): PlanChange | undefined => {
  if (before === undefined) return "desired";
  if (before.desired !== digest.desired) return "desired";
  if (digest.step === undefined) return undefined;
  if (digest.step.writes && before.step?.writes !== true) return "write";
  if (before.step === undefined || before.step.action !== digest.step.action) return "new-step";
  return before.step.arguments === digest.step.arguments ? undefined : "argument";
};
