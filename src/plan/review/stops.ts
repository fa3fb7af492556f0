import type { Desired } from "../../model/desired.ts";
import { ENVIRONMENTS, type EnvironmentName } from "../../model/environment.ts";
import type { Stop, SubjectChange } from "./review-document.ts";

export interface StopOptions {
  /** Somebody said that so many are to end. */
  readonly allowEnds?: boolean;
  /** How many structures, applications and accounts may change at once; absent: any number. */
  readonly maxChanges?: number;
}

/** A bad export, or a column moved by one, looks like a change that ends or changes very much at once. */
export const stopsOf = (
  { before, now, subjects }: { readonly before: Desired; readonly now: Desired; readonly subjects: readonly SubjectChange[] },
  { allowEnds, maxChanges }: StopOptions,
): readonly Stop[] => [
  ...(allowEnds === true ? [] : ENVIRONMENTS.flatMap((environment) => endsIn(environment, before, now))),
  ...(maxChanges === undefined || subjects.length <= maxChanges ? [] : [{ stop: "changes" as const, changes: subjects.length, limit: maxChanges }]),
];

/** A structure ends that is declared to leave, now or on a date, or that is declared no more. */
const endsIn = (environment: EnvironmentName, before: Desired, now: Desired): readonly Stop[] => {
  const wanted = now.environments[environment]?.structures ?? {};
  const renamed = new Map((now.moved ?? []).map(({ from, to }) => [from, to]));
  const lived = Object.entries(before.environments[environment]?.structures ?? {}).filter(([, { etat }]) => etat !== "sortant");
  const ended = lived.filter(([name]) => {
    const known = Object.hasOwn(wanted, name) ? name : (renamed.get(name) ?? name);
    return !Object.hasOwn(wanted, known) || wanted[known]?.etat === "sortant";
  }).length;
  return stopOfEnds(environment, ended, lived.length);
};

/** More than a fifth of an environment's structures, and five at least. */
export const stopOfEnds = (environment: EnvironmentName, ended: number, of: number): readonly Stop[] =>
  ended < FEWEST || ended / of <= SHARE ? [] : [{ stop: "ends", environment, ended, of }];

const SHARE = 0.2;
const FEWEST = 5;
