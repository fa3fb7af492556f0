import type { Guide, Note } from "../../catalogue/guides/guide.ts";
import type { Step } from "../../model/step.ts";
import { apiName } from "./names.ts";
import type { Scene } from "./scene.ts";

/** Distinct values of an argument among the things of a step, in their order. */
export const distinctValues = (step: Step, argument: string): readonly string[] => [
  ...new Set(step.items.flatMap(({ arguments: values }) => values[argument] ?? [])),
];

/** The value or values to type, put together as they are typed: one after the other, or all at once. */
export const valueText = (step: Step, argument: string, guide: Guide, { words, everyValue }: Pick<Scene, "words" | "everyValue">): string => {
  const values = distinctValues(step, argument);
  if (argument === "api") return apiTitles(values, words.words.quoted);
  const worded = values.map((value) => (value === "true" ? words.words.yes : value === "false" ? words.words.no : value));
  const most = everyValue === true ? worded : worded.slice(0, MOST_VALUES);
  const rest = worded.length - most.length;
  const joined = most.join(guide.times === "each" ? words.words.thenValue : ", ");
  return rest === 0 ? joined : `${joined} ${words.plan.more(rest)}`;
};

/** A guide's words with the step's values in them. */
export const fill = (text: string, step: Step, guide: Guide, scene: Pick<Scene, "words" | "everyValue">): string =>
  text.replaceAll(/\{(\w+)\}/g, (_whole, argument: string) => valueText(step, argument, guide, scene));

/** Whether a note's condition holds for anything in the step. */
export const isSaid = ({ when, in: only }: Note, step: Step): boolean => {
  if (only !== undefined && only !== step.environment) return false;
  if (when === undefined) return true;
  if (when.unless !== undefined && distinctValues(step, when.unless).length > 0) return false;
  const values = distinctValues(step, when.argument);
  if (when.is !== undefined) return values.includes(when.is);
  return when.not === undefined ? values.length > 0 : values.some((value) => value !== when.not);
};

/** The lines of PISTE's list to tick: in full where there is one, else what they share and what tells them apart. */
const apiTitles = (titles: readonly string[], quoted: (text: string) => string): string => {
  const [first] = titles;
  if (first === undefined) return "";
  if (titles.length === 1) return quoted(first);
  const family = familyOf(first);
  return family !== "" && titles.every((title) => familyOf(title) === family)
    ? `${quoted(`${family} …`)} ${titles.map(apiName).join(", ")}`
    : titles.map(quoted).join(", ");
};

/** `AIFE - Chorus Pro -` of `AIFE - Chorus Pro - Factures`. */
const familyOf = (title: string): string => title.slice(0, title.length - apiName(title).length).trimEnd();

const MOST_VALUES = 6;
