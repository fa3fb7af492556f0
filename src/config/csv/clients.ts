import { IDENTIFIER_TYPES, type IdentifierType } from "../../model/identifier.ts";
import type { Etat } from "../../model/desired.ts";
import { diagnostic, type Diagnostic, type Location } from "../../diagnostics/diagnostic.ts";
import type { Files } from "../../ports/ports.ts";
import { closest } from "../closest.ts";
import { readText, type FindPlace } from "../read-text.ts";
import { looksLikePassword } from "../secret-words.ts";
import { readHeaders, type ClientHeader } from "./headers.ts";
import { readTable, type CsvTable } from "./table.ts";

/** One client as its row gives it; what is empty is absent. */
export interface ClientRow {
  readonly row: number;
  readonly code: string;
  readonly siret: string;
  readonly nom?: string;
  readonly login?: string;
  readonly etat?: Etat;
  readonly date?: string;
  readonly remplace?: string;
  readonly type?: IdentifierType;
  readonly piste?: string;
}

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
  const headers = readHeaders(table);
  const diagnostics = [...headers.diagnostics];
  hidePasswords(table, headers.columns, diagnostics);
  const rows = diagnostics.length === 0 ? table.rows.flatMap((_, index) => readRow(table, headers.columns, index + 1, diagnostics)) : [];
  return {
    file,
    rows: unique(table, rows, diagnostics),
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

/** First of all, so that no frame of another diagnostic shows one. */
const hidePasswords = (table: CsvTable, columns: ReadonlyMap<ClientHeader, number>, diagnostics: Diagnostic[]): void => {
  const known = new Set(columns.values());
  const isRefused = diagnostics.some(({ code }) => code === "CHR-CSV-PASSWORD");
  const found: Diagnostic[] = [];
  const readable = new Set([columns.get("nom")]);
  for (const [index, cells] of table.rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      const isSuspect = !readable.has(column) && looksLikePassword(cell);
      // A cell beyond the headers is nobody's: it may well be the password that somebody added.
      const isExtra = column >= table.headers.length;
      if ((isRefused && !known.has(column)) || isSuspect || isExtra) table.hide(index + 1, column);
      if (!isSuspect || (isRefused && !known.has(column))) continue;
      const header = table.headers[column];
      const args = { column: header === undefined || looksLikePassword(header) ? String(column + 1) : header };
      found.push(diagnostic("CHR-CSV-PASSWORD", "error", args, table.at(index + 1, column)));
    }
  }
  diagnostics.push(...found);
};

const readRow = (
  table: CsvTable,
  columns: ReadonlyMap<ClientHeader, number>,
  row: number,
  diagnostics: Diagnostic[],
): readonly ClientRow[] => {
  const before = diagnostics.length;
  const cells = table.rows[row - 1] ?? [];
  const expected = table.headers.length;
  if (cells.length !== expected && cells.slice(expected).some((cell) => cell !== "")) {
    const args = { expected, actual: cells.length };
    diagnostics.push(diagnostic("CHR-CSV-COLUMNS", "error", args, table.at(row, expected)));
  }
  if (cells.length < expected) {
    const args = { expected, actual: cells.length };
    diagnostics.push(diagnostic("CHR-CSV-COLUMNS", "error", args, table.at(row, cells.length - 1)));
  }
  if (diagnostics.length > before) return [];
  const client: Record<string, string | number> = { row };
  for (const [header, column] of columns) {
    const text = cells[column] ?? "";
    const problem = checkCell(header, text, () => table.at(row, column));
    if (problem !== undefined) diagnostics.push(problem);
    else if (text !== "") client[header] = text;
  }
  return diagnostics.length > before ? [] : [client as unknown as ClientRow];
};

const checkCell = (header: ClientHeader, text: string, where: () => Location): Diagnostic | undefined => {
  if (text === "") {
    const isNeeded = header === "code" || header === "siret";
    return isNeeded ? diagnostic("CHR-CSV-CELL-EMPTY", "error", { header }, where()) : undefined;
  }
  if ((header === "code" || header === "remplace") && !NAME.test(text)) {
    return diagnostic("CHR-CONFIG-NAME", "error", { name: text }, where());
  }
  const allowed: readonly string[] | undefined = header === "etat" ? ETATS : header === "type" ? IDENTIFIER_TYPES : undefined;
  if (allowed === undefined || allowed.includes(text)) return undefined;
  const args = { header, value: text, allowed, ...closest(text, allowed) };
  return diagnostic("CHR-CSV-VALUE", "error", args, where());
};

const unique = (table: CsvTable, rows: readonly ClientRow[], diagnostics: Diagnostic[]): readonly ClientRow[] => {
  const first = new Map<string, number>();
  return rows.filter(({ code, row }) => {
    const seen = first.get(code);
    if (seen === undefined) first.set(code, row);
    else {
      const column = table.headers.findIndex((header) => header.toLowerCase() === "code");
      const args = { name: code, line: table.lineOf(seen) };
      diagnostics.push(diagnostic("CHR-CSV-CODE-TWICE", "error", args, table.at(row, Math.max(column, 0))));
    }
    return seen === undefined;
  });
};

/** As the schema's `name`. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._@-]*$/u;
const ETATS: readonly Etat[] = ["actif", "pause", "sortant"];
const LIMIT_MB = 64;
