import { headerNamed, type ClientHeader } from "../csv/header-names.ts";
import type { CsvTable } from "../csv/table.ts";
import type { Insertion } from "./insert-pairs.ts";

/**
 * A row at the end of a list of clients, in the columns, the quotes and the ends of line that it has. Undefined where the
 * list has no column for something that is given.
 */
export const insertRow = (text: string, table: CsvTable, cells: ReadonlyMap<ClientHeader, string>): Insertion | undefined => {
  const columns = table.headers.map(headerNamed);
  if ([...cells.keys()].some((header) => !columns.includes(header))) return undefined;
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
  const isQuoted = table.rows.length > 0 && /(^|[\r\n])"[^\r\n]*"[\r\n]*$/.test(text) && !lastLine(text).replaceAll(/"(?:[^"]|"")*"/g, "").replaceAll(table.delimiter, "").trim();
  const row = columns.map((header) => written(header === undefined ? "" : (cells.get(header) ?? ""), table.delimiter, isQuoted)).join(table.delimiter);
  const isOpen = !/[\r\n]$/.test(text);
  return { at: text.length, text: isOpen ? `${eol}${row}` : `${row}${eol}` };
};

const lastLine = (text: string): string => /([^\r\n]*)[\r\n]*$/.exec(text)?.[1] ?? "";

const written = (cell: string, delimiter: string, isQuoted: boolean): string =>
  isQuoted || cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
