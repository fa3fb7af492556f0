import type { Language } from "../messages/language.ts";
import { messages } from "../messages/messages.ts";
import type { Output } from "../ports/ports.ts";
import { movingProgress } from "./progress/moving-progress.ts";
import { plainProgress } from "./progress/plain-progress.ts";
import type { ProgressView } from "./progress/progress-view.ts";

/** Progress per environment and application: a moving list on a terminal that has a width, a line at each end elsewhere. */
export const createProgress = (output: Output, language: Language, isCi: boolean): ProgressView => {
  const words = messages(language).run;
  return output.isTerminal && output.width !== undefined && !isCi ? movingProgress(output, words) : plainProgress(output, words);
};
