import type { Address, KindName } from "../../../model/address.ts";
import type { ReportRow } from "../../../plan/report/report-document.ts";
import { cellsOfRow } from "../matrix/row-cells.ts";
import type { Matrix, MatrixRow } from "../matrix/matrix.ts";
import type { OpenedReport } from "./page-data.ts";

/** A cell of a row, or all of the row. */
export interface Opened {
  readonly row: Pick<ReportRow, "name" | "nom" | "environment">;
  readonly kind?: KindName;
  readonly addresses: readonly Address[];
}

/** What the page's address names: `@production/espace/structure:lyon`, a row's cell; without a kind the row; else a resource's address. */
export const openCell = (name: string, { rows }: Matrix, report: OpenedReport): Opened | undefined => {
  if (!name.startsWith("@")) return cellWith(name as Address, report);
  const found = rows.find((one) => name.startsWith(`@${one.environment}/`) && name.endsWith(`/${one.subject}:${one.name}`));
  const row = found === undefined ? undefined : report.row(found.place);
  if (found === undefined || row === undefined) return undefined;
  const kind = name.slice(found.environment.length + 2, name.length - found.subject.length - found.name.length - 2);
  const cells = cellsOfRow(row, report.shared).filter((cell) => kind === "" || cell.kind === kind);
  const addresses = cells.flatMap((cell) => cell.addresses);
  if (addresses.length === 0) return undefined;
  return kind === "" ? { row, addresses } : { row, kind: kind as KindName, addresses };
};

export const openName = ({ environment, subject, name }: Pick<MatrixRow, "environment" | "subject" | "name">, kind: string): string => `@${environment}/${kind}/${subject}:${name}`;

/** The first row that rests on it. */
const cellWith = (address: Address, report: OpenedReport): Opened | undefined => {
  for (let place = 0; place < report.rows; place++) {
    const row = report.row(place);
    const cell = row === undefined ? undefined : cellsOfRow(row, report.shared).find(({ addresses }) => addresses.includes(address));
    if (row !== undefined && cell !== undefined) return { row, kind: cell.kind, addresses: [address] };
  }
  return undefined;
};
