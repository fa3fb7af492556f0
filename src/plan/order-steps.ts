import { environmentOf, type Address } from "../model/address.ts";
import { defined } from "../model/defined.ts";
import { ENVIRONMENTS, type EnvironmentName } from "../model/environment.ts";
import { addTo } from "../model/group-by.ts";
import type { Actor, Step } from "../model/step.ts";
import type { ResourceStep } from "./draft-steps.ts";
import { ReadyQueue } from "./ready-queue.ts";
import { toBatches, type Batch, type Drafts } from "./step-batches.ts";
import type { Neighbours } from "./waiting.ts";

/**
 * Steps in an order that can be followed. What must come first comes first; of the rest, one person's session in one
 * portal stays together, and what lets us see most goes ahead. Tens of thousands are put in order: a batch and a step are
 * their places in a list.
 *
 * @param unlocks how many unknowns each address stands before
 */
export const orderSteps = (drafts: Drafts, resources: Neighbours, unlocks: ReadonlyMap<Address, number>): readonly Step[] => {
  const { batches, sorted } = toBatches(drafts, unlocks);
  const waits = waitsOf(batches, sorted, drafts.addresses, resources);
  const ordered = sortBatches(batches, waits);
  const numbers = new Uint32Array(batches.length);
  for (const [at, index] of ordered.entries()) numbers[index] = at + 1;
  const actors = new Map<string, Actor>();
  return ordered.flatMap((index) => {
    const { from, to } = batches[index] ?? NOTHING;
    const steps = Array.from(sorted.subarray(from, to)).flatMap((at) => drafts.at(at) ?? []);
    const before = (waits[index] ?? []).map((one) => numbers[one] ?? 0).toSorted((a, b) => a - b);
    return toStep(steps, numbers[index] ?? 0, before, actors);
  });
};

const NOTHING = { from: 0, to: 0 };

/**
 * The batches that each batch waits for: those with an open step on something it depends on, looked for through what
 * has no step of its own (a structure that comes with the matelas).
 */
const waitsOf = (batches: readonly Batch[], sorted: Uint32Array, addresses: readonly Address[], resources: Neighbours): readonly (readonly number[])[] => {
  const places = new Map(addresses.map((address, at) => [address, at]));
  const owner = new Uint32Array(addresses.length);
  for (const [index, { from, to }] of batches.entries()) for (let place = from; place < to; place += 1) owner[sorted[place] ?? 0] = index;
  const before = (address: Address, waits: Set<number>, self: number): void => {
    for (const dependency of resources.get(address)?.dependsOn ?? []) {
      const batch = owner[places.get(dependency) ?? -1];
      if (batch === undefined) before(dependency, waits, self);
      else if (batch !== self) waits.add(batch);
    }
  };
  const waits = new Set<number>();
  return batches.map(({ from, to }, index) => {
    waits.clear();
    for (let place = from; place < to; place += 1) {
      const address = addresses[sorted[place] ?? 0];
      if (address !== undefined) before(address, waits, index);
    }
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
    const ready = new ReadyQueue<number>({ rankOf: (index) => rank[index] ?? 0, sessionOf: (index) => batches[index]?.session ?? NO_SESSION });
    for (const index of indices) if (environment(index) === one && missing[index] === 0) ready.add(index);
    const ordered: number[] = [];
    for (let next = ready.take(NO_SESSION); next !== undefined; next = ready.take(batches[next]?.session ?? NO_SESSION)) {
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

const NO_SESSION = -1;

const followersOf = (indices: readonly number[], waits: (index: number) => readonly number[]): ReadonlyMap<number, readonly number[]> => {
  const followers = new Map<number, number[]>();
  for (const index of indices) {
    for (const before of waits(index)) addTo(followers, before, index);
  }
  return followers;
};

/** Qualification goes first while something is missing there; with only deadlines left, production does. */
const environmentOrder = (batches: readonly Batch[]): readonly EnvironmentName[] => {
  const begun = batches.some(({ environment, isDue }) => environment === "qualification" && !isDue);
  return begun ? ENVIRONMENTS : ENVIRONMENTS.toReversed();
};

/** What is alike stays as the batches come: sorted by what they are. */
const byPriority =
  (batches: readonly Batch[]) =>
  (one: number, other: number): number => {
    const [a, b] = [batches[one], batches[other]];
    if (a === undefined || b === undefined) return 0;
    return Number(a.isDue) - Number(b.isDue) || a.portal - b.portal || b.unlocks - a.unlocks;
  };

/** None of no drafts: what is the same of all is read from the first. */
const toStep = (steps: readonly ResourceStep[], number: number, waitsFor: readonly number[], actors: Map<string, Actor>): readonly Step[] => {
  const [first] = steps;
  if (first === undefined) return [];
  const { address, why, draft } = first;
  const step = defined<Step>({
    number,
    environment: environmentOf(address),
    action: draft.action,
    why,
    mode: draft.mode,
    actor: shared(actors, draft.actor),
    portal: draft.portal,
    items: steps.map((one) => ({ address: one.address, arguments: one.draft.arguments })),
    waitsFor,
    provenBy: draft.provenBy,
    dueAt: steps.flatMap((one) => one.draft.dueAt ?? []).toSorted()[0],
    doBy: steps.flatMap((one) => one.draft.doBy ?? []).toSorted()[0],
  });
  return [step];
};

/** The same actor once: thousands of steps are one person's. */
const shared = (actors: Map<string, Actor>, actor: Actor): Actor => {
  const key = [actor.role, actor.name, actor.label, actor.client].join("\u0000");
  const known = actors.get(key);
  if (known === undefined) actors.set(key, actor);
  return known ?? actor;
};
