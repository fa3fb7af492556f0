import { kindOfResource } from "../../src/kinds/kinds.ts";
import { toInstant } from "../../src/model/instant.ts";
import type { Attestation, Attestations } from "../../src/model/attestation.ts";
import type { Desired } from "../../src/model/desired.ts";
import type { Records } from "../../src/model/condition.ts";
import { coversOf } from "../../src/plan/covers.ts";
import type { PlanDocument } from "../../src/plan/plan-document.ts";
import { wantedResources, type Plan } from "../../src/plan/plan.ts";
import { changedRecords } from "../../src/state/remember.ts";
import { changeState } from "../../src/state/change-state.ts";
import { emptyState } from "../../src/state/state.ts";

/** `true verified structure-active`, or `unknown waiting waits`: what a plan says of one condition. */
export const said = ({ resources }: PlanDocument, address: string, type?: string): string => {
  const conditions = resources.find((resource) => resource.address === address)?.conditions;
  const condition = type === undefined ? conditions?.[0] : conditions?.find((one) => one.type === type);
  if (condition === undefined) return "absent";
  return [condition.status, condition.unknown ?? condition.proof, condition.reason].join(" ");
};

/** The actions that a plan asks for on an address. */
export const actionsOn = ({ steps }: PlanDocument, address: string): readonly string[] =>
  steps.filter(({ items }) => items.some((item) => item.address === address)).map(({ action, why }) => `${action} ${why}`);

export const actionsOf = ({ steps }: PlanDocument): readonly string[] => steps.map(({ action }) => action);

/** What was recorded after a plan: an empty state, and this. */
export const recordsAfter = ({ assessed, input }: Plan, before: Records = new Map()): Records => {
  const subjects = new Map([...before.keys()].map((address) => [address, address]));
  const changed = changedRecords(assessed, { nowMs: input.nowMs, renewProofAfterMs: 30 * 86_400_000 });
  return changeState({ ...emptyState("test"), records: before, subjects }, changed).records;
};

/** A word on every resource that passes. */
export const attestAll = (
  desired: Desired,
  nowMs: number,
  which: (address: string, kind: string) => boolean = () => true,
  until = "2028-01-01T00:00:00Z",
): Attestations =>
  new Map(
    wantedResources(desired, nowMs)
      .filter((resource) => kindOfResource(resource).attestable && which(resource.address, resource.kind))
      .map((resource): [Attestation["address"], Attestation] => [
        resource.address,
        {
          address: resource.address,
          by: "Direction financière",
          at: toInstant(nowMs),
          seen: "écran",
          until: until as Attestation["until"],
          covers: coversOf(resource),
        },
      ]),
  );
