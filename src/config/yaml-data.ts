import type { Alias, Node, Pair, Scalar, YAMLMap } from "yaml";
import { closest } from "./closest.ts";
import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { emptyMap } from "./empty-map.ts";
import type { SourceText } from "./source-text.ts";

export type Yaml = typeof import("yaml");

export interface YamlData {
  readonly yaml: Yaml;
  readonly root: Node | null;
  readonly data: unknown;
  /** What each alias stands for. */
  readonly targets: ReadonlyMap<Alias, Node>;
  readonly diagnostics: readonly Diagnostic[];
  /** False where something is so wrong that the data are not what was meant. */
  readonly reliable: boolean;
}

/**
 * A document as plain data. An alias shares its anchor's value, so that thousands of uses of one anchor cost nothing;
 * what is limited is how much a reader would have to walk through.
 */
export const toData = (yaml: Yaml, root: Node | null, source: SourceText): YamlData => {
  const diagnostics: Diagnostic[] = [];
  const targets = new Map<Alias, Node>();
  const anchors = new Map<string, Anchor>();
  let nodes = 0;
  let expanded = 0;
  let reliable = true;

  const report = (found: Diagnostic, isFatal = true): string => {
    diagnostics.push(found);
    if (isFatal) reliable = false;
    return "";
  };

  const convert = (node: Node | null | undefined): unknown => {
    nodes += 1;
    if (node === null || node === undefined) return "";
    if (yaml.isAlias(node)) return convertAlias(node);
    const anchor: Anchor | undefined =
      node.anchor === undefined ? undefined : { node, value: undefined, size: 0, isOpen: true };
    if (anchor !== undefined && node.anchor !== undefined) anchors.set(node.anchor, anchor);
    const before = nodes + expanded;
    const value = convertNode(node);
    if (anchor !== undefined) {
      anchor.value = value;
      anchor.size = nodes + expanded - before + 1;
      anchor.isOpen = false;
    }
    return value;
  };

  const convertNode = (node: Node): unknown => {
    if (yaml.isMap(node)) return convertMap(node);
    if (yaml.isSeq(node)) return node.items.map((item) => convert(item as Node));
    const { value } = node as Scalar;
    return typeof value === "string" ? value : "";
  };

  const convertAlias = (node: Alias): unknown => {
    const { source: alias } = node;
    const where = rangeOf(node, source);
    const anchor = anchors.get(alias);
    if (anchor === undefined) {
      const suggestion = closest(alias, anchors.keys());
      return report(diagnostic("CHR-YAML-ALIAS-UNKNOWN", "error", { alias, ...suggestion }, where));
    }
    if (anchor.isOpen) {
      return report(diagnostic("CHR-YAML-ALIAS-EXPLOSION", "error", { alias, problem: "loop" }, where));
    }
    const wasWithin = expanded <= MAX_EXPANDED;
    expanded += anchor.size;
    if (expanded > MAX_EXPANDED) {
      reliable = false;
      if (wasWithin) report(diagnostic("CHR-YAML-ALIAS-EXPLOSION", "error", { alias, problem: "size" }, where));
      return "";
    }
    targets.set(node, anchor.node);
    return anchor.value;
  };

  const convertMap = (map: YAMLMap): unknown => {
    const data = emptyMap();
    let merged: Set<string> | undefined;
    for (const pair of map.items as Pair<Node | null, Node | null>[]) {
      const key = keyOf(pair);
      if (key === undefined) report(diagnostic("CHR-YAML-KEY", "error", {}, rangeOf(pair.key, source)), false);
      else if (isMerge(pair)) merged = merge(data, pair.value, merged ?? new Set());
      else if (Object.hasOwn(data, key) && merged?.has(key) !== true) reportDuplicate(map, pair, key);
      else {
        data[key] = convert(pair.value);
        merged?.delete(key);
      }
    }
    return data;
  };

  /** What is written beside a merge key wins over it, and an earlier merge over a later one. */
  const merge = (data: Record<string, unknown>, value: Node | null, merged: Set<string>): Set<string> => {
    const content = convert(value);
    for (const part of Array.isArray(content) ? (content as unknown[]) : [content]) {
      if (typeof part !== "object" || part === null || Array.isArray(part)) {
        if (reliable) report(diagnostic("CHR-YAML-MERGE", "error", {}, rangeOf(value, source)));
        continue;
      }
      for (const [key, inner] of Object.entries(part)) {
        if (Object.hasOwn(data, key)) continue;
        data[key] = inner;
        merged.add(key);
      }
    }
    return merged;
  };

  const reportDuplicate = (map: YAMLMap, { key: node }: Pair<Node | null, Node | null>, key: string): void => {
    const first = (map.items as Pair<Node | null, Node | null>[]).find((pair) => keyOf(pair) === key);
    const line = rangeOf(first?.key, source).line;
    report(diagnostic("CHR-YAML-DUPLICATE-KEY", "error", { key, line }, rangeOf(node, source)), false);
  };

  /** An alias may stand for a key that is a word. */
  const keyOf = ({ key }: Pair<Node | null, Node | null>): string | undefined => {
    if (key === null) return "";
    if (yaml.isScalar(key)) return typeof key.value === "string" ? key.value : "";
    const value = yaml.isAlias(key) ? anchors.get(key.source)?.value : undefined;
    return typeof value === "string" ? value : undefined;
  };

  const isMerge = ({ key }: Pair<Node | null, Node | null>): boolean =>
    yaml.isScalar(key) && key.value === "<<" && key.type === "PLAIN";

  const data = root === null ? undefined : convert(root);
  return { yaml, root, data, targets, diagnostics, reliable };
};

interface Anchor {
  readonly node: Node;
  value: unknown;
  size: number;
  isOpen: boolean;
}

export const rangeOf = (node: Node | null | undefined, source: SourceText): ReturnType<SourceText["at"]> => {
  const [start, end] = node?.range ?? [0, 1];
  return source.at(start, Math.max(end, start + 1));
};

/** How many values all aliases together may stand for: more than 100,000 structures with shared settings need. */
const MAX_EXPANDED = 5_000_000;
