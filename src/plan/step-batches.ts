import { environmentOf, type Address } from "../model/address.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { Actor, StepDraft } from "../model/step.ts";
import type { ResourceStep } from "./draft-steps.ts";

/** Steps, each made anew when it is asked for: kept, they weigh as much as the resources that they are made from. */
export interface Drafts {
  readonly addresses: readonly Address[];
  at(index: number): ResourceStep | undefined;
}

export interface Batches {
  readonly batches: readonly Batch[];
  /** Places in the drafts, batch after batch; within one by address. */
  readonly sorted: Uint32Array;
}

/** What one person does at once. */
export interface Batch {
  readonly environment: EnvironmentName;
  /** Which actor and portal: what one person does without getting up. */
  readonly session: number;
  readonly portal: number;
  readonly isDue: boolean;
  readonly unlocks: number;
  /** Its places among those that are sorted: from the first to before the last. */
  readonly from: number;
  readonly to: number;
}

/** Puts together what is alike, in the order of what it is: sorted by numbers, since texts and groups for each would weigh more than they. */
export const toBatches = (drafts: Drafts, unlocks: ReadonlyMap<Address, number>): Batches => {
  const { addresses } = drafts;
  const { what, actor, session, batch } = ranksOf(drafts);
  const order = (a: number, b: number): number => compare(what, a, b) || compare(actor, a, b) || compare(batch, a, b);
  const sorted = Uint32Array.from(addresses.keys()).sort((a, b) => order(a, b) || byText(addresses[a] ?? "", addresses[b] ?? ""));
  const batches: Batch[] = [];
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    const first = sorted[from] ?? 0;
    while (to < sorted.length && order(first, sorted[to] ?? 0) === 0) to += 1;
    const step = drafts.at(first);
    if (step === undefined) continue;
    let unlocked = 0;
    for (let place = from; place < to; place += 1) unlocked += unlocks.get(addresses[sorted[place] ?? 0] ?? step.address) ?? 0;
    batches.push({
      environment: environmentOf(step.address),
      session: session[first] ?? 0,
      portal: PORTALS.indexOf(step.draft.portal),
      isDue: step.why === "due",
      unlocks: unlocked,
      from,
      to,
    });
  }
  return { batches, sorted };
};

/** What drafts are told apart by, as the ranks of texts. */
interface Ranks {
  /** Environment, action, why: an action is done in one portal, or by Chorus. */
  readonly what: Uint32Array;
  readonly actor: Uint32Array;
  readonly session: Uint32Array;
  readonly batch: Uint32Array;
}

const ranksOf = (drafts: Drafts): Ranks => {
  const { length } = drafts.addresses;
  const [what, actor, session, batch] = [ranker(length), ranker(length), ranker(length), ranker(length)];
  for (let at = 0; at < length; at += 1) {
    const step = drafts.at(at);
    if (step === undefined) continue;
    const { address, why, draft } = step;
    what.put(at, [environmentOf(address), draft.action, why].join(SEPARATOR));
    actor.put(at, actorKey(draft.actor));
    session.put(at, [draft.mode, draft.portal ?? "", actorKey(draft.actor)].join(SEPARATOR));
    batch.put(at, draft.batch);
  }
  return { what: what.ranks(), actor: actor.ranks(), session: session.ranks(), batch: batch.ranks() };
};

/** Of so many texts, for each its place among those that differ. */
const ranker = (length: number) => {
  const met = new Map<string, number>();
  const places = new Uint32Array(length);
  return {
    put(at: number, text: string): void {
      const place = met.get(text) ?? met.size;
      met.set(text, place);
      places[at] = place;
    },
    ranks(): Uint32Array {
      const ranks = new Uint32Array(met.size);
      for (const [rank, text] of [...met.keys()].toSorted(byText).entries()) ranks[met.get(text) ?? 0] = rank;
      return places.map((place) => ranks[place] ?? 0);
    },
  };
};

const compare = (ranks: Uint32Array, a: number, b: number): number => (ranks[a] ?? 0) - (ranks[b] ?? 0);

/** No two are the same. */
const byText = (a: string, b: string): number => (a < b ? -1 : 1);

const actorKey = ({ role, name }: Actor): string => `${role}:${name ?? ""}`;

const SEPARATOR = "\u0000";

/** PISTE first: everything in Chorus Pro names its application. */
const PORTALS: readonly (StepDraft["portal"] | undefined)[] = ["piste", "chorus-pro", undefined];
