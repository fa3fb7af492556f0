import { groupBy } from "../../model/group-by.ts";
import { personKey, stepsMeant } from "../../model/select-actors.ts";
import type { Actor, Step } from "../../model/step.ts";

/** Somebody who has something to do, and how much: a client is one, whatever portal its people act in. */
export interface Worker {
  /** Tells actors apart; the same for the same actor in every plan. */
  readonly key: string;
  readonly actor: Actor;
  readonly steps: number;
  /** How many of them wait for others. */
  readonly waiting: number;
}

/**
 * Who has steps to do by hand, in the order of the plan.
 *
 * @param asked a role, a name or a part of the label
 */
export const workersOf = (steps: readonly Step[], asked?: string): readonly Worker[] => {
  const byHand = steps.filter(({ mode }) => mode === "manual");
  const meant = new Set((asked === undefined ? byHand : stepsMeant(byHand, asked)).map(({ actor }) => personKey(actor)));
  return [...groupBy(byHand, ({ actor }) => personKey(actor))].flatMap(([key, group]) => {
    const [first] = group;
    if (first === undefined || !meant.has(key)) return [];
    const { actor } = group.find((step) => step.actor.client === undefined) ?? first;
    return [{ key, actor, steps: group.length, waiting: group.filter(({ waitsFor }) => waitsFor.length > 0).length }];
  });
};
