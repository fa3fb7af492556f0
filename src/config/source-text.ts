import type { Location } from "../diagnostics/diagnostic.ts";

/** A file's text, from offsets to the lines and columns that people and editors use. */
export interface SourceText {
  /** As it is shown. */
  readonly file: string;
  readonly text: string;
  /** The place from one offset to another, cut at the end of the first line. */
  readonly at: (start: number, end?: number) => Location;
  /** The offset at which a line begins; lines count from 1. */
  readonly startOf: (line: number) => number;
  /** Hides a stretch of the text in every source line that is shown. */
  readonly hide: (start: number, end: number) => void;
}

export const sourceText = (file: string, text: string): SourceText => {
  let starts: readonly number[] | undefined;
  const hidden: { readonly start: number; readonly end: number }[] = [];
  const shown = new Map<number, string>();
  const lines = (): readonly number[] => (starts ??= lineStarts(text));
  return {
    file,
    text,
    at: (start, end) => {
      const index = lineIndex(lines(), Math.min(start, text.length));
      const from = lines()[index] ?? 0;
      const to = lineEnd(text, from, lines()[index + 1]);
      const source = shown.get(index) ?? masked(text, from, to, hidden);
      shown.set(index, source);
      const column = Math.min(start, to) - from + 1;
      const last = Math.max(Math.min(end ?? start + 1, to) - from + 1, column + 1);
      return { file, line: index + 1, column, ...(end === undefined ? {} : { endColumn: last }), source };
    },
    startOf: (line) => lines()[Math.min(line, lines().length) - 1] ?? 0,
    hide: (start, end) => {
      hidden.push({ start, end });
      shown.clear();
    },
  };
};

const lineStarts = (text: string): readonly number[] => {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
};

/** The last line that starts at or before an offset. */
const lineIndex = (starts: readonly number[], offset: number): number => {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
};

const lineEnd = (text: string, from: number, next: number | undefined): number => {
  const end = next === undefined ? text.length : next - 1;
  return end > from && text[end - 1] === "\r" ? end - 1 : end;
};

/** The line with as many asterisks for what is hidden, so that the caret stays under its word. */
const masked = (
  text: string,
  from: number,
  to: number,
  hidden: readonly { readonly start: number; readonly end: number }[],
): string => {
  let line = text.slice(from, to);
  for (const { start, end } of hidden) {
    if (end <= from || start >= to) continue;
    const [a, b] = [Math.max(start - from, 0), Math.min(end - from, line.length)];
    line = line.slice(0, a) + "*".repeat(b - a) + line.slice(b);
  }
  if (continuesSecret(text, from, line)) return stars(line);
  return line.replaceAll(USER_INFO, (_whole, slashes: string, user: string) => `${slashes}${stars(user)}@`).replaceAll(
    SECRET_VALUE,
    (whole, key: string, value: string) => (READ.test(value) ? whole : key + hiddenValue(value)),
  );
};

/** A value that is no plain word: in a map only what says where a secret is stays, in a list nothing does. */
const hiddenValue = (value: string): string =>
  value.startsWith("{") ? value.replaceAll(INNER_VALUE, (whole, key: string, inner: string) => (PLACE.test(key) ? whole : key + stars(inner))) : stars(value);

const stars = (text: string): string => text.replaceAll(/\S/gu, "*");

/** A value on the line below its key. */
const continuesSecret = (text: string, from: number, line: string): boolean => {
  if (from === 0 || REFERENCE.test(line)) return false;
  const start = text.lastIndexOf("\n", from - 2) + 1;
  return SECRET_ABOVE.test(text.slice(start, from));
};

/**
 * A value after a key that names a secret: a word, or a map or a list to the end of the line. What may be repeated between
 * them has a bound: a line of such words would be gone through from each of them to its end.
 */
const SECRET_VALUE =
  /((?:pass(?:word|wd|phrase)?|mdp|pwd|mot[ _-]?de[ _-]?passe|secret|token|jeton|bearer|authori[sz]ation|cpro[ _-]?account|client[ _-]?(?:secret|id)|api[ _-]?key)[\w-]{0,200}["']?\s{0,200}[:=;]\s*)("[^"]*"?|'[^']*'?|[[{&].*|[^\s,}\]#][^,}\]#]*)/giu;

/** `key: value` in a map on one line. */
const INNER_VALUE = /((?<![\w-])[\w-]+["']?\s*:\s*)("[^"]*"?|'[^']*'?|\[[^\]]*\]?|[^\s,}{[][^,}]*)/gu;

/** Keys that say where a secret is. */
const PLACE = /^(env|file|command|key)\b/;

/** The user and password of a URL. */
const USER_INFO = /(:\/\/)([^\s/@"']+)@/gu;

/** What may be read below such a key: nothing, or where the secret is. */
const REFERENCE = /^\s*$|^\s*["']?(env|file|command|key|clientId|clientSecret|password)["']?\s*:/;

const SECRET_ABOVE =
  /(pass(word|wd|phrase)|mdp|pwd|mot[ _-]?de[ _-]?passe|secret|token|client[ _-]?id)[\w-]{0,200}["']?\s{0,200}:\s*(?:(?:[|>][-+\d]*|["'])\s*)?$/iu;

/** An alias, a block that begins, or the word that says that secrets stay away. */
const READ = /^[*|>]|^chez-le-client\b/;
