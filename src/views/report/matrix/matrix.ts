import type { KindName } from "../../../model/address.ts";
import { withoutAccents } from "../../../model/without-accents.ts";
import type { ReportMark } from "../../../plan/report/report-mark.ts";
import type { IndexedRow, MatrixCell, MatrixIndex } from "./matrix-index.ts";

/** The rows of a report as a table: what is shown, and what is looked for. */
export interface Matrix {
  readonly columns: readonly KindName[];
  readonly rows: readonly MatrixRow[];
}

export interface MatrixRow extends Omit<IndexedRow, "cells"> {
  /** Place in the order of urgency. */
  readonly place: number;
  readonly cells: ReadonlyMap<KindName, MatrixCell>;
  /** What a search looks through: without case and accents. */
  readonly text: string;
}

export const toMatrix = ({ columns, rows }: MatrixIndex): Matrix => {
  // Most rows have the same cells, read as one list: one map for all of them.
  const maps = new Map<readonly MatrixCell[], ReadonlyMap<KindName, MatrixCell>>();
  const mapOf = (cells: readonly MatrixCell[]): ReadonlyMap<KindName, MatrixCell> => {
    const known = maps.get(cells);
    if (known !== undefined) return known;
    const made = new Map(cells.map((cell) => [cell.kind, cell]));
    maps.set(cells, made);
    return made;
  };
  return { columns, rows: rows.map((row, place) => ({ ...row, place, cells: mapOf(row.cells), text: textOf(row) })) };
};

const textOf = ({ name, nom = "", identifier, client = "", gestionnaire = "" }: IndexedRow): string => plain([name, nom, identifier?.value ?? "", client, gestionnaire].join(" "));

/** A search finds « Maçonnerie » by "maconnerie". */
export const plain = (text: string): string => (ASCII.test(text) ? text.toLowerCase() : withoutAccents(text.toLowerCase()));

/** States that rows have as a whole, or at any stage. */
export const marksIn = (rows: readonly MatrixRow[]): ReadonlySet<ReportMark> => {
  const maps = new Set(rows.map(({ cells }) => cells));
  return new Set([...maps].flatMap((cells) => [...cells.values()].map(({ mark }) => mark)));
};

const ASCII = /^[\x20-\x7e]*$/;
