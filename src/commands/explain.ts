import { readConfiguration } from "../config/read-configuration.ts";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Language } from "../messages/language.ts";
import type { Explainable } from "../model/explanation.ts";
import { explain } from "../operations/explain/explain.ts";
import { explainable, nearest } from "../operations/explain/explainable.ts";
import { renderExplainJson } from "../views/explain-json.ts";
import { renderExplainable, renderExplanations } from "../views/explain-text.ts";
import { entryOf, screenFor, type CommandContext } from "./context.ts";
import { DONE } from "./exit-code.ts";

export interface ExplainOptions {
  readonly format?: string;
}

/** `chorus explain [WORD…]`: what codes, kinds and keys mean; alone, all there are. Of a configuration it takes the language alone. */
export const run = async (context: CommandContext, words: readonly string[], { format }: ExplainOptions): Promise<number> => {
  const { stdout } = context.ports.terminal;
  const language = await configuredLanguage(context);
  const screen = screenFor(context, stdout, language);
  const known = explainable(screen.language);
  if (words.length === 0) {
    stdout.write(format === "json" ? renderExplainJson(known) : renderExplainable(known, screen));
    return DONE;
  }
  const found = await Promise.all(words.map(async (word) => explain(word, screen.language)));
  const unknown = words.filter((_word, index) => found[index]?.length === 0);
  if (unknown.length > 0) throw new ChorusError(unknown.map((word) => unknownWord(word, known)), { language });
  const explanations = found.flat();
  stdout.write(format === "json" ? renderExplainJson({ explanations }) : renderExplanations(explanations, screen));
  return DONE;
};

const unknownWord = (word: string, known: Explainable): Diagnostic => {
  const keys = known.keys.filter((key) => !/[.*]/.test(key));
  return diagnostic("CHR-EXPLAIN-UNKNOWN", "error", { word, near: nearest(word, known), kinds: known.kinds, keys });
};

/** The language in which its diagnostics were read; none where there is no configuration, or none that can be read. */
const configuredLanguage = async (context: CommandContext): Promise<Language | undefined> => {
  const { files } = await readConfiguration(context.ports.files, await entryOf(context));
  return files.map(({ content }) => content.language).find((language) => language !== undefined);
};
