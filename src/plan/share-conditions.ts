import type { Cause } from "../model/cause.ts";
import type { Assessed, AssessedCondition } from "./assess.ts";

/**
 * Makes the same of what was assessed, with what tens of thousands have in common kept once: before anything is recorded
 * or seen, all resources of a kind stand alike; later, what they lack has few causes.
 */
export const conditionSharer = (): ((assessed: Assessed) => Assessed) => {
  const lists = new Map<string, Assessed["conditions"]>();
  const causes = new Map<string, readonly Cause[]>();
  return (assessed) => {
    const { conditions } = assessed;
    if (!areAlike(conditions)) return withSharedCauses(assessed, causes);
    const key = conditions.map(keyOf).join("\n");
    const known = lists.get(key);
    if (known === undefined) lists.set(key, conditions);
    return known === undefined ? assessed : withConditions(assessed, known);
  };
};

/** Nothing in them is about the one resource: those of others may be the same. */
export const areAlike = (conditions: Assessed["conditions"]): boolean => conditions.every(isOfNone);

const isOfNone = ({ condition, recorded, accepted, renewal }: AssessedCondition): boolean =>
  recorded === undefined &&
  accepted === undefined &&
  renewal === undefined &&
  condition.evidence === undefined &&
  condition.fact === undefined &&
  condition.was === undefined;

const keyOf = ({ condition, stale, need, causes = [] }: AssessedCondition): string => {
  const { type, status, reason, proof, since, provenAt, wasTrue, unknown } = condition;
  return [type, status, reason, proof, since, provenAt, wasTrue, unknown, stale, need, causesKey(causes)].join(" ");
};

const causesKey = (causes: readonly Cause[]): string => causes.map(({ cause, told }) => `${cause}:${told ?? ""}`).join();

const withSharedCauses = (assessed: Assessed, known: Map<string, readonly Cause[]>): Assessed => {
  const { conditions } = assessed;
  if (conditions.every(({ causes }) => causes === undefined)) return assessed;
  return withConditions(assessed, conditions.map((one) => (one.causes === undefined ? one : { ...one, causes: sharedCauses(one.causes, known) })));
};

const sharedCauses = (causes: readonly Cause[], known: Map<string, readonly Cause[]>): readonly Cause[] => {
  const key = causesKey(causes);
  const first = known.get(key) ?? causes;
  known.set(key, first);
  return first;
};

const withConditions = (assessed: Assessed, conditions: Assessed["conditions"]): Assessed => ({ ...assessed, conditions });
