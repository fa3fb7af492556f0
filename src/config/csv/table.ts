import { diagnostic, type Diagnostic, type Location } from "../../diagnostics/diagnostic.ts";
import { saidByCell } from "../../model/cell-text.ts";
import { isSecretKey, looksLikePassword } from "../secret-words.ts";
import { sourceText, type SourceText } from "../source-text.ts";
import { cellExtent } from "./cell-extent.ts";

/** A CSV file as cells, with the place of each. Row 0 is the header. */
export interface CsvTable {
  readonly file: string;
  readonly delimiter: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The line on which a row starts. */
  readonly lineOf: (row: number) => number;
  readonly at: (row: number, column: number) => Location;
  /** Hides a cell in every source line that is shown. */
  readonly hide: (row: number, column: number) => void;
}

export type TableResult =
  | { readonly table: CsvTable; readonly diagnostic?: never }
  | { readonly table?: never; readonly diagnostic: Diagnostic };

/** Reads `;`, `,` or tab separated text: what a first line `sep=;` says, else whichever the header uses most. */
export const readTable = async (read: SourceText): Promise<TableResult> => {
  const { parse, CsvError } = await import("csv-parse/sync");
  const source = withLines(read);
  const { text, said } = withoutSep(withoutFormulas(source.text));
  const delimiter = said ?? delimiterOf(text);
  try {
    const records = parse(text, { ...OPTIONS, delimiter, info: true }) as unknown as readonly Row[];
    if (records.length === 0) {
      return { diagnostic: diagnostic("CHR-CSV-EMPTY", "error", { file: source.file }, source.at(0)) };
    }
    return { table: table(source, delimiter, records) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = "lines" in error && typeof error.lines === "number" ? error.lines : 1;
    const where = source.at(source.startOf(line));
    return { diagnostic: diagnostic("CHR-CSV-SYNTAX", "error", { problem: error.code }, safe(where, source.text, delimiter)) };
  }
};

interface Row {
  readonly record: readonly string[];
  /** `bytes`: of the text up to the end of the row. */
  readonly info: { readonly lines: number; readonly bytes: number };
}

/** Rows of which every cell is empty are those that a spreadsheet keeps below what it holds. */
const OPTIONS = { bom: true, trim: true, relax_column_count: true, skip_empty_lines: true, skip_records_with_empty_values: true } as const;

/** Old Macs end lines with a carriage return alone: of the same length, so that every place stays. */
const withLines = (source: SourceText): SourceText =>
  source.text.includes("\n") ? source : sourceText(source.file, source.text.replaceAll("\r", "\n"));

/** The line by which Excel is told the separator; a blank one in its place keeps the count. */
const withoutSep = (text: string): { readonly text: string; readonly said?: string } => {
  const [line, said] = SEP.exec(text) ?? [];
  return line === undefined || said === undefined ? { text } : { text: " ".repeat(line.length) + text.slice(line.length), said };
};

/** `="0123"`, by which programs keep a spreadsheet from making a number of a text, is that text: of the same length too. */
const withoutFormulas = (text: string): string => (text.includes('="') ? text.replaceAll(FORMULA_TEXT, "$1 ") : text);

const FORMULA_TEXT = /(^|[;,\t\r\n])=(?="[^"])/g;

const SEP = /^\ufeff?"?sep=([;,\t])"?(?=\r?\n)/i;

/** Cells that cannot be told apart cannot be hidden one by one: then the line is not shown. */
const safe = (where: Location, text: string, delimiter: string): Location => {
  const cells = `${headerLine(text)}${delimiter}${where.source ?? ""}`.split(delimiter).map((cell) => cell.trim().replaceAll('"', ""));
  if (!cells.some((cell) => isSecretKey(cell) || looksLikePassword(cell))) return where;
  const { source: _source, ...rest } = where;
  return rest;
};

const table = (source: SourceText, delimiter: string, records: readonly Row[]): CsvTable => {
  const { file } = source;
  const headers = records[0]?.record ?? [];
  const lineOf = (row: number): number => {
    const lines = records[row]?.info.lines ?? 1;
    return lines - (records[row]?.record.join("").match(/\r\n|\n|\r/g)?.length ?? 0);
  };
  const extent = (row: number, column: number): readonly [number, number] =>
    cellExtent(source.text, source.startOf(lineOf(row)), column, delimiter);
  return {
    file,
    delimiter,
    headers,
    rows: records.slice(1).map(({ record }) => record.map(saidByCell)),
    lineOf,
    at: (row, column) => {
      const field = headers[column];
      const isShown = field !== undefined && !looksLikePassword(field);
      return { ...source.at(...extent(row, column)), ...(isShown ? { field } : {}) };
    },
    hide: (row, column) => source.hide(...extent(row, column)),
  };
};

const delimiterOf = (text: string): string => {
  const header = headerLine(text);
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: header.split(delimiter).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
};

const headerLine = (text: string): string => /^\ufeff?\s*([^\r\n]*)/.exec(text)?.[1] ?? "";

const DELIMITERS = [";", ",", "\t"] as const;
