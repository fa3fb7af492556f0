import { declareResources } from "../kinds/kinds.ts";
import type { Address } from "../model/address.ts";
import type { Attestations } from "../model/attestation.ts";
import type { Records } from "../model/condition.ts";
import { defined } from "../model/defined.ts";
import type { Desired } from "../model/desired.ts";
import { durationMs, toInstant } from "../model/instant.ts";
import type { Observations } from "../model/observation.ts";
import type { RequestJournal } from "../model/request.ts";
import type { Resource } from "../model/resource.ts";
import type { Step, StepReason } from "../model/step.ts";
import { assess, type Assessed, type AssessedCondition } from "./assess.ts";
import { draftStep } from "./draft-steps.ts";
import { guideNotices, noticesOf, renewalNotices } from "./notices.ts";
import { orderSteps } from "./order-steps.ts";
import type { PlanDocument, PlannedCondition, PlannedResource, ResourceStatus } from "./plan-document.ts";
import { scheduleRenewals } from "./schedule-renewals.ts";
import { whereOf, withinOf, type Selection } from "./selection.ts";
import { areAlike, conditionSharer } from "./share-conditions.ts";
import type { Drafts } from "./step-batches.ts";
import { summarize, summarizeEnvironments } from "./summarize.ts";
import { nearestOpen, type Neighbours } from "./waiting.ts";
import { narrowPlan } from "./where/narrow-plan.ts";
import { withRequests } from "./with-requests.ts";

export interface PlanInput {
  readonly desired: Desired;
  readonly records: Records;
  readonly observations: Observations;
  readonly attestations: Attestations;
  /** What was asked of people outside. */
  readonly requests?: RequestJournal;
  readonly nowMs: number;
  readonly offline?: boolean;
  /** What the records are, where they are not the state that the configuration names. */
  readonly state?: PlanDocument["state"];
  readonly selection?: Selection;
  /** What `desired` and `selection` come to, where it was declared already: as it was asked about. */
  readonly resources?: readonly Resource[];
}

export interface Plan {
  readonly document: PlanDocument;
  /** What the document was made from: apply records it. */
  readonly assessed: readonly Assessed[];
  readonly input: PlanInput;
}

/** Compares what is wanted with what is known. Pure: the same bytes for the same input, whatever its order. */
export const plan = (input: PlanInput): Plan => {
  const resources = input.resources ?? wantedResources(input.desired, input.nowMs, input.selection);
  const weighed = { ...input, receivedForMs: proofValidityMs(input.desired) };
  const shared = conditionSharer();
  const whole = planFrom(
    input,
    resources.map((resource) => shared(assess(resource, weighed))),
  );
  const where = whereOf(input.selection);
  return where === undefined ? whole : narrowPlan(whole, where);
};

/** How old a proof from elsewhere may be when it is collected, and how long it counts as seen now. */
export const proofValidityMs = ({ clients }: Desired): number => durationMs(clients?.preuves?.validite ?? PROOF_VALIDITY);

const PROOF_VALIDITY = "30d";

/** The plan that follows from resources already assessed: after an apply, what remains. */
export const planFrom = (input: PlanInput, judged: readonly Assessed[]): Plan => {
  const { desired, nowMs } = input;
  const { assessed, beyond } = scheduleRenewals(input, judged);
  const byAddress = new Map(assessed.map((one) => [one.resource.address, one]));
  const { planned, ordered } = judge(assessed, { get: (address) => byAddress.get(address)?.resource });
  const steps = withRequests(ordered, {
    requests: input.requests ?? new Map(),
    assessed: byAddress,
    attestations: input.attestations,
    rhythm: desired.clients?.relances ?? [],
    nowMs,
  });
  const document: PlanDocument = defined({
    format: "chorus-plan",
    version: 1,
    createdAt: toInstant(nowMs),
    topology: desired.topology,
    language: desired.language,
    offline: input.offline ?? false,
    state: input.state,
    selection: input.selection,
    summary: summarize(planned, steps),
    environments: summarizeEnvironments(planned, steps),
    steps,
    resources: planned,
    notices: [...noticesOf(input, assessed, byAddress), ...renewalNotices(beyond), ...guideNotices(steps, nowMs)],
  });
  return { document, assessed, input };
};

/** What stands, and the steps that follow in the order in which they can be done. */
const judge = (assessed: readonly Assessed[], resources: Neighbours): { readonly planned: readonly PlannedResource[]; readonly ordered: readonly Step[] } => {
  const open = new Map<Address, StepReason>();
  for (const one of assessed) {
    const step = draftStep(one);
    if (step !== undefined) open.set(one.resource.address, step.why);
  }
  const waits = waitsOfUnknowns(assessed, resources, open);
  const tell = conditionTeller();
  const planned = assessed.map((one) => plannedResource(one, tell(one.conditions), open.get(one.resource.address), waits));
  const lacking = assessed.filter(({ resource }) => open.has(resource.address));
  const drafts: Drafts = { addresses: lacking.map(({ resource }) => resource.address), at: (index) => (lacking[index] === undefined ? undefined : draftStep(lacking[index])) };
  return { planned, ordered: orderSteps(drafts, resources, countUnlocks(waits)) };
};

/** Every resource that a run is about, by address. */
export const wantedResources = (desired: Desired, nowMs: number, selection?: Selection): readonly Resource[] =>
  declareResources(desired, nowMs, withinOf(selection)).toSorted((a, b) => (a.address < b.address ? -1 : 1));

const waitsOfUnknowns = (
  assessed: readonly Assessed[],
  resources: Neighbours,
  open: ReadonlyMap<Address, StepReason>,
): ReadonlyMap<Address, readonly Address[]> => {
  const unknowns = assessed.filter((one) => statusOf(one, open.get(one.resource.address)) === "unknown");
  const standing = { resources, open, unknown: new Set(unknowns.map(({ resource }) => resource.address)) };
  return new Map(unknowns.map(({ resource }) => [resource.address, nearestOpen(resource, standing)]));
};

const countUnlocks = (waits: ReadonlyMap<Address, readonly Address[]>): ReadonlyMap<Address, number> => {
  const unlocks = new Map<Address, number>();
  for (const addresses of waits.values()) {
    for (const before of addresses) unlocks.set(before, (unlocks.get(before) ?? 0) + 1);
  }
  return unlocks;
};

const plannedResource = (
  assessed: Assessed,
  told: readonly PlannedCondition[],
  why: StepReason | undefined,
  waits: ReadonlyMap<Address, readonly Address[]>,
): PlannedResource => {
  const { resource, conditions } = assessed;
  const waitsFor = waits.get(resource.address);
  // What may be absent is spread: the copy that leaves out members takes more, and these are as many as anything.
  return {
    address: resource.address,
    kind: resource.kind,
    ...(resource.client === undefined ? {} : { client: resource.client }),
    status: statusOf(assessed, why),
    conditions: told,
    ...(waitsFor === undefined || waitsFor.length === 0 ? {} : { waitsFor }),
    ...(conditions.some(({ condition, accepted }) => condition.wasTrue === true && accepted === undefined) ? { drifted: true } : {}),
  };
};

/** A resource's conditions as the document has them. Those that resources share are told once. */
const conditionTeller = (): ((conditions: Assessed["conditions"]) => readonly PlannedCondition[]) => {
  const known = new Map<Assessed["conditions"], readonly PlannedCondition[]>();
  const tellOne = lastTold();
  return (conditions) => {
    const before = known.get(conditions);
    if (before !== undefined) return before;
    const told = conditions.map(tellOne);
    if (areAlike(conditions)) known.set(conditions, told);
    return told;
  };
};

/** Of what a state holds once for many, the last of each type, seen or not for one reason, is told once too. */
const lastTold = (): ((assessed: AssessedCondition) => PlannedCondition) => {
  const last = new Map<string, { readonly from: AssessedCondition; readonly told: PlannedCondition }>();
  return (assessed) => {
    const { condition, stale, causes, accepted } = assessed;
    const key = `${condition.type} ${stale}`;
    const before = last.get(key);
    if (before?.from.condition === condition && before.from.causes === causes && before.from.accepted === accepted) return before.told;
    const told = plannedCondition(assessed);
    last.set(key, { from: assessed, told });
    return told;
  };
};

const plannedCondition = ({ condition, stale, causes, accepted: word }: AssessedCondition): PlannedCondition => {
  if (stale === undefined && causes === undefined && word === undefined) return condition;
  const accepted = word === undefined ? undefined : { by: word.by, at: word.at, until: word.until, reason: word.accepted };
  return defined({ ...condition, stale, accepted, causes });
};

/** To do where a step says so, accepted where a difference is, unknown where its first claim is, in order else. What ends soon is still in order. */
const statusOf = ({ resource, conditions }: Assessed, why: StepReason | undefined): ResourceStatus => {
  if (resource.lifecycle === "paused") return "paused";
  if (why !== undefined && why !== "due") return "to-do";
  if (conditions.some(({ accepted }) => accepted !== undefined)) return "accepted";
  return conditions[0]?.condition.status === "unknown" ? "unknown" : "in-order";
};
