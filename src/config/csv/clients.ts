import type { Diagnostic, Location } from "../../diagnostics/diagnostic.ts";
import type { Files } from "../../ports/ports.ts";
import { readText, type FindPlace } from "../read-text.ts";
import { readRow, uniqueRows, type ClientRow } from "./client-rows.ts";
import type { ClientHeader } from "./header-names.ts";
import { readHeaders } from "./headers.ts";
import { hidePasswords } from "./hide-passwords.ts";
import { readTable } from "./table.ts";

export interface Clients {
  readonly file: string;
  readonly rows: readonly ClientRow[];
  readonly diagnostics: readonly Diagnostic[];
  /** Where a column of a row is; `row` as ClientRow has it. */
  readonly at: (row: number, header: string) => Location | undefined;
  readonly lineOf: (row: number) => number;
}

/** The list of clients. Rows with something wrong are left out, and told. */
export const readClients = async (
  files: Pick<Files, "read" | "stat">,
  file: string,
  where: FindPlace,
): Promise<Clients> => {
  const read = await readText(files, { file, limitMb: LIMIT_MB, missing: "CHR-CSV-NOT-FOUND", where, legacy: true });
  if (read.source === undefined) return nothing(file, read.diagnostic);
  const { table, diagnostic: problem } = await readTable(read.source);
  if (table === undefined) return nothing(file, problem);
  const headers = readHeaders(table, { others: "refused" });
  const diagnostics = [...headers.diagnostics];
  hidePasswords(table, headers.columns, diagnostics);
  const rows = diagnostics.length === 0 ? table.rows.flatMap((_, index) => readRow(table, headers, index + 1, diagnostics)) : [];
  return {
    file,
    rows: uniqueRows(table, headers.columns.get("code") ?? 0, rows, diagnostics),
    diagnostics,
    at: (row, header) => table.at(row, headers.columns.get(header as ClientHeader) ?? 0),
    lineOf: table.lineOf,
  };
};

const nothing = (file: string, found: Diagnostic): Clients => ({
  file,
  rows: [],
  diagnostics: [found],
  at: () => undefined,
  lineOf: () => 1,
});

const LIMIT_MB = 64;
