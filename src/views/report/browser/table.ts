import type { KindName } from "../../../model/address.ts";
import type { MatrixCell } from "../matrix/matrix-index.ts";
import type { MatrixRow } from "../matrix/matrix.ts";
import type { Query } from "../matrix/query.ts";
import { SIGNS } from "../signs.ts";
import { el } from "./dom.ts";
import type { Page } from "./page.ts";

/** The head of the table: each column sorts. */
export const tableHead = (page: Page, { sort, descending }: Pick<Query, "sort" | "descending">): HTMLTableSectionElement => {
  const heads = columnsOf(page).map(({ key, label }) => {
    const isSorted = sort === key;
    const arrow = isSorted ? (descending ? "↓" : "↑") : "↕";
    const button = el("button", { type: "button", "data-sort": key, "data-cell": true, tabindex: "-1", title: page.words.sortBy(label) }, label, el("span", { class: "arrow", "aria-hidden": "true" }, arrow));
    return el("th", { scope: "col", "aria-sort": isSorted ? (descending ? "descending" : "ascending") : "none" }, button);
  });
  return el("thead", {}, el("tr", {}, ...heads));
};

export const tableBody = (page: Page, rows: readonly MatrixRow[]): HTMLTableSectionElement => el("tbody", {}, ...tableRows(page, rows));

export const tableRows = (page: Page, rows: readonly MatrixRow[]): readonly HTMLElement[] => rows.map((row) => tableRow(page, row));

export const countColumns = (page: Page): number => columnsOf(page).length;

interface Column {
  readonly key: string;
  readonly label: string;
}

const columnsOf = ({ words, matrix, stageName }: Page): readonly Column[] => [
  { key: "name", label: words.columns.structure },
  ...(hasEnvironments(matrix) ? [{ key: "environment", label: words.columns.environment }] : []),
  ...matrix.columns.map((kind) => ({ key: kind, label: stageName(kind) })),
  { key: "request", label: words.columns.request },
  { key: "date", label: words.columns.actBy },
];

/** Where all is in one, no column says so. */
const hasEnvironments = ({ rows }: Page["matrix"]): boolean => rows.some(({ environment }) => environment !== rows[0]?.environment);

const tableRow = (page: Page, row: MatrixRow): HTMLElement => {
  const { words, chorus, dates, matrix } = page;
  const { name, nom, identifier, drifted, environment, request, actBy } = row;
  const button = el("button", { type: "button", "data-cell": true, "data-row": String(row.place), "data-kind": "", tabindex: "-1" }, nom ?? name);
  const under = [nom === undefined ? "" : name, identifier === undefined ? "" : identifier.type === "SIRET" ? identifier.value : `${identifier.type} ${identifier.value}`].filter((part) => part !== "").join(" · ");
  const head = el("th", { scope: "row" }, button, ...(drifted === true ? [el("span", { class: "drift" }, `↘ ${words.regression}`)] : []), ...(under === "" ? [] : [el("span", { class: "under" }, under)]));
  const asked = request === undefined ? "" : `${words.requestStates[request.state]}${request.days === undefined ? "" : `, ${words.age(request.days)}`}`;
  return el(
    "tr",
    {},
    head,
    ...(hasEnvironments(matrix) ? [el("td", {}, chorus.words.environments[environment])] : []),
    ...matrix.columns.map((kind) => cell(page, row, kind)),
    el("td", {}, asked),
    el("td", { class: "date" }, actBy === undefined ? "" : dates.date(actBy)),
  );
};

const cell = (page: Page, row: MatrixRow, kind: KindName): HTMLElement => {
  const { words, stageName } = page;
  const of = row.cells.get(kind);
  if (of === undefined) return el("td", {}, el("span", { class: "none", title: words.none }, "–"));
  const mark = words.marks[of.mark];
  const count = countText(of);
  return el(
    "td",
    {},
    el(
      "button",
      { type: "button", class: `mark ${of.mark}`, "data-cell": true, "data-row": String(row.place), "data-kind": kind, tabindex: "-1", "aria-label": words.cell(stageName(kind), mark, count) },
      `${SIGNS[of.mark]} ${mark} ${count}`.trimEnd(),
    ),
  );
};

/** Of several claims, how many stand as badly as the cell: `1/4`. */
const countText = ({ count, of }: MatrixCell): string => (of < 2 ? "" : count === of ? String(of) : `${count}/${of}`);
