import { KIND_ORDER } from "../../../kinds/kinds.ts";
import type { Address, KindName } from "../../../model/address.ts";
import { defined } from "../../../model/defined.ts";
import type { ReportCell, ReportDocument, ReportedResource, ReportRow } from "../../../plan/report/report-document.ts";
import { worstReportMark, type ReportMark } from "../../../plan/report/report-mark.ts";

/** What the table shows and searches, without what stands behind it: little enough to be read before the rest is there. */
export interface MatrixIndex {
  /** Stages that any row has, in the order of an onboarding. */
  readonly columns: readonly KindName[];
  readonly rows: readonly IndexedRow[];
}

export interface IndexedRow extends Omit<ReportRow, "cells" | "shares"> {
  readonly cells: readonly MatrixCell[];
}

/** How many of a row's claims at a stage stand as badly as the worst, and how many there are. */
export interface MatrixCell {
  readonly kind: KindName;
  readonly mark: ReportMark;
  readonly count: number;
  readonly of: number;
}

export const toMatrixIndex = ({ rows, shared, resources }: Pick<ReportDocument, "rows" | "shared" | "resources">): MatrixIndex => {
  const marks = new Map(resources.map(({ address, mark }) => [address, mark]));
  const sharedCells = shared.map((cells) => cells.map((cell) => toCell([cell], marks)));
  const indexed = rows.map(({ cells, shares, ...row }): IndexedRow => defined({ ...row, cells: rowCells({ cells, shares }, shared, { marks, sharedCells }) }));
  const kinds = new Set(indexed.flatMap(({ cells }) => cells.map(({ kind }) => kind)));
  return { columns: KIND_ORDER.filter((kind) => kinds.has(kind)), rows: indexed };
};

interface Counting {
  readonly marks: ReadonlyMap<Address, ReportedResource["mark"]>;
  readonly sharedCells: readonly (readonly MatrixCell[])[];
}

const rowCells = ({ cells, shares }: { readonly cells: readonly ReportCell[]; readonly shares: number | undefined }, shared: ReportDocument["shared"], { marks, sharedCells }: Counting): readonly MatrixCell[] => {
  const beyond = shares === undefined ? [] : (shared[shares] ?? []);
  return KIND_ORDER.flatMap((kind) => {
    const own = cells.filter((cell) => cell.kind === kind);
    const place = beyond.findIndex((cell) => cell.kind === kind);
    const other = beyond[place];
    if (own.length === 0) return other === undefined ? [] : (sharedCells[shares ?? 0]?.[place] ?? []);
    return [toCell(other === undefined ? own : [...own, other], marks)];
  });
};

const toCell = (cells: readonly ReportCell[], marks: Counting["marks"]): MatrixCell => {
  const addresses = cells.flatMap((cell) => cell.addresses);
  const mark = worstReportMark(cells.map((cell) => cell.mark));
  return { kind: cells[0]?.kind ?? "structure", mark, count: addresses.filter((address) => marks.get(address) === mark).length, of: addresses.length };
};
