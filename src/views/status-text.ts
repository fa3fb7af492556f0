import type { EnvironmentName } from "../model/environment.ts";
import { onPage, pagePlace, type Page } from "../model/page.ts";
import type { PlanDocument } from "../plan/plan-document.ts";
import type { StatusDocument } from "../plan/status-document.ts";
import { clientLines } from "./text/client-stages.ts";
import { deadlineLines } from "./text/deadlines.ts";
import { forecastLines } from "./text/forecast.ts";
import { BLANK, renderLines, spaced, type Line } from "./text/layout.ts";
import { noticeLines } from "./text/notices.ts";
import { environmentHeading, staleFacts, structuresText, whereTexts } from "./text/plan-header.ts";
import { setScene, type Scene, type ScreenOptions } from "./text/scene.ts";
import { statusRows, SUBJECT_KINDS, type StatusRow, type SubjectKind } from "./text/status-rows.ts";
import { tableLines } from "./text/status-table.ts";
import { unbroken } from "./text/wrap.ts";

/** What is shown: the picture, and the plan that it was drawn from. */
export interface Shown {
  readonly document: PlanDocument;
  readonly status: StatusDocument;
}

export interface StatusTextOptions extends ScreenOptions {
  /** Of the rows of all tables, in their order; of all of which nothing is then left out. Of what is due, of that. */
  readonly page?: Page;
}

/**
 * Where every structure, application and account stands, and what ends when. Of what is due within a time, or of the
 * forecast, that part alone.
 */
export const renderStatusText = ({ document, status }: Shown, options: StatusTextOptions): string => {
  const scene = setScene(document, options);
  const part = status.forecast !== undefined ? forecastLines(scene, status) : status.within !== undefined ? deadlineLines(scene, status, options.page) : undefined;
  return renderLines([headerLine(scene), ...(part === undefined ? picture(scene, status, options) : [BLANK, ...part])], options);
};

const picture = (scene: Scene, status: StatusDocument, { width, page }: StatusTextOptions): readonly Line[] => {
  const whole = status.environments.flatMap(({ environment }) => tablesOf(environment, scene));
  const tables = page === undefined ? whole.map(withoutQuiet) : tablesOn(whole, page);
  return [
    ...status.environments.flatMap((summary) => [
      BLANK,
      environmentHeading(summary, scene),
      ...(summary.clients === undefined ? [] : clientLines(summary.clients, scene)),
      ...tables.filter(({ environment }) => environment === summary.environment).flatMap((table) => shownTable(table, scene, width)),
    ]),
    ...(page === undefined ? [] : [BLANK, { indent: 2, text: scene.words.plan.page(pagePlace(whole.reduce((sum, { rows }) => sum + rows.length, 0), page)), style: "quiet" as const }]),
    BLANK,
    { indent: 0, text: scene.words.status.legend.map(unbroken).join("   "), style: "quiet" as const },
    ...spaced(noticeLines(scene)),
    ...spaced(deadlineLines(scene, status)),
  ];
};

const headerLine = (scene: Scene): Line => {
  const { document, words, dates } = scene;
  const { oldest } = staleFacts(scene);
  const proof = document.offline ? ` (${words.plan.offline(oldest === undefined ? undefined : dates.ago(oldest, document.createdAt))})` : "";
  const parts = [
    "Chorus",
    words.words.topologies[document.topology],
    ...structuresText(scene),
    words.status.header(dates.at(document.createdAt)),
    ...whereTexts(document, scene),
  ];
  return { indent: 0, text: `${parts.join(" · ")}${proof}`, style: "heading" };
};

interface Table {
  readonly environment: EnvironmentName;
  readonly subject: SubjectKind;
  readonly rows: readonly StatusRow[];
  /** Rows that are not listed: in order, or no room for them. */
  readonly quiet: number;
  readonly more: number;
}

const tablesOf = (environment: EnvironmentName, scene: Scene): readonly Table[] =>
  SUBJECT_KINDS.map((subject) => ({ environment, subject, rows: statusRows(environment, subject, scene), quiet: 0, more: 0 })).filter(({ rows }) => rows.length > 0);

const withoutQuiet = (table: Table): Table => {
  const { rows } = table;
  const listed = rows.length <= MOST_ROWS ? rows : rows.filter(({ inOrder }) => !inOrder);
  const most = listed.slice(0, MOST_ROWS);
  return { ...table, rows: most, quiet: rows.length - listed.length, more: listed.length - most.length };
};

const tablesOn = (tables: readonly Table[], page: Page): readonly Table[] => {
  const shown = new Set(onPage(tables.flatMap(({ rows }) => rows), page));
  return tables.map((table) => ({ ...table, rows: table.rows.filter((row) => shown.has(row)) })).filter(({ rows }) => rows.length > 0);
};

const shownTable = ({ subject, rows, quiet, more }: Table, scene: Scene, width: number): readonly Line[] => [
  BLANK,
  ...tableLines(subject, rows, scene, width),
  ...restLines(subject, { quiet, more }, scene),
];

/** What is not listed is counted: what is in order, and what there was no room for. */
const restLines = (
  subject: SubjectKind,
  { quiet, more }: { readonly quiet: number; readonly more: number },
  { words }: Scene,
): readonly Line[] => {
  const counted = { structure: words.words.structures, application: words.words.applications, account: words.words.accounts };
  return [
    ...(more > 0 ? [{ indent: 2, text: words.status.more(more), style: "quiet" as const }] : []),
    ...(quiet > 0 ? [{ indent: 2, text: words.status.inOrder(counted[subject](quiet)), style: "quiet" as const }] : []),
  ];
};

/** Beyond this many rows only those that are not in order are listed. */
const MOST_ROWS = 40;
