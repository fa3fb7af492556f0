import type { Language } from "../messages/language.ts";
import { messages } from "../messages/messages.ts";
import type { RunWords } from "../messages/shape.ts";
import type { Output } from "../ports/ports.ts";
import { movingProgress } from "./progress/moving-progress.ts";
import { printable } from "./printable.ts";
import type { ProgressView } from "./progress/progress-view.ts";

/** Progress per environment and application: a moving list on a terminal, a line at each end elsewhere. */
export const createProgress = (output: Output, language: Language, isCi: boolean): ProgressView => {
  const words = messages(language).run;
  return output.isTerminal && !isCi ? movingProgress(output, words) : plainProgress(output, words);
};

const plainProgress = (output: Output, words: RunWords): ProgressView => {
  const begun = new Set<string>();
  const ended = new Set<string>();
  return {
    report({ environment, application, answered, asked }) {
      const key = `${environment}/${application}`;
      if (!begun.has(key)) output.write(`${printable(words.asking(environment, application, asked))}\n`);
      begun.add(key);
      if (answered < asked || ended.has(key)) return;
      output.write(`${printable(words.asked(environment, application, answered))}\n`);
      ended.add(key);
    },
    stop: () => Promise.resolve(),
  };
};
