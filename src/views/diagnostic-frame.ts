import stringWidth from "string-width";
import type { Location } from "../diagnostics/diagnostic.ts";
import { printable } from "./printable.ts";

export interface Frame {
  readonly number: string;
  readonly source: string;
  readonly caret: string;
}

/** The source line, cut around the place, and what to print under it. */
export const frame = ({ line, column, endColumn, source = "" }: Location, width: number): Frame => {
  const number = String(line);
  const room = Math.max(width - number.length - 4, MIN_ROOM);
  const start = Math.max(column - 1, 0);
  const end = Math.max(endColumn === undefined ? column : endColumn - 1, start + 1);
  const isShort = source.length <= room && stringWidth(shown(source)) <= room;
  const left = isShort ? 0 : cutBefore(source, start, Math.floor(room / 2));
  const before = shown(source.slice(left, start));
  const lead = left > 0 ? ELLIPSIS : "";
  const marked = shown(source.slice(start, Math.min(end, start + room)));
  const used = stringWidth(lead + before);
  const rest = shown(source.slice(start, start + room * 2));
  const body = fit(rest, room - used, start + room * 2 < source.length);
  const carets = Math.max(1, Math.min(stringWidth(marked), room - used));
  return { number, source: `${lead}${before}${body}`, caret: `${" ".repeat(used)}${"^".repeat(carets)}` };
};

/** Where to begin, so that at most so many columns stand before the place. */
const cutBefore = (source: string, start: number, columns: number): number => {
  let from = Math.max(0, start - columns);
  while (from < start && stringWidth(shown(source.slice(from, start))) > columns) from++;
  return LOW_SURROGATE.test(source[from] ?? "") ? from + 1 : from;
};

/** As many characters as fit. */
const fit = (text: string, columns: number, isCut: boolean): string => {
  if (stringWidth(text) <= columns) return isCut ? `${text}${ELLIPSIS}` : text;
  let kept = "";
  let used = 1;
  for (const character of text) {
    used += stringWidth(character);
    if (used > columns) break;
    kept += character;
  }
  return kept + ELLIPSIS;
};

const shown = (text: string): string => printable(text.replaceAll("\t", "  "));

const ELLIPSIS = "…";
const MIN_ROOM = 20;
const LOW_SURROGATE = /[\udc00-\udfff]/;
