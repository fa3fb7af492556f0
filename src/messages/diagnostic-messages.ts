import type { Severity } from "../diagnostics/diagnostic.ts";
import type { DiagnosticWords } from "./diagnostic-words.ts";
import { DIAGNOSTICS as EN } from "./en/diagnostics.ts";
import { DIAGNOSTICS as FR } from "./fr/diagnostics.ts";
import type { Language } from "./language.ts";

/** What every code says, in one language. */
export const diagnosticWords = (language: Language): DiagnosticWords => (language === "fr" ? FR : EN);

/** What a person reads before a title: not by colour alone. */
export const diagnosticLabels = (language: Language): Readonly<Record<Severity, string>> =>
  language === "fr" ? { error: "erreur :", warning: "avertissement :" } : { error: "error:", warning: "warning:" };
