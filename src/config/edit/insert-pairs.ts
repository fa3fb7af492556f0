import type { Node, Pair, Scalar, YAMLMap, YAMLSeq } from "yaml";
import type { YamlNodes } from "../parse-full-yaml.ts";
import type { Path } from "../path.ts";

/** Text to be put in at an offset: nothing is taken away. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** What is to be added to a map: a value of one line, written as YAML. */
export interface Addition {
  readonly key: string;
  readonly value: string;
}

/**
 * Adds pairs at the end of the map at a path, and what is missing of the path with them, in the style of what is there:
 * indentation, brackets, ends of line. Undefined where the map is written in a way that has no place for them (an alias).
 */
export const insertPairs = (nodes: YamlNodes, path: Path, added: readonly Addition[]): Insertion | undefined => {
  const { yaml, root } = nodes;
  let map: Node | null = root;
  for (const [depth, step] of path.entries()) {
    const pair: Pair<unknown, Node | null> | undefined = yaml.isMap(map) ? (map.items as Pair<unknown, Node | null>[]).find((one) => yaml.isScalar(one.key) && String(one.key.value) === step) : undefined;
    if (pair === undefined) return yaml.isMap(map) ? append(nodes, map, { below: path.slice(depth), added }) : undefined;
    map = pair.value;
  }
  if (!yaml.isMap(map)) return undefined;
  const last = map;
  return append(nodes, last, { below: [], added: added.map(({ key, value }) => ({ key, value: quotedAs(last, value) })) });
};

/** A word in the quotes of the one before it. */
const quotedAs = (map: YAMLMap, value: string): string => {
  const { type } = (map.items.at(-1)?.value ?? {}) as Scalar;
  const quote = type === "QUOTE_DOUBLE" ? '"' : type === "QUOTE_SINGLE" ? "'" : "";
  return /^[\w.-]+$/.test(value) ? `${quote}${value}${quote}` : value;
};

/** Pairs, and the keys that lead to them from a map that is there. */
interface Branch {
  readonly below: Path;
  readonly added: readonly Addition[];
}

const append = ({ source: { text } }: YamlNodes, map: YAMLMap, { below, added }: Branch): Insertion | undefined => {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  if (map.flow === true) return inBrackets(text, map, { below, added });
  const [first] = map.items as readonly Pair<Scalar>[];
  const start = first?.key.range?.[0];
  if (start === undefined) return undefined;
  const indent = " ".repeat(start - (text.lastIndexOf("\n", start - 1) + 1));
  const level = levelOf(text);
  const lines = [
    ...below.map((key, depth) => `${indent}${level.repeat(depth)}${key}:`),
    ...added.map(({ key, value }) => `${indent}${level.repeat(below.length)}${key}: ${value}`),
  ];
  const at = endOfMap(text, map);
  const isOpen = at > 0 && text[at - 1] !== "\n";
  return { at, text: isOpen ? lines.map((line) => `${eol}${line}`).join("") : lines.map((line) => `${line}${eol}`).join("") };
};

/** What this file puts before a level, as the first line that has something before it shows. */
const levelOf = (text: string): string => /^( +)[^\s#-]/m.exec(text)?.[1] ?? "  ";

const inBrackets = (text: string, map: YAMLMap, { below, added }: Branch): Insertion => {
  const written = below.reduceRight((inside, key) => `${key}: { ${inside} }`, added.map(({ key, value }) => `${key}: ${value}`).join(", "));
  const item = map.items.at(-1);
  if (item !== undefined) {
    const at = endOfNode(item.value as Node | null) ?? endOfNode(item.key as Node) ?? 0;
    return { at, text: `, ${written}` };
  }
  const at = (map.range?.[0] ?? 0) + 1;
  return { at, text: text[at] === "}" ? ` ${written} ` : ` ${written}` };
};

/** The start of the line below the last thing in a map, or the end of the text. */
const endOfMap = (text: string, map: YAMLMap): number => {
  const last = lastOf(map);
  const end = endOfNode(last) ?? text.length;
  // A block scalar ends at the start of a line, with the blank lines that belong to it.
  if (isBlock(last)) return end;
  const below = text.indexOf("\n", end);
  return below === -1 ? text.length : below + 1;
};

/** The last key or value that is written, however deep. */
const lastOf = (node: Node): Node => {
  const { items, flow } = node as YAMLMap | YAMLSeq;
  const item = items?.at(-1) as Pair<Node, Node | null> | Node | undefined;
  if (item === undefined || flow === true) return node;
  if (!("key" in item)) return lastOf(item);
  return isWritten(item.value) ? lastOf(item.value) : item.key;
};

const isWritten = (node: Node | null): node is Node => node?.range !== undefined && node.range !== null && node.range[1] > node.range[0];

const isBlock = (node: Node): boolean => ["BLOCK_LITERAL", "BLOCK_FOLDED"].includes((node as Scalar).type ?? "");

const endOfNode = (node: Node | null): number | undefined => node?.range?.[1];
