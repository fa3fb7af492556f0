/** Text that does nothing to a terminal: control characters, escapes and marks that reorder text are spelled out. */
export const printable = (text: string): string =>
  text.replaceAll(UNPRINTABLE, (character) =>
    JOINERS.has(character) ? character : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );

/** Control characters, format marks, line separators, halves of surrogate pairs. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** They join or break letters, and do nothing else. */
const JOINERS: ReadonlySet<string> = new Set(["\u200c", "\u200d", "\u00ad"]);
