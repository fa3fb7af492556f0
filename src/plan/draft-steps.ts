import type { Before } from "../kinds/kind.ts";
import { kindOfResource } from "../kinds/kinds.ts";
import type { Address } from "../model/address.ts";
import type { ResourceRecord } from "../model/condition.ts";
import type { StepDraft, StepReason } from "../model/step.ts";
import type { Assessed } from "./assess.ts";

/** A step for one resource, before those of a kind are put together. */
export interface ResourceStep {
  readonly address: Address;
  readonly draft: StepDraft;
  readonly why: StepReason;
}

/** A word whose date is past, or against which evidence speaks, is a word all the same. */
export const beforeStep = (known: ResourceRecord | undefined, need: StepReason): Before => ({
  recorded: known,
  isTold: need === "attestation-expired" || need === "contradicted",
});

/** The step that a resource needs; at most one, whatever the number of its conditions. */
export const draftStep = ({ resource, conditions, known }: Assessed): ResourceStep | undefined => {
  const kind = kindOfResource(resource);
  for (const { condition, need, renewal } of conditions) {
    if (need === undefined) continue;
    const draft = kind.step(resource, condition, beforeStep(known, need));
    if (draft === undefined) continue;
    return { address: resource.address, draft: renewal === undefined ? draft : { ...draft, doBy: renewal.to }, why: need };
  }
  return undefined;
};
