import type { Failed, Outcome } from "../piste/outcome.ts";
import { inPool } from "./in-pool.ts";
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

const readOnce = async <Line>(paged: Paged<Line>): Promise<{ readonly outcome: Outcome<readonly Line[]>; readonly isWhole: boolean }> => {
  const first = await readPage(paged, 1);
  if (!first.ok) return { outcome: first, isWhole: true };
  const { lines, pages = 1 } = first.body;
  const others = lines.length === 0 ? [] : Array.from({ length: Math.min(pages, MOST_PAGES) - 1 }, (_, index) => index + 2);
  let failed: Failed | undefined;
  // The first says how many there are: with one after the other, the way there and back would decide how long it takes.
  const read = await inPool(others, PAGES_AT_ONCE, async (page) => {
    const outcome = failed ?? (await readPage(paged, page));
    if (!outcome.ok) failed ??= outcome;
    return outcome;
  });
  if (failed !== undefined) return { outcome: failed, isWhole: true };
  const all = [first, ...read].filter((outcome) => outcome.ok);
  const whole = all.flatMap(({ body }) => body.lines);
  const totals = new Set(all.flatMap(({ body: { total } }) => total ?? []));
  const isWhole = totals.size < 2 && whole.length >= Math.max(0, ...totals);
  return { outcome: { ...(all.at(-1) ?? first), body: whole }, isWhole };
};

interface Page<Line> {
  readonly lines: readonly Line[];
  readonly total: number | undefined;
  readonly pages: number | undefined;
}

const readPage = async <Line>({ send, listOf, toLine }: Paged<Line>, page: number): Promise<Outcome<Page<Line>>> => {
  const outcome = await send(page);
  if (!outcome.ok) return outcome;
  const { list, at } = listOf(outcome.body);
  if (list === undefined) return lacking(outcome, at);
  const lines: Line[] = [];
  for (const [index, one] of list.entries()) {
    const line = toLine(one);
    if (line === undefined) return lacking(outcome, `${at}/${index}`);
    lines.push(line);
  }
  const total = numberAt(outcome.body, "parametresRetour", "total");
  const pages = numberAt(outcome.body, "parametresRetour", "pages");
  return { ...outcome, body: { lines, total, pages } };
};

/** How often a list that does not add up is read. */
const ROUNDS = 3;

/** Pages under way at once: a second's worth at PISTE's usual twenty requests a second, with answers that are not quick. */
const PAGES_AT_ONCE = 16;

/** 100,000 lines of 100 a page: more than any gestionnaire has. */
const MOST_PAGES = 1000;
