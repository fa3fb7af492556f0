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
  const ordered = sortBatches(batches, waits);
  const numbers = new Uint32Array(batches.length);
  for (const [at, index] of ordered.entries()) numbers[index] = at + 1;
  return ordered.flatMap((index) => {
    const batch = batches[index];
    return batch === undefined ? [] : [toStep(batch, numbers[index] ?? 0, (waits[index] ?? []).map((before) => numbers[before] ?? 0))];
  });
};

/** What one person does at once. Tens of thousands are put in order: elsewhere a batch is its place in the list. */
interface Batch {
  readonly environment: EnvironmentName;
  readonly draft: StepDraft;
  readonly why: StepReason;
  readonly actor: Actor;
  /** Actor and portal: what one person does without getting up. */
  readonly session: string;
  readonly steps: readonly ResourceStep[];
  readonly unlocks: number;
}

/** By what they have in common first, which few differ in, then by the batch that their kind names: one text for each step would be long. */
const toBatches = (drafts: readonly ResourceStep[], unlocks: ReadonlyMap<Address, number>): readonly Batch[] => {
  const actors = new Map<string, Actor>();
  return [...groupBy(drafts, groupKey)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, alike]) => [...groupBy(alike, ({ draft }) => draft.batch)].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    .flatMap(([, unsorted]) => {
      const steps = unsorted.toSorted((a, b) => (a.address < b.address ? -1 : 1));
      const [first] = steps;
      if (first === undefined) return [];
      const { draft, why, address } = first;
      const session = sessionOf(draft);
      const actor = shared(actors, draft.actor);
      const unlocked = steps.reduce((sum, step) => sum + (unlocks.get(step.address) ?? 0), 0);
      return [{ environment: environmentOf(address), draft, why, actor, session, steps, unlocks: unlocked }];
    });
};

/** The same actor once: thousands of steps are one person's. */
const shared = (actors: Map<string, Actor>, actor: Actor): Actor => {
  const key = [actor.role, actor.name, actor.label, actor.client].join("\u0000");
  const known = actors.get(key);
  if (known === undefined) actors.set(key, actor);
  return known ?? actor;
};

const groupKey = ({ address, draft, why }: ResourceStep): string =>
  [environmentOf(address), draft.action, why, sessionOf(draft)].join("\u0000");

const sessionOf = ({ actor, portal, mode }: StepDraft): string => [mode, portal ?? "", actorKey(actor)].join("\u0000");

const actorKey = ({ role, name }: Actor): string => `${role}:${name ?? ""}`;

/**
 * The batches that each batch waits for: those with an open step on something it depends on, looked for through what
 * has no step of its own (a structure that comes with the matelas).
 */
const waitsOf = (batches: readonly Batch[], resources: ReadonlyMap<Address, Resource>): readonly (readonly number[])[] => {
  const owner = new Map(batches.flatMap(({ steps }, index) => steps.map(({ address }) => [address, index] as const)));
  const before = (address: Address, waits: Set<number>, self: number): void => {
    for (const dependency of resources.get(address)?.dependsOn ?? []) {
      const batch = owner.get(dependency);
      if (batch === undefined) before(dependency, waits, self);
      else if (batch !== self) waits.add(batch);
    }
  };
  const waits = new Set<number>();
  return batches.map(({ steps }, index) => {
    waits.clear();
    for (const { address } of steps) before(address, waits, index);
    return waits.size === 0 ? NONE : [...waits];
  });
};

/** Shared: most wait for nothing. */
const NONE: readonly number[] = [];

/**
 * Kahn's algorithm: among what is ready, the session under way, then what unlocks most, then the onboarding's order. An
 * environment at a time: what waits for another environment's does not wait here.
 */
const sortBatches = (batches: readonly Batch[], waits: readonly (readonly number[])[]): readonly number[] => {
  const indices = batches.map((_, index) => index);
  const rank = new Uint32Array(batches.length);
  for (const [at, index] of indices.toSorted(byPriority(batches)).entries()) rank[index] = at;
  const environment = (index: number): EnvironmentName | undefined => batches[index]?.environment;
  const inside = (index: number): readonly number[] => (waits[index] ?? []).filter((before) => environment(before) === environment(index));
  const missing = Uint32Array.from(indices, (index) => inside(index).length);
  const followers = followersOf(indices, inside);
  return environmentOrder(batches).flatMap((one) => {
    const ready = new ReadyQueue<number>({ rankOf: (index) => rank[index] ?? 0, sessionOf: (index) => batches[index]?.session ?? "" });
    for (const index of indices) if (environment(index) === one && missing[index] === 0) ready.add(index);
    const ordered: number[] = [];
    for (let next = ready.take(""); next !== undefined; next = ready.take(batches[next]?.session ?? "")) {
      ordered.push(next);
      for (const follower of followers.get(next) ?? []) {
        const left = (missing[follower] ?? 0) - 1;
        missing[follower] = left;
        if (left === 0) ready.add(follower);
      }
    }
    return ordered;
  });
};

const followersOf = (indices: readonly number[], waits: (index: number) => readonly number[]): ReadonlyMap<number, readonly number[]> => {
  const followers = new Map<number, number[]>();
  for (const index of indices) {
    for (const before of waits(index)) addTo(followers, before, index);
  }
  return followers;
};

/** Qualification goes first while something is missing there; with only deadlines left, production does. */
const environmentOrder = (batches: readonly Batch[]): readonly EnvironmentName[] => {
  const begun = batches.some(({ environment, why }) => environment === "qualification" && why !== "due");
  return begun ? ENVIRONMENTS : ENVIRONMENTS.toReversed();
};

/** What is alike stays as the batches come: sorted by what they are. */
const byPriority =
  (batches: readonly Batch[]) =>
  (one: number, other: number): number => {
    const [a, b] = [batches[one], batches[other]];
    if (a === undefined || b === undefined) return one - other;
    return (
      Number(a.why === "due") - Number(b.why === "due") ||
      PORTAL_RANK.indexOf(a.draft.portal) - PORTAL_RANK.indexOf(b.draft.portal) ||
      b.unlocks - a.unlocks ||
      one - other
    );
  };

/** PISTE first: everything in Chorus Pro names its application. */
const PORTAL_RANK: readonly (StepDraft["portal"] | undefined)[] = ["piste", "chorus-pro", undefined];

const toStep = ({ environment, draft, why, actor, steps }: Batch, number: number, waitsFor: readonly number[]): Step => {
  const dueAt = steps.flatMap((step) => step.draft.dueAt ?? []).toSorted()[0];
  const doBy = steps.flatMap((step) => step.draft.doBy ?? []).toSorted()[0];
  return defined({
    number,
    environment,
    action: draft.action,
    why,
    mode: draft.mode,
    actor,
    portal: draft.portal,
    items: steps.map((step) => ({ address: step.address, arguments: step.draft.arguments })),
    waitsFor: waitsFor.toSorted((a, b) => a - b),
    provenBy: draft.provenBy,
    dueAt,
    doBy,
  });
};
