import { isSettled, REPORT_MARKS } from "../../../plan/report/report-mark.ts";
import { marksIn } from "../matrix/matrix.ts";
import { EMPTY_QUERY, type Query } from "../matrix/query.ts";
import { DRIFTED, SETTLED } from "../matrix/select-rows.ts";
import { SIGNS } from "../signs.ts";
import { el } from "./dom.ts";
import type { Page } from "./page.ts";

export interface Toolbar {
  readonly form: HTMLFormElement;
  /** Shows what is asked for, wherever it was asked. */
  show(query: Query): void;
}

/** What narrows the table. Every change is told at once. */
export const createToolbar = (page: Page, onChange: (change: Partial<Query>) => void): Toolbar => {
  const { words } = page;
  const search = el("input", { id: "search", type: "search", placeholder: words.filters.searchHint, autocomplete: "off", spellcheck: "false" });
  const selects = choicesOf(page).filter(({ choices }) => choices.length > 1).map(({ key, label, choices }) => ({ key, label, select: toSelect(key, choices, words.filters.all) }));
  const reset = el("button", { type: "reset" }, words.filters.reset);
  const form = el(
    "form",
    { role: "search", class: "toolbar" },
    field(words.filters.search, "search", search),
    ...selects.map(({ key, label, select }) => field(label, `filter-${key}`, select)),
    reset,
  );
  search.addEventListener("input", () => onChange({ search: search.value }));
  for (const { key, select } of selects) select.addEventListener("change", () => onChange({ [key]: select.value }));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    onChange(EMPTY_QUERY);
  });
  return {
    form,
    show: (query) => {
      if (search.value !== query.search) search.value = query.search;
      for (const { key, select } of selects) select.value = query[key];
    },
  };
};

type FilterKey = "environment" | "mark" | "stage" | "request";

interface Choices {
  readonly key: FilterKey;
  readonly label: string;
  readonly choices: readonly (readonly [value: string, label: string])[];
}

const choicesOf = ({ words, matrix, chorus, stageName }: Page): readonly Choices[] => {
  const { rows, columns } = matrix;
  const marks = marksIn(rows);
  const environments = [...new Set(rows.map(({ environment }) => environment))].toSorted();
  const states = [...new Set(rows.flatMap(({ request }) => request?.state ?? []))].toSorted();
  const drifted: readonly (readonly [string, string])[] = rows.some((row) => row.drifted === true) ? [[DRIFTED, `↘ ${words.regression}`]] : [];
  const settled: readonly (readonly [string, string])[] = rows.some((row) => isSettled(row.mark)) ? [[SETTLED, `${SIGNS.proven} ${words.settled}`]] : [];
  return [
    { key: "environment", label: words.filters.environment, choices: environments.map((one) => [one, chorus.words.environments[one]]) },
    { key: "mark", label: words.filters.mark, choices: [...drifted, ...settled, ...REPORT_MARKS.filter((mark) => marks.has(mark)).map((mark) => [mark, `${SIGNS[mark]} ${words.marks[mark]}`] as const)] },
    { key: "stage", label: words.filters.stage, choices: columns.map((kind) => [kind, stageName(kind)]) },
    { key: "request", label: words.filters.request, choices: states.map((state) => [state, words.requestStates[state]]) },
  ];
};

const toSelect = (key: FilterKey, choices: Choices["choices"], all: string): HTMLSelectElement =>
  el("select", { id: `filter-${key}` }, el("option", { value: "" }, all), ...choices.map(([value, label]) => el("option", { value }, label)));

const field = (label: string, id: string, control: HTMLElement): HTMLElement => el("div", { class: "field" }, el("label", { for: id }, label), control);
