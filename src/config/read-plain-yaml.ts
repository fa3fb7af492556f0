import { emptyMap, type DataMap } from "./empty-map.ts";
import { plainYamlScanner, type Scanner } from "./plain-yaml-scanner.ts";

/**
 * The data of a document in the style in which people write long ones: maps and lists by indentation, each value on one
 * line. Undefined wherever its reading is in any doubt: then the whole of YAML has to be known. It tells no places and
 * no errors.
 */
export const readPlainYaml = (text: string): DataMap | readonly unknown[] | undefined => {
  if (UNUSUAL.test(text)) return undefined;
  const scanner = plainYamlScanner(text.endsWith("\n") ? text : `${text}\n`);
  let root: DataMap | readonly unknown[] | undefined;
  let state: State = { block: undefined, isOpen: true };
  let isMarked = false;
  while (!scanner.isAtEnd()) {
    if (scanner.endOfLine()) continue;
    if (root === undefined && !isMarked && scanner.marker()) {
      isMarked = true;
      continue;
    }
    const next = readLine(scanner, state);
    if (next === undefined) return undefined;
    root ??= outermost(next.block);
    state = next;
  }
  return root;
};

/** A map or a list by indentation, and the ones around it. */
interface Block {
  readonly indent: number;
  readonly depth: number;
  readonly outer: Block | undefined;
  readonly list: unknown[] | undefined;
  readonly map: DataMap | undefined;
  /** The last one of a map: a value that follows is its. */
  key: string;
}

interface State {
  readonly block: Block | undefined;
  /** Whether the last key has no value yet: what is further in on the next lines is. */
  readonly isOpen: boolean;
}

const readLine = (scanner: Scanner, state: State): { readonly block: Block; readonly isOpen: boolean } | undefined => {
  const lineStart = scanner.at();
  const column = scanner.spaces();
  const isItem = scanner.dash();
  let block = blockFor(state, column, isItem);
  let start = scanner.at();
  if (isItem) {
    block?.list?.push("");
    while (block !== undefined && scanner.dash()) {
      block = within(block, start - lineStart, true);
      block.list?.push("");
      start = scanner.at();
    }
  }
  const key = scanner.key();
  if (key !== undefined && isItem && block !== undefined) block = within(block, start - lineStart, false);
  if (block === undefined || block.depth > MAX_DEPTH || (key === undefined && !isItem)) return undefined;
  if (key !== undefined && !addKey(block, key)) return undefined;
  if (key !== undefined && scanner.endOfLine()) return { block, isOpen: true };
  const value = scanner.value();
  if (value === undefined || !scanner.endOfLine()) return undefined;
  put(block, value);
  return { block, isOpen: false };
};

/** The block that a line belongs to, by its first column: one that begins there, or one around. */
const blockFor = ({ block, isOpen }: State, column: number, isList: boolean): Block | undefined => {
  if (block === undefined) return begin(undefined, column, isList);
  // The items of a list may stand right below its key.
  const isInner = column > block.indent || (column === block.indent && isList && block.map !== undefined);
  if (isOpen && isInner) return within(block, column, isList);
  const isOver = ({ indent, list }: Block): boolean => indent > column || (indent === column && list !== undefined && !isList);
  let at: Block | undefined = block;
  while (at !== undefined && isOver(at)) at = at.outer;
  return at?.indent === column && (at.list !== undefined) === isList ? at : undefined;
};

const within = (outer: Block, indent: number, isList: boolean): Block => {
  const block = begin(outer, indent, isList);
  put(outer, block.list ?? block.map);
  return block;
};

const begin = (outer: Block | undefined, indent: number, isList: boolean): Block => ({
  indent,
  depth: (outer?.depth ?? 0) + 1,
  outer,
  list: isList ? [] : undefined,
  map: isList ? undefined : emptyMap(),
  key: "",
});

/** In place of the nothing that a key or a dash alone says. */
const put = ({ list, map, key }: Block, value: unknown): void => {
  if (list !== undefined) list[list.length - 1] = value;
  if (map !== undefined) map[key] = value;
};

const addKey = (block: Block, key: string): boolean => {
  if (block.map === undefined || key in block.map) return false;
  block.key = key;
  block.map[key] = "";
  return true;
};

const outermost = (block: Block): DataMap | readonly unknown[] | undefined =>
  block.outer === undefined ? (block.list ?? block.map) : outermost(block.outer);

/** Anything but printable ASCII, the letters and signs of European languages, and line breaks of Unix and Windows. */
const UNUSUAL = /[^\n\r\x20-\x7e\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u202f\u20ac]|\r(?!\n)/;
const MAX_DEPTH = 50;
