import type { KindName } from "../../model/address.ts";
import { defined } from "../../model/defined.ts";
import type { Mark } from "../../plan/marks.ts";
import { printable } from "../printable.ts";
import type { Lead, Line, Style } from "./layout.ts";
import type { Scene } from "./scene.ts";
import { columnsOf, type Cell, type StatusRow, type SubjectKind } from "./status-rows.ts";
import { unbroken, widthOf } from "./wrap.ts";

/** A table of subjects by stage, each cell a sign and a word; where the screen is too narrow, a paragraph a subject. */
export const tableLines = (subject: SubjectKind, rows: readonly StatusRow[], scene: Scene, width: number): readonly Line[] => {
  if (rows.length === 0) return [];
  const { status } = scene.words;
  const columns = columnsOf(subject, rows);
  const header = [status.subjects[subject], ...columns.map((kind) => status.stages[kind])];
  const texts = rows.map(({ name, cells }) => [printable(name), ...columns.map((kind) => cellText(cells.get(kind), scene))]);
  const widths = header.map((title, index) => Math.max(...[title, ...texts.map((row) => row[index] ?? "")].map(widthOf)) + GAP);
  if (INDENT + widths.reduce((sum, column) => sum + column, 0) - GAP > width) return paragraphs(rows, columns, scene);
  return [
    tableLine(header, widths, header.map(() => "lead")),
    ...texts.map((row, index) =>
      tableLine(row, widths, [undefined, ...columns.map((kind) => styleOf(rows[index]?.cells.get(kind)))]),
    ),
  ];
};

const tableLine = (texts: readonly string[], widths: readonly number[], styles: readonly (Style | undefined)[]): Line => {
  const leads = texts.map((text, index): Lead => {
    const style = styles[index];
    return defined({ text, width: widths[index] ?? 0, style });
  });
  return { indent: INDENT, leads, text: "" };
};

const paragraphs = (rows: readonly StatusRow[], columns: readonly KindName[], scene: Scene): readonly Line[] =>
  rows.map(({ name, cells }) => ({
    indent: INDENT,
    text: [
      name,
      ...columns
        .filter((kind) => cells.has(kind))
        .map((kind) => unbroken(`${scene.words.status.stages[kind]} ${cellText(cells.get(kind), scene)}`)),
    ].join(" · "),
  }));

/** `✓ prouvé`, `+ à faire 1/4` */
const cellText = (cell: Cell | undefined, { words }: Scene): string => {
  if (cell === undefined) return words.status.marks.none;
  const part = cell.of === 1 ? "" : cell.count === cell.of ? ` ${cell.of}` : ` ${cell.count}/${cell.of}`;
  return `${MARKS[cell.mark].sign} ${words.status.marks[cell.mark]}${part}`;
};

const styleOf = (cell: Cell | undefined): Style | undefined => (cell === undefined ? "quiet" : MARKS[cell.mark].style);

const MARKS: Readonly<Record<Mark, { readonly sign: string; readonly style: Style }>> = {
  proven: { sign: "✓", style: "added" },
  attested: { sign: "✎", style: "added" },
  toDo: { sign: "+", style: "todo" },
  due: { sign: "!", style: "warning" },
  unknown: { sign: "?", style: "doubt" },
  accepted: { sign: "≠", style: "doubt" },
  stale: { sign: "~", style: "doubt" },
  paused: { sign: "=", style: "quiet" },
};

const INDENT = 2;
const GAP = 3;
