import type { Node, Pair, YAMLMap } from "yaml";
import type { Location } from "../diagnostics/diagnostic.ts";
import type { ParsedYaml } from "./parse-yaml.ts";
import type { Path } from "./path.ts";
import { rangeOf } from "./yaml-data.ts";

export type On = "key" | "value";

/** Where a path is written in a document: its key or its value, or the nearest thing above it that is written. */
export const placeOf = (parsed: ParsedYaml, path: Path, on: On): Location => {
  let found: Found = { value: parsed.root };
  for (const key of path) {
    const next = step(parsed, found.value, key);
    if (next === undefined) return show(parsed, found, "key");
    found = next;
  }
  return show(parsed, found, on);
};

/** The offsets of a value's text, to hide it. */
export const extentOf = (parsed: ParsedYaml, path: Path): readonly [number, number] | undefined => {
  let found: Found = { value: parsed.root };
  for (const key of path) {
    const next = step(parsed, found.value, key);
    if (next === undefined) return undefined;
    found = next;
  }
  const range = found.value?.range;
  return range === null || range === undefined ? undefined : [range[0], range[2]];
};

interface Found {
  readonly key?: Node | null;
  readonly value: Node | null;
}

const show = ({ source }: ParsedYaml, { key, value }: Found, on: On): Location => {
  if (on === "value" && value !== null && !isEmpty(value)) return rangeOf(value, source);
  if (key === undefined || key === null) return source.at(0, 1);
  return rangeOf(key, source);
};

const isEmpty = ({ range }: Node): boolean => range !== null && range !== undefined && range[0] === range[1];

const step = (parsed: ParsedYaml, at: Node | null, key: string): Found | undefined => {
  const node = target(parsed, at);
  if (parsed.yaml.isMap(node)) return inMap(parsed, node, key);
  if (!parsed.yaml.isSeq(node)) return undefined;
  const item = node.items[Number(key)] as Node | undefined;
  return item === undefined ? undefined : { key: item, value: item };
};

const target = ({ yaml, targets }: ParsedYaml, node: Node | null): Node | null =>
  yaml.isAlias(node) ? (targets.get(node) ?? null) : node;

const inMap = (parsed: ParsedYaml, map: YAMLMap, key: string): Found | undefined => {
  const pair = indexOf(map).get(key);
  if (pair !== undefined) return { key: pair.key, value: pair.value };
  const merge = indexOf(map).get("<<");
  if (merge === undefined) return undefined;
  const merged = target(parsed, merge.value);
  const parts = parsed.yaml.isSeq(merged) ? (merged.items as Node[]) : [merged];
  for (const part of parts) {
    const found = step(parsed, part, key);
    if (found !== undefined) return found;
  }
  return undefined;
};

type NodePair = Pair<Node | null, Node | null>;

/** Made once for each map that is looked into: a file may hold 100,000 structures and as many diagnostics. */
const indexOf = (map: YAMLMap): ReadonlyMap<string, NodePair> => {
  const known = INDEXES.get(map);
  if (known !== undefined) return known;
  const index = new Map<string, NodePair>();
  for (const pair of map.items as NodePair[]) {
    const key = pair.key !== null && "value" in pair.key ? String(pair.key.value) : undefined;
    if (key !== undefined && !index.has(key)) index.set(key, pair);
  }
  INDEXES.set(map, index);
  return index;
};

/** A cache beside immutable nodes; it goes when they go. */
const INDEXES = new WeakMap<YAMLMap, ReadonlyMap<string, NodePair>>();
