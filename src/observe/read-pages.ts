import type { Outcome } from "../piste/outcome.ts";
import { lacking, numberAt } from "./read-body.ts";

/**
 * Reads a paged list to its end, as `parametresRetour.pages` gives it. A page without the list, or a line that cannot be
 * read, makes the whole `unexpected`: half a list proves the absence of nothing.
 */
export const readPages = async <Line>(
  send: (page: number) => Promise<Outcome>,
  listOf: (body: unknown) => readonly unknown[] | undefined,
  toLine: (line: unknown) => Line | undefined,
): Promise<Outcome<readonly Line[]>> => {
  const lines: Line[] = [];
  for (let page = 1; ; page++) {
    const outcome = await send(page);
    if (!outcome.ok) return outcome;
    const list = listOf(outcome.body);
    const read = list?.map(toLine);
    if (read === undefined || read.includes(undefined)) return lacking(outcome, "list");
    for (const line of read) if (line !== undefined) lines.push(line);
    const pages = numberAt(outcome.body, "parametresRetour", "pages") ?? 1;
    if (page >= Math.min(pages, MOST_PAGES) || read.length === 0) return { ...outcome, body: lines };
  }
};

/** 100,000 lines of 100 a page: more than any gestionnaire has. */
const MOST_PAGES = 1000;
