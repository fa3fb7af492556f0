import { cellText } from "../../model/cell-text.ts";
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
  const isQuoted = table.rows.length > 0 && /^".*"$/.test(lastLine(text)) && !lastLine(text).replaceAll(/"(?:[^"]|"")*"/g, "").replaceAll(table.delimiter, "").trim();
  const row = columns.map((header) => written(header === undefined ? "" : cellText(cells.get(header) ?? ""), table.delimiter, isQuoted)).join(table.delimiter);
  const isOpen = !/[\r\n]$/.test(text);
  return { at: text.length, text: isOpen ? `${eol}${row}` : `${row}${eol}` };
};

/** Found from the end: a list may have any number of empty lines. */
const lastLine = (text: string): string => {
  let to = text.length;
  while (to > 0 && isEnd(text[to - 1])) to--;
  let from = to;
  while (from > 0 && !isEnd(text[from - 1])) from--;
  return text.slice(from, to);
};

const isEnd = (character: string | undefined): boolean => character === "\n" || character === "\r";

const written = (cell: string, delimiter: string, isQuoted: boolean): string =>
  isQuoted || cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
