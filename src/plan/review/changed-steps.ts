import type { Step, StepItem } from "../../model/step.ts";
import { canonical } from "../digest.ts";
import type { SameNames } from "./same-names.ts";

export interface ChangedSteps {
  readonly added: readonly Step[];
  readonly changed: readonly Step[];
  readonly removed: readonly Step[];
  readonly unchanged: readonly Step[];
}

/**
 * Steps put together for a person are compared thing by thing: one that is asked for a structure more is, for that structure,
 * a new one.
 */
export const changedSteps = (before: readonly Step[], now: readonly Step[], names: SameNames): ChangedSteps => {
  const renamed = before.map((step): Step => ({ ...step, items: step.items.map((item) => ({ ...item, address: names.address(item.address), arguments: names.value(item.arguments) as StepItem["arguments"] })) }));
  const [known, wanted] = [itemsOf(renamed), itemsOf(now)];
  const isAdded: Which = (step, item) => !known.has(keyOf(step, item));
  const isChanged: Which = (step, item) => !isAdded(step, item) && known.get(keyOf(step, item)) !== meaningOf(step, item);
  const added = part(now, isAdded);
  const changed = part(now, isChanged);
  const shown = new Set([...added, ...changed].map(({ number }) => number));
  const among = (step: Step): Step => ({ ...step, waitsFor: step.waitsFor.filter((number) => shown.has(number)) });
  return {
    added: added.map(among),
    changed: changed.map(among),
    removed: part(renamed, (step, item) => !wanted.has(keyOf(step, item))).map((step) => ({ ...step, waitsFor: [] })),
    unchanged: part(now, (step, item) => !isAdded(step, item) && !isChanged(step, item)),
  };
};

type Which = (step: Step, item: StepItem) => boolean;

const itemsOf = (steps: readonly Step[]): ReadonlyMap<string, string> =>
  new Map(steps.flatMap((step) => step.items.map((item) => [keyOf(step, item), meaningOf(step, item)] as const)));

const keyOf = ({ action }: Step, { address }: StepItem): string => `${action} ${address}`;

/** What a person would do otherwise if it differed. */
const meaningOf = ({ why, mode, actor, portal, provenBy }: Step, item: StepItem): string => canonical([why, mode, actor, portal ?? "", provenBy, item.arguments]);

/** The steps with those of their things that are chosen; steps without any are left out. */
const part = (steps: readonly Step[], which: Which): readonly Step[] =>
  steps.flatMap((step) => {
    const items = step.items.filter((item) => which(step, item));
    if (items.length === 0) return [];
    return [items.length === step.items.length ? step : { ...step, items }];
  });
