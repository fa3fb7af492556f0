import { possibleSteps } from "../kinds/possible-steps.ts";
import type { Address } from "../model/address.ts";
import type { Resource } from "../model/resource.ts";
import type { Step, StepAction, StepDraft } from "../model/step.ts";
import { draftStep, type ResourceStep } from "./draft-steps.ts";
import { orderSteps } from "./order-steps.ts";
import type { Plan } from "./plan.ts";
import type { ResourceStatus } from "./plan-document.ts";

/** The steps that somebody wants explained, whether a plan asks for them or not. */
export interface GuidedSteps {
  /** Put together and in order, as a plan has them, but numbered among themselves. */
  readonly steps: readonly Step[];
  readonly standings: ReadonlyMap<Address, Standing>;
  /** Open steps that must come first, by the address that waits. */
  readonly before: ReadonlyMap<Address, readonly Earlier[]>;
}

/** `open`: the plan asks for it. `other-step`: it asks for another one first. Else how the resource stands. */
export type Standing = "open" | "other-step" | ResourceStatus;

export interface Earlier {
  readonly address: Address;
  readonly action: StepAction;
}

/**
 * The steps of resources: the one that each needs, else the one that it would need.
 *
 * @param chosen another step of their kind; every resource must know it
 */
export const guidedSteps = ({ assessed, document }: Plan, wanted: readonly Resource[], chosen?: StepAction): GuidedSteps => {
  const open = new Map(assessed.map((one) => [one.resource.address, draftStep(one)] as const));
  const status = new Map(document.resources.map((resource) => [resource.address, resource.status]));
  const resources = new Map(assessed.map(({ resource }) => [resource.address, resource]));
  const drafts = wanted.flatMap((resource): readonly ResourceStep[] => {
    const asked = open.get(resource.address);
    if (asked !== undefined && (chosen === undefined || asked.draft.action === chosen)) return [asked];
    const draft = stepNamed(resource, chosen);
    return draft === undefined ? [] : [{ address: resource.address, draft, why: "unproven" }];
  });
  return {
    steps: orderSteps({ addresses: drafts.map(({ address }) => address), at: (index) => drafts[index] }, resources, new Map()),
    standings: new Map(drafts.map(({ address, draft }) => [address, standing(draft, open.get(address), status.get(address))])),
    before: new Map(wanted.map((resource) => [resource.address, earlier(resource, resources, open)])),
  };
};

const stepNamed = (resource: Resource, chosen: StepAction | undefined): StepDraft | undefined =>
  possibleSteps(resource).find(({ action }) => chosen === undefined || action === chosen);

const standing = (draft: StepDraft, open: ResourceStep | undefined, status: ResourceStatus = "unknown"): Standing => {
  if (open === undefined) return status;
  return open.draft.action === draft.action ? "open" : "other-step";
};

/** What it depends on and is open, each once, looked for through what has no step of its own. */
const earlier = (
  { dependsOn }: Resource,
  resources: ReadonlyMap<Address, Resource>,
  open: ReadonlyMap<Address, ResourceStep | undefined>,
  seen = new Set<Address>(),
): readonly Earlier[] =>
  dependsOn.flatMap((address) => {
    if (seen.has(address)) return [];
    seen.add(address);
    const step = open.get(address);
    if (step !== undefined && step.why !== "due") return [{ address, action: step.draft.action }];
    const resource = resources.get(address);
    return resource === undefined ? [] : earlier(resource, resources, open, seen);
  });
