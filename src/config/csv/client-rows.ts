import { diagnostic, type Diagnostic, type Location } from "../../diagnostics/diagnostic.ts";
import type { Etat } from "../../model/desired.ts";
import { IDENTIFIER_TYPES, type IdentifierType } from "../../model/identifier.ts";
import { withoutAccents } from "../../model/without-accents.ts";
import { closest } from "../closest.ts";
import type { ClientHeader } from "./header-names.ts";
import type { CsvTable } from "./table.ts";

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

/** What a cell says, in the words of Chorus; as it is written where it is so already. */
export type ReadCell = (header: ClientHeader, text: string) => string;

/** A row of the table, none where something in it is wrong: that is added to the diagnostics. */
export const readRow = (
  table: CsvTable,
  { columns, read = inOurWords }: { readonly columns: ReadonlyMap<ClientHeader, number>; readonly read?: ReadCell },
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
    const text = read(header, cells[column] ?? "");
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
  if (NUMBERS.has(header) && SCIENTIFIC.test(text)) return diagnostic("CHR-CSV-NUMBER", "error", { header, value: text }, where());
  if ((header === "code" || header === "remplace") && !NAME.test(text)) {
    return diagnostic("CHR-CONFIG-NAME", "error", { name: text }, where());
  }
  const allowed: readonly string[] | undefined = header === "etat" ? ETATS : header === "type" ? IDENTIFIER_TYPES : undefined;
  if (allowed === undefined || allowed.includes(text)) return undefined;
  const args = { header, value: text, allowed, ...closest(text, allowed) };
  return diagnostic("CHR-CSV-VALUE", "error", args, where());
};

/** The first row of each code; a second one is told. */
export const uniqueRows = <Row extends ClientRow>(table: CsvTable, column: number, rows: readonly Row[], diagnostics: Diagnostic[]): readonly Row[] => {
  const first = new Map<string, number>();
  return rows.filter(({ code, row }) => {
    const seen = first.get(code);
    if (seen === undefined) first.set(code, row);
    else {
      const args = { name: code, line: table.lineOf(seen) };
      diagnostics.push(diagnostic("CHR-CSV-CODE-TWICE", "error", args, table.at(row, column)));
    }
    return seen === undefined;
  });
};

/** `Active` and `En pause`, as people write them beside our own words. */
export const inOurWords: ReadCell = (header, text) => (header === "etat" ? (ETAT_NAMES.get(withoutAccents(text).toLowerCase()) ?? text) : text);

/** `1,23457E+13`: what a spreadsheet shows of a number that is too long for its cell, and writes so. */
const SCIENTIFIC = /^\d+([.,]\d+)?E\+\d+$/i;

/** What a spreadsheet takes for a number. */
const NUMBERS: ReadonlySet<ClientHeader> = new Set(["code", "siret", "remplace"]);

/** As the schema's `name`. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._@-]*$/u;
const ETATS: readonly Etat[] = ["actif", "pause", "sortant"];

const ETAT_NAMES: ReadonlyMap<string, Etat> = new Map([
  ["actif", "actif"],
  ["active", "actif"],
  ["pause", "pause"],
  ["en pause", "pause"],
  ["paused", "pause"],
  ["sortant", "sortant"],
  ["leaving", "sortant"],
]);
