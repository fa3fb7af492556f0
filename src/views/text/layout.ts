import type { createColors } from "picocolors";
import { printable } from "../printable.ts";
import { padTo, shown, widthOf, wrap } from "./wrap.ts";

export type Palette = ReturnType<typeof createColors>;

/** How a piece of text stands out; never the only sign of anything. */
export type Style = "heading" | "person" | "title" | "lead" | "todo" | "warning" | "doubt" | "added" | "removed" | "quiet";

/** A paragraph: what stands before it, then a text that is wrapped beside it. */
export interface Line {
  readonly indent: number;
  readonly leads?: readonly Lead[];
  readonly text: string;
  readonly style?: Style;
  /** Pushed to the right edge of the last line. */
  readonly right?: string;
}

export interface Lead {
  readonly text: string;
  readonly width: number;
  readonly style?: Style;
}

export interface Page {
  readonly palette: Palette;
  readonly width: number;
}

/** The one place where text meets the terminal: everything is escaped, wrapped, then coloured. */
export const renderLines = (lines: readonly Line[], page: Page): string =>
  lines.map((line) => `${renderLine(line, page)}\n`).join("");

export const BLANK: Line = { indent: 0, text: "" };

/** Lines with a blank one ahead of them; none where there are none. */
export const spaced = (lines: readonly Line[]): readonly Line[] => (lines.length === 0 ? [] : [BLANK, ...lines]);

const renderLine = ({ indent, leads = [], text, style, right }: Line, { palette, width }: Page): string => {
  const beside = leads.reduce((sum, lead) => sum + lead.width, indent);
  const isBelow = leads.length > 0 && text !== "" && width - beside < MIN_BESIDE;
  const before = isBelow ? beside - (leads.at(-1)?.width ?? 0) + BELOW : beside;
  const room = Math.max(MIN_TEXT, width - before);
  const wrapped = wrap(printable(text), room);
  const paint = painter(palette, style);
  const lines = withRight(wrapped, right === undefined ? undefined : shown(printable(right)), room, paint, palette);
  const head = " ".repeat(indent) + leads.map((lead) => painter(palette, lead.style)(padTo(printable(lead.text), lead.width))).join("");
  const margin = " ".repeat(before);
  return lines.map((line, index) => `${index > 0 ? margin : isBelow ? `${head.trimEnd()}\n${margin}` : head}${line}`.trimEnd()).join("\n");
};

const withRight = (
  wrapped: readonly string[],
  right: string | undefined,
  room: number,
  paint: Painter,
  palette: Palette,
): readonly string[] => {
  const lines = wrapped.map(paint);
  if (right === undefined) return lines;
  const last = wrapped.at(-1) ?? "";
  const gap = room - widthOf(last) - widthOf(right);
  const quiet = painter(palette, "lead")(right);
  return gap < 2
    ? [...lines, " ".repeat(Math.max(0, room - widthOf(right))) + quiet]
    : [...lines.slice(0, -1), `${paint(last)}${" ".repeat(gap)}${quiet}`];
};

type Painter = (text: string) => string;

const painter = (palette: Palette, style: Style | undefined): Painter => {
  if (style === undefined) return (text) => text;
  const paints = STYLES[style].map((name) => palette[name]);
  return (text) => (text.trim() === "" ? text : paints.reduce((painted, paint) => paint(painted), text));
};

const STYLES: Readonly<Record<Style, readonly ("bold" | "dim" | "cyan" | "green" | "yellow" | "magenta" | "red")[]>> = {
  heading: ["bold"],
  person: ["cyan"],
  title: ["bold"],
  lead: ["dim"],
  todo: ["green"],
  warning: ["yellow", "bold"],
  doubt: ["magenta"],
  added: ["green"],
  removed: ["red"],
  quiet: ["dim"],
};

/** Where less is left beside what stands before a text, the text goes below it. */
const MIN_BESIDE = 30;
const BELOW = 2;
const MIN_TEXT = 20;
