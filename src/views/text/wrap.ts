import stringWidth from "string-width";

/** A space at which no line is broken: inside a command, a label. Shown as a space. */
export const UNBREAKABLE = "\uE000";

/** Keeps a text on one line, whatever its length. */
export const unbroken = (text: string): string => text.replaceAll(" ", UNBREAKABLE);

/**
 * Breaks a text into lines of a width, in columns of the terminal. Nothing quoted is broken, no word is, and no line
 * begins with punctuation; what is longer than a line stands alone on one.
 */
export const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of glue(text).split(" ")) {
    const length = widthOf(word);
    if (line === "") {
      line = word;
      used = length;
    } else if (used + 1 + length <= width) {
      line += ` ${word}`;
      used += 1 + length;
    } else {
      lines.push(line);
      line = word;
      used = length;
    }
  }
  return [...lines, line].map(shown);
};

/** In columns of the terminal. The library looks at every character: not where each is known to take one. */
export const widthOf = (text: string): number => (NARROW.test(text) ? text.length : stringWidth(text));

export const padTo = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - widthOf(text)));

/** Text as it is printed. */
export const shown = (text: string): string => text.replaceAll(UNBREAKABLE, " ");

const glue = (text: string): string =>
  text.replaceAll(QUOTED, unbroken).replaceAll(BEFORE_PUNCTUATION, UNBREAKABLE).replaceAll(AFTER_NUMBER, UNBREAKABLE);

/** ASCII, the letters of European languages, dashes, the apostrophe, the ellipsis and {@link UNBREAKABLE}. */
const NARROW = /^[\x20-\x7e\u00a0-\u00a8\u00aa-\u00ac\u00af-\u024f\u2013\u2014\u2019\u2026\u202f\ue000]*$/;

const QUOTED = /«[^«»]*»|“[^“”]*”/g;
const BEFORE_PUNCTUATION = / (?=[:;!?>·](?: |$))/g;
/** `7 essais`, `04 72 00 00 01` */
const AFTER_NUMBER = /(?<=(?:^|[ (+])\d{1,4}) (?=[\p{L}\d])/gu;
