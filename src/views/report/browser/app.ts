import { cellDetails } from "../details/cell-details.ts";
import type { MatrixRow } from "../matrix/matrix.ts";
import { EMPTY_QUERY, formatQuery, parseQuery, type Query } from "../matrix/query.ts";
import { selectRows } from "../matrix/select-rows.ts";
import { createDialog } from "./dialog.ts";
import { byId, el } from "./dom.ts";
import { focusCell, moveByKeys } from "./grid-keys.ts";
import { openCell, openName } from "./open-cell.ts";
import type { Page } from "./page.ts";
import { createPager } from "./pager.ts";
import { printEverything } from "./print.ts";
import { countColumns, tableBody, tableHead, tableRows } from "./table.ts";
import { createToolbar } from "./toolbar.ts";

/** The table with what narrows, sorts and opens it. What is looked at is in the page's address. */
export const createApp = (page: Page, place: HTMLElement): void => {
  let query: Query = EMPTY_QUERY;
  let found: readonly MatrixRow[] = [];
  const table = el("table", { role: "grid", "aria-labelledby": "matrix-title", "aria-describedby": "matrix-help" });
  // Columns of one width: none moves when other rows are shown, and a browser need not measure them all.
  table.style.setProperty("--columns", String(countColumns(page) - 1));
  const toolbar = createToolbar(page, (change) => go({ ...query, page: 0, ...change }));
  const pager = createPager(page, (to) => go({ ...query, page: to }));
  const dialog = createDialog(page, () => go({ ...query, open: "" }));

  const go = (next: Query): void => {
    const isSameTable = TABLE_KEYS.every((key) => next[key] === query[key]) && table.tHead !== null;
    query = next;
    if (!isSameTable) showTable();
    showOpen();
    const address = formatQuery(query);
    if (address !== location.hash) history.replaceState(null, "", address === "" ? location.pathname + location.search : address);
  };

  const showTable = (): void => {
    performance.mark("chorus-filter-start");
    found = selectRows(page.matrix.rows, query);
    const last = Math.max(0, Math.ceil(found.length / PAGE_ROWS) - 1);
    query = { ...query, page: Math.min(query.page, last) };
    const from = query.page * PAGE_ROWS;
    const rows = found.slice(from, from + PAGE_ROWS);
    const body = tableBody(page, rows.slice(0, FIRST_ROWS));
    table.replaceChildren(tableHead(page, query), body);
    // What is below the window's edge comes a frame later: an answer is seen at once.
    if (rows.length > FIRST_ROWS) requestAnimationFrame(() => setTimeout(() => body.append(...tableRows(page, rows.slice(FIRST_ROWS)))));
    focusCell(table, table.querySelector<HTMLElement>("tbody [data-cell]") ?? undefined);
    toolbar.show(query);
    pager.show({ from, to: from + rows.length, found: found.length, page: query.page, last });
    performance.measure("chorus-filter", "chorus-filter-start");
  };

  const showOpen = (): void => {
    if (query.open === "") return dialog.close();
    const report = page.report();
    if (report === undefined) return addEventListener("DOMContentLoaded", showOpen, { once: true });
    const opened = openCell(query.open, page.matrix, report);
    if (opened === undefined) return dialog.close();
    const { row, kind, addresses } = opened;
    dialog.show(cellDetails(row, kind === undefined ? "" : page.stageName(kind), addresses, report));
  };

  table.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>("[data-cell]") : null;
    if (button === null) return;
    const { sort, row: placed, kind } = button.dataset;
    if (sort !== undefined) {
      go({ ...query, ...nextSort(query, sort), page: 0 });
      return table.querySelector<HTMLElement>(`[data-sort="${sort}"]`)?.focus();
    }
    const row = page.matrix.rows[Number(placed)];
    if (row !== undefined) go({ ...query, open: openName(row, kind ?? "") });
  });
  moveByKeys(table);
  addEventListener("hashchange", () => {
    // A heading's name is no question.
    if (location.hash !== "" && !location.hash.includes("=")) return;
    const asked = parseQuery(location.hash);
    if (asked.open === "") byId("matrix-title").scrollIntoView();
    go(asked);
  });
  printEverything(page, { rows: () => found, table, status: pager.status });
  place.replaceChildren(toolbar.form, pager.status, el("div", { class: "scroll", role: "group", "aria-labelledby": "matrix-title", tabindex: "0" }, table), pager.controls, el("p", { id: "matrix-help", class: "hint" }, page.words.grid));
  go(parseQuery(location.hash));
};

/** Once upwards, once downwards, then as it was. */
const nextSort = ({ sort, descending }: Query, asked: string): Pick<Query, "sort" | "descending"> => {
  if (sort !== asked) return { sort: asked, descending: false };
  return descending ? { sort: "", descending: false } : { sort, descending: true };
};

const TABLE_KEYS = ["search", "environment", "mark", "stage", "request", "sort", "descending", "page"] as const satisfies readonly (keyof Query)[];

/** More is slower to show, and nobody reads it at once. */
const PAGE_ROWS = 50;

/** About as many as a window shows. */
const FIRST_ROWS = 20;
