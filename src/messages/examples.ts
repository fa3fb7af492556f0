import { examplesEn } from "./en/examples.ts";
import { examplesFr } from "./fr/examples.ts";
import { EXAMPLE_LINES, type ExampleLine } from "./example-lines.ts";
import type { CommandName, GroupName } from "./cli-messages.ts";
import type { Language } from "./language.ts";

/** What each line does: one that lacks its words does not compile. */
export type ExampleWords = Readonly<Record<ExampleLine, string>>;

export interface Example {
  readonly line: ExampleLine;
  readonly does: string;
}

/** Examples of a command or a group, or of the whole under the empty name. Loaded only where help is shown. */
export const examplesOf = (language: Language, name: CommandName | GroupName | ""): readonly Example[] => {
  const words = language === "fr" ? examplesFr : examplesEn;
  return EXAMPLE_LINES[name].map((line) => ({ line, does: words[line] }));
};
