import { onPage, pagePlace, type Page } from "../../model/page.ts";
import type { ReportDocument } from "../../plan/report/report-document.ts";
import { isSettled } from "../../plan/report/report-mark.ts";
import { unlinkedMarkdown as text } from "../formats/markdown.ts";
import { actorName } from "../text/names.ts";
import { standingText } from "../text/requests.ts";
import { deadlineText } from "../text/deadline-text.ts";
import { alike } from "../text/deadlines.ts";
import { madeOf, viewReport, type ReportOptions, type ReportView } from "./report-view.ts";
import { requestsSummary } from "./sections/requests.ts";
import { SIGNS } from "./signs.ts";

export interface ReportMarkdownOptions extends ReportOptions {
  /** Of the rows that are not in order; of all of which nothing is then left out. */
  readonly page?: Page;
}

/** A report short enough for a merge request or a wiki: counts, what broke, what ends, who was asked, what is not in order. */
export const renderReportMarkdown = (report: ReportDocument, options: ReportMarkdownOptions): string => {
  const view = viewReport(report, options);
  const { words } = view;
  const parts = [
    [`# ${text(words.title)}`, "", text(madeOf(view))],
    ...report.environments.map(({ environment, rows, inOrder }) => [
      `**${text(view.scene.words.words.environments[environment])}**${view.scene.words.words.colon}${text(words.inOrder(view.count(inOrder), view.count(rows)))}${opens(environment, view)}`,
    ]),
    regressions(view),
    openRows(view, options.page),
    deadlines(view),
    requests(view),
  ];
  return `${parts.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
};

const opens = (environment: string, { marksOf, count, words }: ReportView): string => {
  const open = marksOf(environment).filter(([mark]) => !isSettled(mark));
  return open.length === 0 ? "" : ` (${open.map(([mark, of]) => text(`${SIGNS[mark]} ${count(of)} ${words.marks[mark]}`)).join(", ")})`;
};

const regressions = ({ report, words, claimed }: ReportView): readonly string[] => {
  const drifted = report.resources.filter((resource) => resource.drifted === true);
  if (drifted.length === 0) return [];
  const lines = drifted.map(({ address }) => `- ${text(claimed(address))}`);
  return [`## ${text(words.regressions(drifted.length))}`, "", ...most(lines, words)];
};

const openRows = ({ report, words, scene, resources }: ReportView, page: Page | undefined): readonly string[] => {
  const open = report.rows.filter(({ mark }) => !isSettled(mark));
  if (open.length === 0) return [];
  const rows = (page === undefined ? open : onPage(open, page)).map((row) => {
    const { nom, name, environment, mark, cells } = row;
    const named = nom === undefined ? name : `${nom} (${name})`;
    const stages = cells.filter((cell) => !isSettled(cell.mark)).map((cell) => `${SIGNS[cell.mark]} ${scene.words.status.stages[cell.kind]}${drift(cell.addresses, resources)}`);
    return [named, scene.words.words.environments[environment], `${SIGNS[mark]} ${words.marks[mark]}`, stages.join(", ")];
  });
  const columns = [words.columns.structure, words.columns.environment, words.filters.mark, words.filters.stage];
  const listed = page === undefined ? table(columns, rows, words) : [...table(columns, rows, words, rows.length), "", text(scene.words.plan.page(pagePlace(open.length, page)))];
  return [`## ${text(words.sections.matrix)}`, "", ...listed];
};

const drift = (addresses: readonly string[], resources: ReportView["resources"]): string => (addresses.some((address) => resources.get(address)?.drifted === true) ? " ↘" : "");

const deadlines = ({ report, words, scene }: ReportView): readonly string[] => {
  const groups = alike(report.deadlines.filter(({ state }) => state !== "upcoming"), scene);
  if (groups.length === 0) return [];
  const rows = groups.map((group) => [group[0] === undefined ? "" : scene.dates.date(group[0].actBy), deadlineText(group, scene.words), group[0] === undefined ? "" : words.deadlineStates[group[0].state]]);
  const { when, what, state } = words.deadlineColumns;
  return [`## ${text(words.sections.deadlines)}`, "", ...table([when, what, state], rows, words)];
};

const requests = (view: ReportView): readonly string[] => {
  const { report, words, scene } = view;
  if (report.requests.length === 0 && report.requestsToSend === 0) return [];
  const rows = report.requests.map((request) => [
    request.days === undefined ? "–" : words.age(request.days),
    actorName(request.actor, scene),
    view.claimed(request.address),
    standingText(request, scene),
  ]);
  const { age, who, what, state } = words.requestColumns;
  return [`## ${text(words.sections.requests)}`, "", text(requestsSummary(view)), ...(rows.length === 0 ? [] : ["", ...table([age, who, what, state], rows, words)])];
};

const table = (columns: readonly string[], rows: readonly (readonly string[])[], words: ReportView["words"], length = MOST): readonly string[] => {
  const shown = rows.slice(0, length).map(line);
  const rest = rows.length - shown.length;
  return [line(columns), `|${columns.map(() => " --- |").join("")}`, ...shown, ...(rest > 0 ? ["", text(words.more(String(rest)))] : [])];
};

const line = (cells: readonly string[]): string => `| ${cells.map(text).join(" | ")} |`;

const most = (lines: readonly string[], words: ReportView["words"]): readonly string[] =>
  lines.length <= MOST ? lines : [...lines.slice(0, MOST), `- ${text(words.more(String(lines.length - MOST)))}`];

const MOST = 20;
