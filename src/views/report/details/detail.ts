import type { ReportMark } from "../../../plan/report/report-mark.ts";

/** What stands behind a cell, in words: blocks of rows, a word at the left and what is said beside it. */
export interface CellDetails {
  readonly title: string;
  readonly blocks: readonly DetailBlock[];
}

export interface DetailBlock {
  readonly title: string;
  readonly level: "claim" | "step" | "guide";
  readonly mark?: ReportMark;
  readonly rows: readonly DetailRow[];
}

export interface DetailRow {
  readonly lead: string;
  readonly texts: readonly string[];
  /** In the order in which they are done. */
  readonly ordered?: true;
  /** Leads to a portal: only addresses of the catalogue do. */
  readonly href?: string;
}

/** Rows with nothing to say are none. */
export const detailRow = (lead: string, texts: readonly string[], more: Partial<Pick<DetailRow, "ordered" | "href">> = {}): readonly DetailRow[] =>
  texts.length === 0 ? [] : [{ lead, texts, ...more }];
