import { kindOfResource } from "../kinds/kinds.ts";
import type { Judgement, Known } from "../kinds/kind.ts";
import type { Cause } from "../model/cause.ts";
import type { Clue } from "../model/clue.ts";
import type { Condition } from "../model/condition.ts";
import type { Reason, UnknownClass } from "../model/observation.ts";
import type { Resource } from "../model/resource.ts";
import { causesOf, hasCauses } from "./causes-of.ts";

/** A condition as it was settled, with the judgement of this run. */
export interface Diagnosed {
  readonly judgement: Judgement;
  readonly condition: Condition;
  readonly stale?: UnknownClass;
}

/** Why a condition may be false or unknown, or could not be seen now: the likeliest cause first. */
export const diagnose = (resource: Resource, diagnosed: Diagnosed, known: Known): readonly Cause[] => {
  const reason = reasonOf(diagnosed);
  if (reason === undefined || !hasCauses(reason)) return [];
  const { judgement, condition } = diagnosed;
  const clues = new Set<Clue>([
    // An answer says nothing of what was recorded before it came.
    ...(judgement.reason === reason || condition.fact?.fact === "expiry" ? (judgement.clues ?? []) : []),
    ...(kindOfResource(resource).clues?.(resource, known) ?? []),
    ...(condition.wasTrue === true ? ["worked-before" as const] : []),
    ...(known.attestedAt === undefined ? [] : ["attested" as const]),
  ]);
  return causesOf({ reason, environment: resource.environment, clues: [...clues] });
};

/** What is to be explained: why it is not true, else why it was not seen to be. */
const reasonOf = ({ condition, stale, judgement }: Diagnosed): Reason | undefined => {
  if (condition.status !== "true") return condition.reason;
  return stale === undefined ? undefined : judgement.reason;
};
