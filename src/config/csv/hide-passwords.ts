import { diagnostic, type Diagnostic } from "../../diagnostics/diagnostic.ts";
import { looksLikePassword } from "../secret-words.ts";
import type { ClientHeader } from "./header-names.ts";
import type { CsvTable } from "./table.ts";

/** Finds cells that look like passwords and hides them: first of all, so that no frame of another diagnostic shows one. */
export const hidePasswords = (table: CsvTable, columns: ReadonlyMap<ClientHeader, number>, diagnostics: Diagnostic[]): void => {
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
