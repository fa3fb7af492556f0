import type { EnvironmentName } from "../model/environment.ts";
import type { PlanDocument } from "../plan/plan-document.ts";
import { deadlineLines } from "./text/deadlines.ts";
import { BLANK, renderLines, spaced, type Line } from "./text/layout.ts";
import { environmentHeading, staleFacts } from "./text/plan-header.ts";
import { setScene, type Scene, type ScreenOptions } from "./text/scene.ts";
import { statusRows, SUBJECT_KINDS } from "./text/status-rows.ts";
import { tableLines } from "./text/status-table.ts";
import { unbroken } from "./text/wrap.ts";

/** Where every structure, application and account stands, and what ends when. */
export const renderStatusText = (document: PlanDocument, options: ScreenOptions): string => {
  const scene = setScene(document, options);
  const lines = [
    headerLine(scene),
    ...document.environments.flatMap((summary) => [
      BLANK,
      environmentHeading(summary, scene),
      ...environmentTables(summary.environment, scene, options.width),
    ]),
    BLANK,
    { indent: 0, text: scene.words.status.legend.map(unbroken).join("   "), style: "quiet" as const },
    ...spaced(deadlineLines(scene)),
  ];
  return renderLines(lines, options);
};

const headerLine = (scene: Scene): Line => {
  const { document, words, dates } = scene;
  const { oldest } = staleFacts(scene);
  const proof = document.offline ? ` (${words.plan.offline(oldest === undefined ? undefined : dates.ago(oldest, document.createdAt))})` : "";
  const parts = [
    "Chorus",
    words.words.topologies[document.topology],
    words.words.structures(document.summary.structures),
    words.status.header(dates.at(document.createdAt)),
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
