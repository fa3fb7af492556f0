import type { Code } from "../diagnostics/codes.ts";
import { SAMPLES } from "../diagnostics/samples.ts";
import { diagnosticWords } from "./diagnostic-messages.ts";
import type { Words } from "./diagnostic-words.ts";
import { GENERAL_HINTS as EN } from "./en/diagnostics/general-hints.ts";
import { GENERAL_HINTS as FR } from "./fr/diagnostics/general-hints.ts";
import type { Language } from "./language.ts";

/** What a code says where nothing has failed. */
export interface ExplainedCode {
  readonly title: string;
  /** What it means, where that is the same each time. */
  readonly meaning?: string;
  /** What it says with invented values, where a real one has yours. */
  readonly example?: string;
  readonly todo: string;
}

/** What to do, in words without values, for the codes whose hints have some: a test finds those that lack it. */
export type GeneralHints = Readonly<Partial<Record<Code, string>>>;

/** The one source of `docs/diagnostics.md` and of `chorus explain`. */
export const explainedCode = (language: Language, code: Code): ExplainedCode => {
  const { title, detail, hint } = diagnosticWords(language)[code] as Words<never>;
  const sample = SAMPLES[code] as never;
  return {
    title,
    ...(detail.length === 0 ? { meaning: detail(sample) } : { example: detail(sample) }),
    todo: (language === "fr" ? FR : EN)[code] ?? hint(sample),
  };
};
