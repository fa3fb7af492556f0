import { isDeepStrictEqual } from "node:util";
import type { YAMLMap, YAMLSeq } from "yaml";
import type { Attestation } from "../model/attestation.ts";
import { ATTESTATION_KEYS } from "./attestation-keys.ts";

type Yaml = typeof import("yaml");

export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What changes in a list whose entries are each in braces, in brackets or behind dashes: those entries, and nothing around them. */
export const flowEdits = (text: string, list: YAMLSeq, given: readonly Attestation[], yaml: Yaml): readonly Edit[] => {
  const items = list.items as readonly YAMLMap[];
  const render = (value: unknown): string => {
    const document = new yaml.Document(value, { schema: "failsafe" });
    if (yaml.isCollection(document.contents)) document.contents.flow = true;
    const rendered = document.toString({ lineWidth: 0 }).trim();
    // A line that goes on would have to be indented as what is around it; JSON is YAML too.
    return rendered.includes("\n") ? JSON.stringify(value) : rendered;
  };
  return given.flatMap((word): readonly Edit[] => {
    const [kept, ...older] = items.filter((item) => item.get("address") === word.address);
    if (kept === undefined) return [appended(text, list, render(word))];
    const wanted = merged(kept, word);
    const changed = isDeepStrictEqual(kept.toJSON(), wanted) ? [] : [{ ...rangeOf(kept), text: render(wanted) }];
    return [...changed, ...older.map((item) => ({ from: rangeOf(items[items.indexOf(item) - 1]).to, to: rangeOf(item).to, text: "" }))];
  });
};

/** Whether a list is so written. */
export const isFlowStyle = (list: YAMLSeq, { isMap }: Yaml): boolean =>
  list.items.every((item) => isMap(item) && item.flow === true && item.anchor === undefined && item.range !== undefined && item.range !== null);

/** The new word, and the keys that somebody added for himself. */
const merged = (item: YAMLMap, word: Attestation): Readonly<Record<string, unknown>> => {
  const others = Object.entries(item.toJSON() as Readonly<Record<string, unknown>>).filter(([key]) => key !== "address" && !ATTESTATION_KEYS.includes(key));
  return { ...word, ...Object.fromEntries(others) };
};

/** Behind the last one: with its comma, or on a line with a dash below what else stands on its line. */
const appended = (text: string, list: YAMLSeq, entry: string): Edit => {
  const items = list.items as readonly YAMLMap[];
  const { from, to } = rangeOf(items.at(-1));
  if (list.flow === true) return { from: to, to, text: `, ${entry}` };
  const at = to + text.slice(to).search(/\r?$/m);
  const indent = /^ */.exec(text.slice(text.lastIndexOf("\n", from - 1) + 1))?.[0] ?? "";
  return { from: at, to: at, text: `\n${indent}- ${entry}` };
};

const rangeOf = (item: YAMLMap | undefined): { readonly from: number; readonly to: number } => ({ from: item?.range?.[0] ?? 0, to: item?.range?.[1] ?? 0 });
