import type { Code } from "../../../src/diagnostics/codes.ts";
import { diagnosticWords } from "../../../src/messages/diagnostic-messages.ts";
import type { Words } from "../../../src/messages/diagnostic-words.ts";
import type { Language } from "../../../src/messages/language.ts";
import { SAMPLES } from "../../unit/config/samples.ts";

/** `docs/diagnostics.md`: what every code says, with sample arguments where a text has some. */
export const renderDiagnostics = (): string =>
  [
    "# Diagnostics",
    "",
    "Every message of Chorus has a code. This page gives, for each, its title and what to do, in English and in French, with",
    "invented values where a real message has yours. Written from `src/messages/` by a test: change the words, then run the",
    "tests with `UPDATE_DOCS=1`.",
    "",
    "A diagnostic names file, line and column, shows the place, says what is wrong and what to do next. All of them come at",
    "once, in the order of the file. `chorus validate --format json` gives them to other tools. A warning does not end a",
    "run; an error does.",
    "",
    ...(Object.keys(diagnosticWords("en")) as readonly Code[]).toSorted().flatMap(renderCode),
  ].join("\n");

const renderCode = (code: Code): readonly string[] => [`### ${code}`, "", `- ${words("en", code)}`, `- ${words("fr", code)}`, ""];

const words = (language: Language, code: Code): string => {
  const { title, hint } = diagnosticWords(language)[code] as Words<never>;
  return `**${title}.** ${hint(SAMPLES[code] as never)}`;
};
