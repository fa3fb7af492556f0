import { createColors } from "picocolors";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Language } from "../messages/language.ts";
import { renderDiagnosticsText } from "../views/diagnostics.ts";

/** Diagnostics in words, with the line that each is about and what to do next. */
export const describe = (diagnostics: readonly Diagnostic[], language: Language): string =>
  renderDiagnosticsText(diagnostics, { language, palette: createColors(false), width: COLUMNS });

const COLUMNS = 100;
