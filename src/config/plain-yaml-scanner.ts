import { emptyMap, type DataMap } from "./empty-map.ts";

/** A text, read from left to right. What is not there, or whose reading is in doubt, is undefined or false. */
export interface Scanner {
  readonly at: () => number;
  readonly isAtEnd: () => boolean;
  /** Past spaces; how many there were. */
  readonly spaces: () => number;
  /** Past the rest of a line that holds no more than a comment. */
  readonly endOfLine: () => boolean;
  /** Past a line that begins a document. */
  readonly marker: () => boolean;
  /** Past the dash of a list's item. */
  readonly dash: () => boolean;
  /** Past a key and its colon. */
  readonly key: () => string | undefined;
  /** A word, or a collection on one line. */
  readonly value: () => unknown;
}

/**
 * Tokens in the forms that mean the same to everyone: words of ordinary characters, quotes without escapes, collections
 * in brackets that end on their line. The text ends with a line break, and holds a carriage return only before one.
 */
export const plainYamlScanner = (text: string): Scanner => {
  // A pattern remembers where it stands: each scanner has its own.
  const [marker, key, innerKey] = [sticky(MARKER), sticky(KEY), sticky(INNER_KEY)] as const;
  const [word, innerWord] = [sticky(WORD), sticky(INNER_WORD)] as const;
  let at = 0;

  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const isThere = pattern.test(text);
    if (isThere) at = pattern.lastIndex;
    return isThere;
  };

  const take = (pattern: RegExp): string | undefined => {
    const from = at;
    if (!skip(pattern)) return undefined;
    const first = text.charCodeAt(from);
    const isQuoted = first === CODES.double || first === CODES.single;
    return isQuoted ? text.slice(from + 1, at - 1) : text.slice(from, at);
  };

  const isNext = (code: number): boolean => {
    if (text.charCodeAt(at) !== code) return false;
    at += 1;
    return true;
  };

  const spaces = (): number => {
    const from = at;
    while (text.charCodeAt(at) === CODES.space) at += 1;
    return at - from;
  };

  const endOfLine = (): boolean => {
    let to = at;
    while (text.charCodeAt(to) === CODES.space) to += 1;
    const next = text.charCodeAt(to);
    const isComment = next === CODES.hash && (to === 0 || text.charCodeAt(to - 1) === CODES.space || text.charCodeAt(to - 1) === CODES.feed);
    if (!isComment && next !== CODES.return && next !== CODES.feed) return false;
    at = text.indexOf("\n", to) + 1;
    return true;
  };

  const takeKey = (pattern: RegExp): string | undefined => {
    const found = take(pattern);
    if (found === undefined || found.length > MAX_KEY) return undefined;
    at += 1;
    spaces();
    return found;
  };

  const value = (pattern: RegExp, depth: number): unknown => {
    if (depth > MAX_DEPTH) return undefined;
    if (isNext(CODES.bracket)) return list(depth);
    return isNext(CODES.brace) ? map(depth) : take(pattern);
  };

  const list = (depth: number): readonly unknown[] | undefined => {
    const items: unknown[] = [];
    const isWhole = each(CODES.closingBracket, () => {
      const item = value(innerWord, depth + 1);
      items.push(item);
      return item !== undefined;
    });
    return isWhole ? items : undefined;
  };

  const map = (depth: number): DataMap | undefined => {
    const pairs = emptyMap();
    const isWhole = each(CODES.closingBrace, () => {
      const name = takeKey(innerKey);
      if (name === undefined || name in pairs) return false;
      pairs[name] = value(innerWord, depth + 1);
      return pairs[name] !== undefined;
    });
    return isWhole ? pairs : undefined;
  };

  /** Reads items up to the end of a collection. */
  const each = (close: number, read: () => boolean): boolean => {
    spaces();
    if (isNext(close)) return true;
    do {
      spaces();
      if (!read()) return false;
      spaces();
    } while (isNext(CODES.comma));
    return isNext(close);
  };

  return {
    at: () => at,
    isAtEnd: () => at >= text.length,
    spaces,
    endOfLine,
    marker: () => skip(marker),
    dash: () => {
      const isThere = text.charCodeAt(at) === CODES.dash && text.charCodeAt(at + 1) === CODES.space;
      if (isThere) at += 1;
      if (isThere) spaces();
      return isThere;
    },
    key: () => takeKey(key),
    value: () => value(word, 0),
  };
};

const sticky = (pattern: string): RegExp => new RegExp(pattern, "y");

const LETTER = String.raw`A-Za-z0-9\u00c0-\u024f`;
const QUOTED = String.raw`"[^"\\\r\n]*"|'[^'\r\n]*'`;
const NAME = String.raw`[${LETTER}_][${LETTER}_.@-]*(?: +[${LETTER}_.@-]+)*`;
const KEY = String.raw`(?:${NAME}|${QUOTED})(?=:[ \r\n])`;
/** As in JSON, what is between quotes may stand right before its value. */
const INNER_KEY = String.raw`${NAME}(?=:[ \r\n])|(?:${QUOTED})(?=:)`;
/** What a word may begin with: signs that mean something nowhere. */
const FIRST = String.raw`[${LETTER}+(/_.\u00ab\u201c\u2018]`;
const WORD = String.raw`(?:${FIRST}[^ \r\n:#]*(?:(?::| +)[^ \r\n:#]+)*|${QUOTED})(?=[ \r\n])`;
const INNER_WORD = String.raw`${FIRST}[^ \r\n:#,[\]{}]*(?:(?::(?=[${LETTER}/])| +)[^ \r\n:#,[\]{}]+)*|${QUOTED}`;
const MARKER = String.raw`--- *\r?\n`;

const CODES = {
  feed: 10,
  return: 13,
  space: 32,
  double: 34,
  hash: 35,
  single: 39,
  comma: 44,
  dash: 45,
  bracket: 91,
  closingBracket: 93,
  brace: 123,
  closingBrace: 125,
};

/** A longer key has to be marked as one. */
const MAX_KEY = 1000;
/** Of collections in brackets. */
const MAX_DEPTH = 20;
