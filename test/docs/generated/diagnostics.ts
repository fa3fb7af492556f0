import type { Code } from "../../../src/diagnostics/codes.ts";
import { diagnosticWords } from "../../../src/messages/diagnostic-messages.ts";
import { explainedCode } from "../../../src/messages/explained-code.ts";
import type { Language } from "../../../src/messages/language.ts";

/** `docs/diagnostics.md`: what every code says where nothing has failed. `chorus explain CODE` says the same. */
export const renderDiagnostics = (): string =>
  [
    "# Diagnostics",
    "",
    "Every message of Chorus has a code. This page gives, for each, its title and what to do, in English and in French, in words",
    "without the values that a real message has; `chorus explain CODE` says the same, with an example. Written from",
    "`src/messages/` by a test: change the words, then run the tests with `UPDATE_DOCS=1`.",
    "",
    "A diagnostic names file, line and column, shows the place, says what is wrong and what to do next. All of them come at",
    "once, in the order of the file. `chorus validate --format json` gives them to other tools. A warning does not end a",
    "run; an error does.",
    "",
    ...(Object.keys(diagnosticWords("en")) as readonly Code[]).toSorted().flatMap(renderCode),
  ].join("\n");

const renderCode = (code: Code): readonly string[] => [`### ${code}`, "", `- ${words("en", code)}`, `- ${words("fr", code)}`, ""];

const words = (language: Language, code: Code): string => {
  const { title, meaning, todo } = explainedCode(language, code);
  return [`**${title}.**`, ...(meaning === undefined ? [] : [meaning]), todo].join(" ");
};
