import { groupBy } from "../../model/group-by.ts";
import { isActor } from "../../model/is-actor.ts";
import type { Actor, Step } from "../../model/step.ts";

/** Somebody who has something to do, and how much. */
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
  const byHand = steps.filter(({ mode, actor }) => mode === "manual" && (asked === undefined || isActor(actor, asked)));
  return [...groupBy(byHand, ({ actor }) => workerKey(actor))].flatMap(([key, group]) => {
    const [first] = group;
    if (first === undefined) return [];
    return [{ key, actor: first.actor, steps: group.length, waiting: group.filter(({ waitsFor }) => waitsFor.length > 0).length }];
  });
};

export const workerKey = ({ role, name = "" }: Actor): string => `${role} ${name}`;
