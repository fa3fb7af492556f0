import { structuredPatch } from "diff";
import { printable } from "./printable.ts";
import type { Palette } from "./text/layout.ts";

export interface Change {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** What changes in a file, as `git diff` shows it. */
export const renderChange = ({ file, before, after }: Change, { palette }: { readonly palette: Palette }): string => {
  const { hunks } = structuredPatch(file, file, before, after, undefined, undefined, { context: 2 });
  const name = printable(file);
  const lines = hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines: changed }) => [
    palette.cyan(`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`),
    ...changed.map((line) => paint(line, palette)),
  ]);
  return [palette.bold(`--- ${name}`), palette.bold(`+++ ${name}`), ...lines].map((line) => `${line}\n`).join("");
};

const paint = (line: string, palette: Palette): string => {
  const text = line[0] + printable(line.slice(1).replace(/\r$/, ""));
  return text.startsWith("+") ? palette.green(text) : text.startsWith("-") ? palette.red(text) : text;
};
