import { pathsIn, type Label } from "../../catalogue/guides/guide.ts";
import { GUIDES } from "../../catalogue/guides/guides.ts";
import type { Step } from "../../model/step.ts";

/** Something that a step has typed, or looked for on the screen. */
export interface StepValue {
  readonly argument: string;
  readonly value: string;
  /** The field of the form that it goes into, with the heading that the field stands under; absent where no form asks for it. */
  readonly field?: { readonly label: Label; readonly group?: Label };
}

/** What is worth copying in a step: the form's values in the order of the screen, then what its path names. Never a secret: none is known here. */
export const stepValues = (step: Step): readonly StepValue[] => {
  const { fields, paths } = GUIDES[step.action];
  const typed = fields.flatMap(({ argument, group, label, en }): readonly StepValue[] =>
    distinct(step, argument).map((value) => ({ argument, value, field: { label: { label, ...(en === undefined ? {} : { en }) }, ...(group === undefined ? {} : { group }) } })));
  const inForm = new Set(typed.map(({ value }) => value));
  const named = pathsIn(paths, step.environment)
    .flat()
    .flatMap((part) => [...("act" in part ? [part.act.fr] : []), ...(part.say === undefined ? [] : [part.say.fr])])
    .flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, argument = ""]) => argument))
    .filter((argument) => COPIED.has(argument));
  const looked = [...new Set(named)].flatMap((argument) => distinct(step, argument).map((value): StepValue => ({ argument, value })));
  return [...typed, ...looked.filter(({ value }) => !inForm.has(value))].filter(({ value }) => value !== "true" && value !== "false");
};

const distinct = (step: Step, argument: string): readonly string[] => [
  ...new Set(step.items.flatMap(({ arguments: values }) => values[argument] ?? [])),
];

/** What a person looks for by typing it; the other words of a path are read, not typed. */
const COPIED: ReadonlySet<string> = new Set(["identifiant", "login", "nom", "application", "service", "email"]);
