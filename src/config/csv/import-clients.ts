import { diagnostic, sortDiagnostics, type Diagnostic } from "../../diagnostics/diagnostic.ts";
import { identifierFault } from "../../model/identifier.ts";
import type { Files } from "../../ports/ports.ts";
import { describeFault } from "../rules/identifiers.ts";
import { readText } from "../read-text.ts";
import { readRow, uniqueRows, type ClientRow } from "./client-rows.ts";
import { CLIENT_HEADERS, type ClientHeader } from "./header-names.ts";
import { readHeaders, type Headers } from "./headers.ts";
import { hidePasswords } from "./hide-passwords.ts";
import { readTable, type CsvTable } from "./table.ts";
import { tidyCell } from "./tidy-cell.ts";

export interface ImportRules {
  /** Which column of the file is which, where its name does not tell. */
  readonly map: ReadonlyMap<ClientHeader, string>;
  /** Whether zeros that a spreadsheet took from the front of a SIRET are put back, where its key then holds. */
  readonly zeros: boolean;
}

/** A row of somebody else's file, as a row of a list of clients. */
export interface ImportedRow extends ClientRow {
  readonly line: number;
  /** What cells said that say something else now. */
  readonly was: Readonly<Partial<Record<ClientHeader, string>>>;
}

export interface Imported {
  readonly file: string;
  /** What the file calls each column. */
  readonly columns: ReadonlyMap<ClientHeader, string>;
  /** Columns that become nothing. */
  readonly left: readonly string[];
  readonly rows: readonly ImportedRow[];
  /** Lines that say again what another one says. */
  readonly repeated: readonly { readonly line: number; readonly first: number }[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What the export of a spreadsheet or a program becomes: the rows that can be used, and what is wrong with the others. */
export const importClients = async (files: Pick<Files, "read" | "stat">, file: string, rules: ImportRules): Promise<Imported> => {
  const read = await readText(files, { file, limitMb: LIMIT_MB, missing: "CHR-CSV-NOT-FOUND", legacy: true });
  if (read.source === undefined) return nothing(file, read.diagnostic);
  const { table, diagnostic: problem } = await readTable(read.source);
  if (table === undefined) return nothing(file, problem);
  const headers = readHeaders(table, { map: rules.map, others: "left" });
  const diagnostics = [...headers.diagnostics];
  hidePasswords(table, headers.columns, diagnostics);
  const rows = diagnostics.length === 0 ? table.rows.flatMap((_, index) => importRow(table, headers, { row: index + 1, zeros: rules.zeros }, diagnostics)) : [];
  const { kept, repeated } = withoutRepeated(rows);
  const codes = uniqueRows(table, headers.columns.get("code") ?? 0, kept, diagnostics);
  return {
    file,
    columns: new Map([...headers.columns].map(([header, column]) => [header, table.headers[column] ?? ""])),
    left: headers.left.map((column) => table.headers[column] ?? ""),
    rows: uniqueSirets(table, headers, codes, diagnostics),
    repeated,
    diagnostics: sortDiagnostics(diagnostics),
  };
};

const nothing = (file: string, found: Diagnostic): Imported => ({ file, columns: new Map(), left: [], rows: [], repeated: [], diagnostics: [found] });

const importRow = (
  table: CsvTable,
  { columns }: Headers,
  { row, zeros }: { readonly row: number; readonly zeros: boolean },
  diagnostics: Diagnostic[],
): readonly ImportedRow[] => {
  const was: Partial<Record<ClientHeader, string>> = {};
  const read = (header: ClientHeader, text: string): string => {
    const tidy = tidyCell(header, text, zeros);
    if (tidy !== text) was[header] = text;
    return tidy;
  };
  return readRow(table, { columns, read }, row, diagnostics).flatMap((client) => {
    const { siret, type = "SIRET" } = client;
    const fault = identifierFault(type, siret);
    const where = table.at(row, columns.get("siret") ?? 0);
    const found = fault === undefined ? undefined : describeFault(fault, { identifiant: siret, type }, "production", () => where);
    if (found === undefined) return [{ ...client, line: table.lineOf(row), was }];
    diagnostics.push(found);
    return [];
  });
};

/** Exports repeat rows: where all that is read of them is the same, nothing is lost. */
const withoutRepeated = (rows: readonly ImportedRow[]): { readonly kept: readonly ImportedRow[]; readonly repeated: Imported["repeated"] } => {
  const lines = new Map<string, number>();
  const repeated: { readonly line: number; readonly first: number }[] = [];
  const kept = rows.filter((row) => {
    const { line } = row;
    const said = JSON.stringify(CLIENT_HEADERS.map((header) => row[header]));
    const first = lines.get(said);
    if (first === undefined) lines.set(said, line);
    else repeated.push({ line, first });
    return first === undefined;
  });
  return { kept, repeated };
};

const uniqueSirets = (table: CsvTable, { columns }: Headers, rows: readonly ImportedRow[], diagnostics: Diagnostic[]): readonly ImportedRow[] => {
  const names = new Map<string, string>();
  return rows.filter(({ siret, type = "SIRET", code, row }) => {
    const other = names.get(`${type} ${siret}`);
    if (other === undefined) names.set(`${type} ${siret}`, code);
    else {
      const args = { identifiant: siret, name: code, other, environment: "production" };
      diagnostics.push(diagnostic("CHR-IDENTIFIER-TWICE", "error", args, table.at(row, columns.get("siret") ?? 0)));
    }
    return other === undefined;
  });
};

const LIMIT_MB = 64;
