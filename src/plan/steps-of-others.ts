import { isSamePerson } from "../model/select-actors.ts";
import type { Step } from "../model/step.ts";

/**
 * The steps of others that each step waits for, by number; none where nothing but the same person's own steps comes
 * first, which one message asks for in their order.
 */
export const stepsOfOthers = (steps: readonly Step[]): ReadonlyMap<number, readonly number[]> => {
  const byNumber = new Map(steps.map((step) => [step.number, step]));
  const known = new Map<number, readonly number[]>();
  const awaitedBy = (step: Step): readonly number[] => {
    const found = known.get(step.number);
    if (found !== undefined) return found;
    const before = step.waitsFor.flatMap((number) => byNumber.get(number) ?? []);
    const awaited = before.flatMap((one) => (isSamePerson(one.actor, step.actor) ? awaitedBy(one) : [one.number]));
    known.set(step.number, [...new Set(awaited)].toSorted((a, b) => a - b));
    return known.get(step.number) ?? [];
  };
  return new Map(steps.flatMap((step) => (awaitedBy(step).length === 0 ? [] : [[step.number, awaitedBy(step)] as const])));
};
