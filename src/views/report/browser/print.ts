import type { MatrixRow } from "../matrix/matrix.ts";
import { el } from "./dom.ts";
import type { Page } from "./page.ts";
import { tableBody } from "./table.ts";

export interface Printed {
  /** What was found. */
  readonly rows: () => readonly MatrixRow[];
  readonly table: HTMLTableElement;
  /** Says how many there are. */
  readonly status: HTMLElement;
}

/**
 * What is printed is all that was found, not the page of it on screen; beyond a number that nobody would want on paper,
 * what is left out is counted.
 */
export const printEverything = (page: Page, { rows, table, status }: Printed): void => {
  let onScreen: HTMLTableSectionElement | undefined;
  let counted = "";
  let left: HTMLElement | undefined;
  addEventListener("beforeprint", () => {
    const all = rows();
    const printed = Math.min(all.length, MOST_PRINTED);
    onScreen = table.tBodies[0];
    onScreen?.replaceWith(tableBody(page, all.slice(0, printed)));
    counted = status.textContent ?? "";
    if (printed > 0) status.textContent = page.words.shown(page.count(1), page.count(printed), page.count(all.length), page.count(page.matrix.rows.length));
    if (all.length <= MOST_PRINTED) return;
    left = el("p", { class: "printed" }, page.words.printed(page.count(MOST_PRINTED), page.count(all.length - MOST_PRINTED)));
    table.after(left);
  });
  addEventListener("afterprint", () => {
    if (onScreen !== undefined) table.tBodies[0]?.replaceWith(onScreen);
    status.textContent = counted;
    left?.remove();
  });
};

const MOST_PRINTED = 2000;
