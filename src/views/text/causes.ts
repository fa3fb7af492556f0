import type { Cause, CauseCode } from "../../model/cause.ts";
import type { Step, StepAction } from "../../model/step.ts";
import type { PlannedResource } from "../../plan/plan-document.ts";
import type { Line } from "./layout.ts";
import type { Scene } from "./scene.ts";
import { culprit } from "./seen.ts";

/** Why a step's things are not so, as far as can be told: two causes, and what to do about one that is told. */
export const causeLines = (step: Step, scene: Scene): readonly Line[] => {
  const all = step.items.flatMap(({ address }) => {
    const resource = scene.resources.get(address);
    return (resource === undefined ? undefined : culprit(step, resource))?.causes ?? [];
  });
  const causes = all.filter(({ cause }) => OBVIOUS[step.action]?.includes(cause) !== true);
  const [first] = likeliest(causes);
  if (first === undefined) return [];
  const { remedied, todo } = scene.words.causes;
  const isTheStep = step.action === "reset-password" && first.cause === "expired";
  const remedy = first.told === undefined || isTheStep ? [] : [{ indent: 0, text: remedied(todo[first.cause]) }];
  return [{ indent: 0, text: causesText(causes, scene) }, ...remedy];
};

/** Why several things are not known, as a line of its own; none where nothing is to be said. */
export const sharedCauses = (resources: readonly PlannedResource[], indent: number, scene: Scene): readonly Line[] => {
  const causes = resources.flatMap(({ conditions }) => conditions[0]?.causes ?? []);
  const { plan, words } = scene.words;
  return causes.length === 0 ? [] : [{ indent, text: `${plan.leads.causes}${words.colon}${causesText(causes, scene)}`, style: "quiet" }];
};

/** The likeliest causes, in words. */
export const causesText = (causes: readonly Cause[], { words }: Scene): string => {
  const { is, told, because, perhaps } = words.causes;
  return likeliest(causes)
    .map((cause) => (cause.told === undefined ? perhaps(is[cause.cause]) : because(is[cause.cause], told[cause.told])))
    .join(words.words.semicolon);
};

/** The first two: those that are told first, and what is said of one thing is not said again of another. */
const likeliest = (causes: readonly Cause[]): readonly Cause[] => {
  const distinct = new Map<string, Cause>();
  const told = causes.filter((cause) => cause.told !== undefined);
  for (const cause of [...told, ...causes]) if (!distinct.has(cause.cause)) distinct.set(cause.cause, cause);
  return [...distinct.values()].slice(0, MOST_CAUSES);
};

/** What the title of a step says already. */
const OBVIOUS: Partial<Readonly<Record<StepAction, readonly CauseCode[]>>> = {
  "select-apis": ["not-selected"],
  "activate-structure": ["unknown-siret", "deactivated"],
  "open-espace": ["espace-closed"],
  "declare-raccordement": ["no-raccordement"],
  "attach-structure": ["attachment-missing"],
  "create-service": ["service-closed"],
};

const MOST_CAUSES = 2;
