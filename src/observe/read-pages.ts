import type { Outcome } from "../piste/outcome.ts";
import { lacking, numberAt } from "./read-body.ts";

/** A paged list: how a page is asked for, where its lines are, and what a line says. */
export interface Paged<Line> {
  readonly send: (page: number) => Promise<Outcome>;
  /** The list and where it is, or where it should have been. */
  readonly listOf: (body: unknown) => FoundList;
  /** Undefined where a line cannot be read. */
  readonly toLine: (line: unknown) => Line | undefined;
}

export interface FoundList {
  readonly list: readonly unknown[] | undefined;
  /** JSON pointer. */
  readonly at: string;
}

/**
 * Reads a paged list to its end, as `parametresRetour.pages` gives it. A page without the list, or a line that cannot be
 * read, makes the whole `unexpected`: half a list proves the absence of nothing. So does a list that is shorter than its
 * total, read again in vain: it moved while it was read.
 */
export const readPages = async <Line>(paged: Paged<Line>): Promise<Outcome<readonly Line[]>> => {
  for (let round = 1; ; round++) {
    const { outcome, isWhole } = await readOnce(paged);
    if (!outcome.ok || isWhole) return outcome;
    if (round === ROUNDS) return lacking(outcome, "/parametresRetour/total");
  }
};

const readOnce = async <Line>({ send, listOf, toLine }: Paged<Line>): Promise<{ readonly outcome: Outcome<readonly Line[]>; readonly isWhole: boolean }> => {
  const lines: Line[] = [];
  const totals = new Set<number>();
  for (let page = 1; ; page++) {
    const outcome = await send(page);
    if (!outcome.ok) return { outcome, isWhole: true };
    const { list, at } = listOf(outcome.body);
    const read = list?.map(toLine);
    const strange = read?.indexOf(undefined) ?? 0;
    if (read === undefined || strange >= 0) return { outcome: lacking(outcome, read === undefined ? at : `${at}/${strange}`), isWhole: true };
    for (const line of read) if (line !== undefined) lines.push(line);
    const total = numberAt(outcome.body, "parametresRetour", "total");
    if (total !== undefined) totals.add(total);
    const pages = numberAt(outcome.body, "parametresRetour", "pages") ?? 1;
    if (page >= Math.min(pages, MOST_PAGES) || read.length === 0) {
      const isWhole = totals.size < 2 && lines.length >= Math.max(0, ...totals);
      return { outcome: { ...outcome, body: lines }, isWhole };
    }
  }
};

/** How often a list that does not add up is read. */
const ROUNDS = 3;

/** 100,000 lines of 100 a page: more than any gestionnaire has. */
const MOST_PAGES = 1000;
