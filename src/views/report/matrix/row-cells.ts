import type { ReportCell, ReportDocument, ReportRow } from "../../../plan/report/report-document.ts";

/** The cells of a row and those it shares, a stage twice where it has some of both. */
export const cellsOfRow = ({ cells, shares }: Pick<ReportRow, "cells" | "shares">, shared: ReportDocument["shared"]): readonly ReportCell[] => [
  ...cells,
  ...(shares === undefined ? [] : (shared[shares] ?? [])),
];
