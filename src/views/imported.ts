import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { importMessages } from "../messages/import-messages.ts";
import type { Language } from "../messages/language.ts";
import { messages } from "../messages/messages.ts";
import { sayDiagnostic } from "./diagnostics.ts";
import { BLANK, renderLines, type Line, type Page } from "./text/layout.ts";
import { widthOf } from "./text/wrap.ts";
import { printable } from "./printable.ts";
import { safeJson } from "./safe-json.ts";

/** What a file of somebody else becomes, as `config/` reads it. */
export interface ImportedTable {
  readonly file: string;
  readonly columns: ReadonlyMap<string, string>;
  readonly left: readonly string[];
  readonly rows: readonly ImportedLine[];
  readonly repeated: readonly { readonly line: number; readonly first: number }[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface ImportedLine {
  readonly line: number;
  readonly code: string;
  readonly siret: string;
  readonly was: Readonly<Record<string, string>>;
}

/** Which column is which, each row as it becomes, and what was changed on the way. */
export const renderImportedText = (table: ImportedTable, screen: Page & { readonly language: Language }): string => {
  const words = importMessages(screen.language);
  const { colon } = messages(screen.language).words;
  const headers = [...table.columns.keys()];
  const said = [...table.columns].map(([header, text]) => (header === text ? header : `${text} → ${header}`));
  return renderLines(
    [
      { indent: 0, text: `${table.file}${colon}${words.rows(table.rows.length)}`, style: "heading" },
      ...listed(words.columns, said),
      ...listed(words.left, table.left),
      ...(table.rows.length === 0 ? [] : [BLANK, ...rowLines(table.rows, [words.line, ...headers], words.was)]),
      ...table.repeated.map(({ line, first }): Line => ({ indent: 2, text: words.repeated(line, first), style: "quiet" })),
      BLANK,
    ],
    screen,
  );
};

const listed = (label: string, names: readonly string[]): readonly Line[] =>
  names.length === 0 ? [] : [{ indent: 2, leads: [{ text: label, width: 10, style: "lead" }], text: names.join(", ") }];

const rowLines = (rows: readonly ImportedLine[], headers: readonly string[], wasWords: (text: string) => string): readonly Line[] => {
  const texts = rows.map((row) => {
    const cells = new Map<string, unknown>(Object.entries(row));
    return headers.map((header, place) => {
      const cell = cells.get(header);
      return printable(place === 0 ? String(row.line) : typeof cell === "string" ? cell : "");
    });
  });
  const widths = headers.map((header, place) => Math.max(widthOf(header), ...texts.slice(0, MOST_MEASURED).map((cells) => widthOf(cells[place] ?? ""))) + 2);
  const leads = (cells: readonly string[]): Line["leads"] => cells.map((text, place) => ({ text: place === 0 || widthOf(text) < (widths[place] ?? 0) ? text : `${text} `, width: widths[place] ?? 0 }));
  return [
    { indent: 2, leads: headers.map((text, place) => ({ text, width: widths[place] ?? 0, style: "lead" })), text: "" },
    ...texts.map((cells, at): Line => {
      const was = Object.values(rows[at]?.was ?? {});
      return { indent: 2, leads: leads(cells) ?? [], text: was.length === 0 ? "" : wasWords(was.join(", ")), style: "warning" };
    }),
  ];
};

/** The same for tools. */
export const renderImportedJson = ({ file, columns, left, rows, repeated, diagnostics }: ImportedTable, language: Language): string => {
  const told = diagnostics.map((found) => {
    const { title, detail, hint } = sayDiagnostic(found, language);
    const { source: _source, ...place } = found.where ?? {};
    return { code: found.code, severity: found.severity, message: `${title}. ${detail}`, hint, ...place };
  });
  const read = rows.map((row) => {
    const { row: _row, ...rest } = row as ImportedLine & { readonly row?: number };
    return rest;
  });
  return safeJson({ version: 1, file, columns: Object.fromEntries(columns), left, rows: read, repeated, diagnostics: told });
};

const MOST_MEASURED = 1000;
