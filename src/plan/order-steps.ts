import { environmentOf, type Address } from "../model/address.ts";
import { defined } from "../model/defined.ts";
import { ENVIRONMENTS, type EnvironmentName } from "../model/environment.ts";
import { addTo, groupBy } from "../model/group-by.ts";
import type { Resource } from "../model/resource.ts";
import type { Actor, Step, StepDraft, StepReason } from "../model/step.ts";
import type { ResourceStep } from "./draft-steps.ts";
import { ReadyQueue } from "./ready-queue.ts";

/**
 * Steps in an order that can be followed. What must come first comes first; of the rest, one person's session in one
 * portal stays together, and what lets us see most goes ahead.
 *
 * @param unlocks how many unknowns each address stands before
 */
export const orderSteps = (
  drafts: readonly ResourceStep[],
  resources: ReadonlyMap<Address, Resource>,
  unlocks: ReadonlyMap<Address, number>,
): readonly Step[] => {
  const batches = toBatches(drafts, unlocks);
  const waits = waitsOf(batches, resources);
  const ordered = environmentOrder(batches).flatMap((environment) =>
    sortBatches(
      batches.filter((batch) => batch.environment === environment),
      waits,
    ),
  );
  const numbers = new Map(ordered.map((batch, index) => [batch, index + 1]));
  return ordered.map((batch) => toStep(batch, numbers, waits));
};

interface Batch {
  readonly environment: EnvironmentName;
  readonly draft: StepDraft;
  readonly why: StepReason;
  /** Actor and portal: what one person does without getting up. */
  readonly session: string;
  readonly key: string;
  readonly steps: readonly ResourceStep[];
  readonly unlocks: number;
}

const toBatches = (drafts: readonly ResourceStep[], unlocks: ReadonlyMap<Address, number>): readonly Batch[] => {
  const groups = groupBy(drafts, batchKey);
  return [...groups.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, unsorted]) => {
      const steps = unsorted.toSorted((a, b) => (a.address < b.address ? -1 : 1));
      const [first] = steps;
      if (first === undefined) return [];
      const { draft, why, address } = first;
      const session = sessionOf(draft);
      const unlocked = steps.reduce((sum, step) => sum + (unlocks.get(step.address) ?? 0), 0);
      return [{ environment: environmentOf(address), draft, why, session, key, steps, unlocks: unlocked }];
    });
};

const batchKey = ({ address, draft, why }: ResourceStep): string =>
  [environmentOf(address), draft.action, why, sessionOf(draft), draft.batch].join("\u0000");

const sessionOf = ({ actor, portal, mode }: StepDraft): string => [mode, portal ?? "", actorKey(actor)].join("\u0000");

const actorKey = ({ role, name }: Actor): string => `${role}:${name ?? ""}`;

/**
 * The batches that each batch waits for: those with an open step on something it depends on, looked for through what
 * has no step of its own (a structure that comes with the matelas).
 */
const waitsOf = (
  batches: readonly Batch[],
  resources: ReadonlyMap<Address, Resource>,
): ReadonlyMap<Batch, ReadonlySet<Batch>> => {
  const owner = new Map(batches.flatMap((batch) => batch.steps.map(({ address }) => [address, batch] as const)));
  const before = (address: Address, waits: Set<Batch>, self: Batch): void => {
    for (const dependency of resources.get(address)?.dependsOn ?? []) {
      const batch = owner.get(dependency);
      if (batch === undefined) before(dependency, waits, self);
      else if (batch !== self) waits.add(batch);
    }
  };
  return new Map(
    batches.map((batch) => {
      const waits = new Set<Batch>();
      for (const { address } of batch.steps) before(address, waits, batch);
      return [batch, waits];
    }),
  );
};

/** Qualification goes first while something is missing there; with only deadlines left, production does. */
const environmentOrder = (batches: readonly Batch[]): readonly EnvironmentName[] => {
  const begun = batches.some(({ environment, why }) => environment === "qualification" && why !== "due");
  return begun ? ENVIRONMENTS : ENVIRONMENTS.toReversed();
};

/** Kahn's algorithm: among what is ready, the session under way, then what unlocks most, then the onboarding's order. */
const sortBatches = (batches: readonly Batch[], waits: ReadonlyMap<Batch, ReadonlySet<Batch>>): readonly Batch[] => {
  const rank = new Map(batches.toSorted(comparePriority).map((batch, index) => [batch, index]));
  const missing = new Map(batches.map((batch) => [batch, [...(waits.get(batch) ?? [])].filter((before) => rank.has(before)).length]));
  const followers = followersOf(batches, waits);
  const ready = new ReadyQueue<Batch>((batch) => rank.get(batch) ?? 0);
  for (const batch of batches) if (missing.get(batch) === 0) ready.add(batch);
  const ordered: Batch[] = [];
  for (let next = ready.take(""); next !== undefined; next = ready.take(next.session)) {
    ordered.push(next);
    for (const follower of followers.get(next) ?? []) {
      const left = (missing.get(follower) ?? 0) - 1;
      missing.set(follower, left);
      if (left === 0) ready.add(follower);
    }
  }
  return ordered;
};

const followersOf = (batches: readonly Batch[], waits: ReadonlyMap<Batch, ReadonlySet<Batch>>): ReadonlyMap<Batch, readonly Batch[]> => {
  const followers = new Map<Batch, Batch[]>();
  for (const batch of batches) {
    for (const before of waits.get(batch) ?? []) addTo(followers, before, batch);
  }
  return followers;
};

const comparePriority = (a: Batch, b: Batch): number =>
  Number(a.why === "due") - Number(b.why === "due") ||
  PORTAL_RANK.indexOf(a.draft.portal) - PORTAL_RANK.indexOf(b.draft.portal) ||
  b.unlocks - a.unlocks ||
  (a.key < b.key ? -1 : 1);

/** PISTE first: everything in Chorus Pro names its application. */
const PORTAL_RANK: readonly (StepDraft["portal"] | undefined)[] = ["piste", "chorus-pro", undefined];

const toStep = (
  batch: Batch,
  numbers: ReadonlyMap<Batch, number>,
  waits: ReadonlyMap<Batch, ReadonlySet<Batch>>,
): Step => {
  const { environment, draft, why, steps } = batch;
  const dueAt = steps.flatMap((step) => step.draft.dueAt ?? []).toSorted()[0];
  const doBy = steps.flatMap((step) => step.draft.doBy ?? []).toSorted()[0];
  return defined({
    number: numbers.get(batch) ?? 0,
    environment,
    action: draft.action,
    why,
    mode: draft.mode,
    actor: draft.actor,
    portal: draft.portal,
    items: steps.map((step) => ({ address: step.address, arguments: step.draft.arguments })),
    waitsFor: [...(waits.get(batch) ?? [])].map((before) => numbers.get(before) ?? 0).toSorted((a, b) => a - b),
    provenBy: draft.provenBy,
    dueAt,
    doBy,
  });
};
