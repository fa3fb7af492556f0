import type { Node, Pair, YAMLMap } from "yaml";
import type { Location } from "../diagnostics/diagnostic.ts";
import type { YamlNodes } from "./parse-full-yaml.ts";
import type { Path } from "./path.ts";
import { rangeOf } from "./yaml-data.ts";

export type On = "key" | "value";

/** Where a path is written in a document: its key or its value, or the nearest thing above it that is written. */
export const placeOf = (nodes: YamlNodes, path: Path, on: On): Location => {
  let found: Found = { value: nodes.root };
  for (const key of path) {
    const next = step(nodes, found.value, key);
    if (next === undefined) return show(nodes, found, "key");
    found = next;
  }
  return show(nodes, found, on);
};

/** The offsets of a value's text, to hide it. */
export const extentOf = (nodes: YamlNodes, path: Path): readonly [number, number] | undefined => {
  let found: Found = { value: nodes.root };
  for (const key of path) {
    const next = step(nodes, found.value, key);
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

const show = ({ source }: YamlNodes, { key, value }: Found, on: On): Location => {
  if (on === "value" && value !== null && !isEmpty(value)) return rangeOf(value, source);
  if (key === undefined || key === null) return source.at(0, 1);
  return rangeOf(key, source);
};

const isEmpty = ({ range }: Node): boolean => range !== null && range !== undefined && range[0] === range[1];

const step = (nodes: YamlNodes, at: Node | null, key: string): Found | undefined => {
  const node = target(nodes, at);
  if (nodes.yaml.isMap(node)) return inMap(nodes, node, key);
  if (!nodes.yaml.isSeq(node)) return undefined;
  const item = node.items[Number(key)] as Node | undefined;
  return item === undefined ? undefined : { key: item, value: item };
};

const target = ({ yaml, targets }: YamlNodes, node: Node | null): Node | null =>
  yaml.isAlias(node) ? (targets.get(node) ?? null) : node;

const inMap = (nodes: YamlNodes, map: YAMLMap, key: string): Found | undefined => {
  const pair = indexOf(map).get(key);
  if (pair !== undefined) return { key: pair.key, value: pair.value };
  const merge = indexOf(map).get("<<");
  if (merge === undefined) return undefined;
  const merged = target(nodes, merge.value);
  const parts = nodes.yaml.isSeq(merged) ? (merged.items as Node[]) : [merged];
  for (const part of parts) {
    const found = step(nodes, part, key);
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
