import type { MatrixRow } from "../matrix/matrix.ts";
import { el } from "./dom.ts";
import type { Page } from "./page.ts";
import { tableBody } from "./table.ts";

/**
 * What is printed is all that was found, not the page of it on screen; beyond a number that nobody would want on paper,
 * what is left out is counted.
 */
export const printEverything = (page: Page, { rows, table }: { readonly rows: () => readonly MatrixRow[]; readonly table: HTMLTableElement }): void => {
  let onScreen: HTMLTableSectionElement | undefined;
  let left: HTMLElement | undefined;
  addEventListener("beforeprint", () => {
    const all = rows();
    onScreen = table.tBodies[0];
    onScreen?.replaceWith(tableBody(page, all.slice(0, MOST_PRINTED)));
    if (all.length <= MOST_PRINTED) return;
    left = el("p", { class: "printed" }, page.words.printed(page.count(MOST_PRINTED), page.count(all.length - MOST_PRINTED)));
    table.after(left);
  });
  addEventListener("afterprint", () => {
    if (onScreen !== undefined) table.tBodies[0]?.replaceWith(onScreen);
    left?.remove();
  });
};

const MOST_PRINTED = 2000;
