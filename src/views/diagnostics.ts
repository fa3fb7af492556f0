import type { Formatter } from "picocolors/types.js";
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.ts";
import { diagnosticLabels, diagnosticWords } from "../messages/diagnostic-messages.ts";
import type { DiagnosticWords, Words } from "../messages/diagnostic-words.ts";
import type { Language } from "../messages/language.ts";
import { frame } from "./diagnostic-frame.ts";
import { printable } from "./printable.ts";
import { safeJson } from "./safe-json.ts";

/** The colours that are used; those of picocolors, on or off. */
export interface DiagnosticPalette {
  readonly bold: Formatter;
  readonly dim: Formatter;
  readonly red: Formatter;
  readonly yellow: Formatter;
  readonly cyan: Formatter;
}

export interface DiagnosticScreen {
  readonly language: Language;
  readonly palette: DiagnosticPalette;
  /** Columns of the screen; source lines are cut to it. */
  readonly width: number;
}

/** All diagnostics as text: where, what, the line with a caret under it, and what to do next. */
export const renderDiagnosticsText = (diagnostics: readonly Diagnostic[], screen: DiagnosticScreen): string => {
  const words = diagnosticWords(screen.language);
  return diagnostics.map((found) => `${renderDiagnostic(found, words, screen)}\n`).join("");
};

const renderDiagnostic = (found: Diagnostic, words: DiagnosticWords, { language, palette, width }: DiagnosticScreen): string => {
  const { where } = found;
  const colour = palette[COLOURS[found.severity]];
  const { title, detail, hint } = say(found, words);
  const place = where === undefined ? "" : `${palette.cyan(`${printable(where.file)}:${where.line}:${where.column}`)} `;
  const field = where?.field === undefined ? "" : ` ${palette.dim(`[${printable(where.field)}]`)}`;
  const label = colour(diagnosticLabels(language)[found.severity]);
  const lines = [`${place}${label} ${palette.bold(title)} ${palette.dim(found.code)}${field}`];
  if (where?.source !== undefined) {
    const { number, source, caret } = frame(where, width);
    lines.push(`${palette.dim(`${number} |`)} ${source}`);
    lines.push(`${palette.dim(`${" ".repeat(number.length)} |`)} ${colour(caret)}`);
  }
  return [...lines, `  ${printable(detail)}`, `  ${palette.dim("→")} ${printable(hint)}`, ""].join("\n");
};

const COLOURS: Readonly<Record<Severity, "red" | "yellow">> = { error: "red", warning: "yellow" };

export interface DiagnosticJson {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly endColumn?: number;
  readonly field?: string;
  readonly arguments: Diagnostic["arguments"];
}

/** The same for tools: a document with words and arguments, the place in numbers, no source. `schemas/diagnostics.schema.json` */
export const renderDiagnosticsJson = (diagnostics: readonly Diagnostic[], language: Language): string => {
  const document = { format: "chorus-diagnostics", version: 1, diagnostics: diagnosticsJson(diagnostics, language) };
  return safeJson(document);
};

export const diagnosticsJson = (diagnostics: readonly Diagnostic[], language: Language): readonly DiagnosticJson[] => {
  const words = diagnosticWords(language);
  return diagnostics.map((found) => toJson(found, words));
};

const toJson = (found: Diagnostic, words: DiagnosticWords): DiagnosticJson => {
  const { code, severity, where } = found;
  const { title, detail, hint } = say(found, words);
  const { source: _source, ...place } = where ?? {};
  return { code, severity, message: `${title}. ${detail}`, hint, ...place, arguments: found.arguments };
};

/** The same, for those who have only one. */
export const sayDiagnostic = (found: Diagnostic, language: Language): ReturnType<typeof say> => say(found, diagnosticWords(language));

/** The words of a code with its arguments filled in. */
const say = (
  { code, arguments: args }: Diagnostic,
  words: DiagnosticWords,
): { readonly title: string; readonly detail: string; readonly hint: string } => {
  const { title, detail, hint } = words[code] as Words<never>;
  return { title, detail: detail(args as never), hint: hint(args as never) };
};
