import type { Condition, ResourceRecord } from "../model/condition.ts";

/**
 * What holds where a record was made without knowing of another: what was proven last, claim by claim where both are about
 * the same thing. Of two proofs as old, the one that comes now.
 */
export const newerRecord = (there: ResourceRecord, coming: ResourceRecord): ResourceRecord => {
  if (there.covers !== coming.covers) return latestProof(there) > latestProof(coming) ? there : coming;
  const conditions = coming.conditions.map((condition) => {
    const theirs = there.conditions.find(({ type }) => type === condition.type);
    return theirs === undefined ? condition : newerClaim(theirs, condition);
  });
  const others = there.conditions.filter(({ type }) => !coming.conditions.some((condition) => condition.type === type));
  return { ...there, ...coming, conditions: [...conditions, ...others] };
};

const newerClaim = (there: Condition, coming: Condition): Condition => (provenAt(there) > provenAt(coming) ? there : coming);

/** When a claim was last proven, or else became what it is. */
export const provenAt = ({ provenAt: at, since }: Condition): string => (at !== undefined && at > since ? at : since);

/** When the newest of its claims was. */
export const latestProof = ({ conditions }: ResourceRecord): string => conditions.map(provenAt).toSorted().at(-1) ?? "";
