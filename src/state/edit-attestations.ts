import { isDeepStrictEqual } from "node:util";
import type { Document, Pair, Scalar, YAMLMap, YAMLSeq } from "yaml";
import type { Attestation } from "../model/attestation.ts";
import { ATTESTATION_KEYS } from "./attestation-keys.ts";
import { flowEdits, isFlowStyle, type Edit } from "./edit-flow-attestations.ts";

type Yaml = typeof import("yaml");

/**
 * The file with attestations in it, each in the place of the older words on the same address or at the end. Nothing else
 * changes: comments, order, quotes, unknown keys and ends of line stay as somebody wrote them. Undefined where the text
 * is no list of attestations.
 */
export const editAttestations = (text: string, given: readonly Attestation[], yaml: Yaml): string | undefined => {
  const document = yaml.parseDocument(text, { schema: "failsafe" });
  const list = document.contents as unknown;
  if (document.errors.length > 0 || (list !== null && !yaml.isSeq(list) && !(yaml.isScalar(list) && list.value === ""))) return undefined;
  const eol = /\r\n/.test(text) ? "\r\n" : "\n";
  const render = (value: unknown): string => new yaml.Document(value, { schema: "failsafe" }).toString({ lineWidth: 0 });
  if (!yaml.isSeq(list) || list.items.length === 0) return begun(text, list, withEol(render(given), eol), yaml);
  if (isFlowStyle(list, yaml)) return applied(text, flowEdits(text, list, given, yaml).map((edit) => ({ ...edit, text: withEol(edit.text, eol) })));
  if (!isPlainStyle(list, text, yaml)) return withEol(rewritten(document, list, given), eol);
  const items = list.items as readonly YAMLMap<Scalar<string>>[];
  const edits: Edit[] = [];
  for (const word of given) {
    const [kept, ...older] = items.filter((item) => item.get("address") === word.address);
    if (kept === undefined) edits.push(appended(text, items, withEol(render([word]), eol), eol));
    else edits.push(...changed(text, kept, word, { yaml, eol, render }));
    edits.push(...older.map((item) => ({ from: lineStart(text, rangeOf(item)[0]), to: lineEnd(text, lastOf(item)), text: "" })));
  }
  return applied(text, edits);
};

interface Tools {
  readonly yaml: Yaml;
  readonly eol: string;
  readonly render: (value: unknown) => string;
}

/** In the place of what says that there is nothing, as `[]` and `""` do. Undefined where that leaves no list, as behind `...`. */
const begun = (text: string, empty: unknown, list: string, yaml: Yaml): string | undefined => {
  const [from, to] = (yaml.isNode(empty) ? empty.range : undefined) ?? [0, 0];
  const isWritten = from < to;
  const after = isWritten ? `${text.slice(0, from)}${list.trimEnd()}${text.slice(to)}` : `${text}${text === "" || text.endsWith("\n") ? "" : "\n"}${list}`;
  const { contents, errors } = yaml.parseDocument(after, { schema: "failsafe" });
  return errors.length === 0 && yaml.isSeq(contents) ? after : undefined;
};

/** Every entry a map that begins on the line of its dash, a key a line: what `chorus attest` writes and people copy. */
const isPlainStyle = (list: YAMLSeq, text: string, { isMap, isScalar }: Yaml): boolean =>
  list.flow !== true &&
  list.items.every((item) =>
    isMap(item) && item.flow !== true && item.anchor === undefined && /^ *- +$/.test(text.slice(lineStart(text, item.range?.[0] ?? 0), item.range?.[0])) &&
    item.items.every(({ key }, place) => isScalar(key) && key.range && (place === 0 || /^ +$/.test(text.slice(lineStart(text, key.range[0]), key.range[0])))));

const appended = (text: string, items: readonly YAMLMap[], entry: string, eol: string): Edit => {
  const [first] = items;
  const start = first === undefined ? 0 : rangeOf(first)[0];
  const indent = /^ */.exec(text.slice(lineStart(text, start)))?.[0] ?? "";
  const lines = entry.trimEnd().split(/\r?\n/).map((line) => `${indent}${line}`).join(eol);
  return { from: text.length, to: text.length, text: text.endsWith("\n") ? `${lines}${eol}` : `${eol}${lines}` };
};

/** Key by key: what is the same is left alone, with its quotes and the comment behind it. */
const changed = (text: string, item: YAMLMap<Scalar<string>>, word: Attestation, { yaml, eol, render }: Tools): readonly Edit[] => {
  const wanted = Object.entries(word) as readonly (readonly [string, unknown])[];
  const indent = " ".repeat(rangeOf(item)[0] - lineStart(text, rangeOf(item)[0]));
  const pairOf = (name: string): Pair<Scalar<string>> | undefined => item.items.find(({ key }) => key.value === name);
  const gone = ATTESTATION_KEYS.filter((name) => wanted.every(([key]) => key !== name)).flatMap((name) => pairOf(name) ?? []);
  const edits: Edit[] = gone.map((pair) => ({ ...linesOf(text, pair), text: "" }));
  let after = linesOf(text, pairOf("address")).to;
  for (const [key, value] of wanted) {
    const pair = pairOf(key);
    const written = withEol(render({ [key]: value }).trimEnd().replaceAll(/^/gm, indent), eol);
    const node = pair?.value;
    if (pair === undefined) edits.push({ from: after, to: after, text: isOpen(text, after) ? `${eol}${written}` : `${written}${eol}` });
    else if (!isDeepStrictEqual(yaml.isNode(node) ? node.toJSON() : node, value)) {
      if (typeof value === "string" && yaml.isScalar(node) && node.range && node.type !== "BLOCK_LITERAL" && node.type !== "BLOCK_FOLDED" && !written.includes("\n")) {
        edits.push({ from: node.range[0], to: node.range[1], text: written.slice(indent.length + key.length + 2) });
      } else edits.push({ ...linesOf(text, pair), text: `${written}${isOpen(text, linesOf(text, pair).to) ? "" : eol}` });
    }
    if (pair !== undefined) after = linesOf(text, pair).to;
  }
  return edits;
};

const linesOf = (text: string, pair: Pair<Scalar<string>> | undefined): { readonly from: number; readonly to: number } => {
  const from = pair?.key.range?.[0] ?? 0;
  const range = (pair?.value as Scalar | null | undefined)?.range;
  return { from: lineStart(text, from), to: lineEnd(text, Math.max(from, (range?.[1] ?? from + 1) - 1)) };
};

/** The offset of the last character of an entry's last value. */
const lastOf = (item: YAMLMap<Scalar<string>>): number =>
  Math.max(...item.items.map(({ key, value }) => ((value as Scalar | null)?.range?.[1] ?? key.range?.[1] ?? 1) - 1));

/** From the first to the last; what is put before a place comes before what is taken away there. */
const applied = (text: string, edits: readonly Edit[]): string => {
  let at = 0;
  const parts: string[] = [];
  for (const { from, to, text: put } of edits.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    parts.push(text.slice(at, from), put);
    at = Math.max(at, to);
  }
  return parts.join("") + text.slice(at);
};

/** What is written in another style is written anew, with the comments that stand before the entries. */
const rewritten = (document: Document, list: YAMLSeq, given: readonly Attestation[]): string => {
  const addresses = (list.toJSON() as readonly { readonly address?: string }[]).map(({ address }) => address);
  const older = new Set<number>();
  for (const word of given) {
    const node = document.createNode(word);
    const [at, ...others] = addresses.flatMap((address, place) => (address === word.address ? [place] : []));
    for (const other of others) older.add(other);
    if (at === undefined) document.add(node);
    else {
      node.commentBefore = (list.items[at] as { commentBefore?: string | null }).commentBefore ?? null;
      list.items[at] = node;
    }
  }
  for (const place of [...older].toSorted((a, b) => b - a)) document.delete(place);
  return document.toString({ lineWidth: 0 });
};

const rangeOf = (node: YAMLMap): readonly [number, number, number] => node.range ?? [0, 0, 0];
const lineStart = (text: string, at: number): number => text.lastIndexOf("\n", at - 1) + 1;
const lineEnd = (text: string, at: number): number => (text.indexOf("\n", at) === -1 ? text.length : text.indexOf("\n", at) + 1);
const isOpen = (text: string, at: number): boolean => at === text.length && !text.endsWith("\n");
const withEol = (text: string, eol: string): string => text.replaceAll(/\r?\n/g, eol);
