import { diagnostic, type Diagnostic } from "../../diagnostics/diagnostic.ts";
import { closest } from "../closest.ts";
import { isSecretKey, looksLikePassword } from "../secret-words.ts";
import { CLIENT_HEADERS, headerNamed, plainHeader, type ClientHeader } from "./header-names.ts";
import type { CsvTable } from "./table.ts";

export interface Headers {
  /** The column of each header that is there. */
  readonly columns: ReadonlyMap<ClientHeader, number>;
  /** Columns that are nobody's, where those may be. */
  readonly left: readonly number[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface HeaderRules {
  /** Which column, by what its header says, is which: before any name is looked at. */
  readonly map?: ReadonlyMap<ClientHeader, string>;
  /** Columns of other things: wrong in a list of clients, left where they are in the export of a program. */
  readonly others: "refused" | "left";
}

/** Headers as people write them: in French or English, any case, accents or not. */
export const readHeaders = (table: CsvTable, { map = new Map(), others }: HeaderRules): Headers => {
  const columns = new Map<ClientHeader, number>();
  const left: number[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [column, text] of table.headers.entries()) if (looksLikePassword(text)) table.hide(0, column);
  for (const [header, wanted] of map) {
    const column = columnCalled(table.headers, wanted);
    if (column === -1) diagnostics.push(diagnostic("CHR-CSV-HEADER-MISSING", "error", { header: wanted }, table.at(0, 0)));
    else columns.set(header, column);
  }
  const mapped = new Set(columns.values());
  for (const [column, text] of table.headers.entries()) {
    const where = table.at(0, column);
    const header = headerNamed(text);
    if (looksLikePassword(text)) {
      // A list without a header: its first row is one.
      diagnostics.push(diagnostic("CHR-CSV-PASSWORD", "error", { column: String(column + 1) }, table.at(0, column)));
    } else if (isSecretKey(text)) diagnostics.push(diagnostic("CHR-CSV-PASSWORD", "error", { column: text }, where));
    // A SIRET may serve as the code too.
    else if ((mapped.has(column) && header !== "siret") || (text === "" && isEmpty(table, column))) continue;
    else if (header === undefined || map.has(header)) {
      if (others === "left") left.push(column);
      else diagnostics.push(diagnostic("CHR-CSV-HEADER-UNKNOWN", "error", { header: text, ...closest(text, CLIENT_HEADERS) }, where));
    } else if (columns.has(header)) {
      diagnostics.push(diagnostic("CHR-CSV-HEADER-TWICE", "error", { header: text }, where));
    } else columns.set(header, column);
  }
  for (const header of REQUIRED) {
    const isMissing = !columns.has(header) && !map.has(header) && !diagnostics.some((found) => isMeant(found, header));
    if (isMissing) diagnostics.push(diagnostic("CHR-CSV-HEADER-MISSING", "error", { header }, table.at(0, 0)));
  }
  // Where no header is known, there is none: its cells are not told one by one.
  const told = columns.size > 0 ? diagnostics : diagnostics.filter(({ code }) => code !== "CHR-CSV-HEADER-UNKNOWN");
  return { columns, left, diagnostics: told };
};

/** As the file calls it, else by a name that means the same. */
const columnCalled = (headers: readonly string[], wanted: string): number => {
  const exact = headers.findIndex((text) => plainHeader(text) === plainHeader(wanted));
  const meant = headerNamed(wanted);
  return exact !== -1 || meant === undefined ? exact : headers.findIndex((text) => headerNamed(text) === meant);
};

/** What a spreadsheet adds beside the last column that somebody once touched. */
const isEmpty = (table: CsvTable, column: number): boolean => table.rows.every((cells) => (cells[column] ?? "") === "");

const isMeant = ({ arguments: args }: Diagnostic, header: string): boolean =>
  "suggestion" in args && args.suggestion === header;

const REQUIRED = ["code", "siret"] as const;
