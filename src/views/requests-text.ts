import type { RequestEstimate } from "../model/request-estimate.ts";
import { messages } from "../messages/messages.ts";
import type { Language } from "../messages/language.ts";

export interface Explained {
  readonly estimates: readonly RequestEstimate[];
  /** Answers of before that are fresh enough. */
  readonly reused: number;
}

/** Which request answers what, and how many of each, by application: a table as plain text. */
export const renderRequests = ({ estimates, reused }: Explained, language: Language): string => {
  const { requests: words, words: { environments } } = messages(language);
  const width = Math.max(...estimates.map(({ request }) => request.length), 0);
  const row = ([least = "", most = "", request = "", answers = ""]: readonly string[]): string =>
    `  ${least.padStart(9)}  ${most.padStart(8)}  ${request.padEnd(width)}  ${answers}`.trimEnd();
  const lines: string[] = [];
  let heading = "";
  for (const { environment, application, request, answers, least, most } of estimates) {
    const name = `${environments[environment].toUpperCase()} · ${application}`;
    if (name !== heading) lines.push(...(heading === "" ? [] : [""]), name, row(words.columns));
    heading = name;
    lines.push(row([String(least), String(most), request, answers.map((ask) => words.asks[ask]).join(", ")]));
  }
  const sum = (of: "least" | "most"): number => estimates.reduce((total, estimate) => total + estimate[of], 0);
  return `${[...lines, ...(lines.length === 0 ? [] : [""]), words.total(sum("least"), sum("most"), reused)].join("\n")}\n`;
};
