import type { EnvironmentName } from "../model/environment.ts";
import type { PlanDocument } from "../plan/plan-document.ts";
import type { StatusDocument } from "../plan/status-document.ts";
import { clientLines } from "./text/client-stages.ts";
import { deadlineLines } from "./text/deadlines.ts";
import { forecastLines } from "./text/forecast.ts";
import { BLANK, renderLines, spaced, type Line } from "./text/layout.ts";
import { noticeLines } from "./text/notices.ts";
import { environmentHeading, staleFacts, structuresText, whereTexts } from "./text/plan-header.ts";
import { setScene, type Scene, type ScreenOptions } from "./text/scene.ts";
import { statusRows, SUBJECT_KINDS } from "./text/status-rows.ts";
import { tableLines } from "./text/status-table.ts";
import { unbroken } from "./text/wrap.ts";

/** What is shown: the picture, and the plan that it was drawn from. */
export interface Shown {
  readonly document: PlanDocument;
  readonly status: StatusDocument;
}

/**
 * Where every structure, application and account stands, and what ends when. Of what is due within a time, or of the
 * forecast, that part alone.
 */
export const renderStatusText = ({ document, status }: Shown, options: ScreenOptions): string => {
  const scene = setScene(document, options);
  const part = status.forecast !== undefined ? forecastLines(scene, status) : status.within !== undefined ? deadlineLines(scene, status) : undefined;
  return renderLines([headerLine(scene), ...(part === undefined ? picture(scene, status, options.width) : [BLANK, ...part])], options);
};

const picture = (scene: Scene, status: StatusDocument, width: number): readonly Line[] => [
  ...status.environments.flatMap((summary) => [
    BLANK,
    environmentHeading(summary, scene),
    ...(summary.clients === undefined ? [] : clientLines(summary.clients, scene)),
    ...environmentTables(summary.environment, scene, width),
  ]),
  BLANK,
  { indent: 0, text: scene.words.status.legend.map(unbroken).join("   "), style: "quiet" as const },
  ...spaced(noticeLines(scene)),
  ...spaced(deadlineLines(scene, status)),
];

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

const environmentTables = (environment: EnvironmentName, scene: Scene, width: number): readonly Line[] =>
  SUBJECT_KINDS.flatMap((subject) => {
    const rows = statusRows(environment, subject, scene);
    if (rows.length === 0) return [];
    const listed = rows.length <= MOST_ROWS ? rows : rows.filter(({ inOrder }) => !inOrder);
    const most = listed.slice(0, MOST_ROWS);
    return [BLANK, ...tableLines(subject, most, scene, width), ...restLines(subject, { quiet: rows.length - listed.length, more: listed.length - most.length }, scene)];
  });

/** What is not listed is counted: what is in order, and what there was no room for. */
const restLines = (
  subject: (typeof SUBJECT_KINDS)[number],
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
