import type { DriftDocument } from "../../plan/drift/drift-document.ts";
import { BLANK, renderLines, spaced, type Line } from "../text/layout.ts";
import type { ScreenOptions } from "../text/scene.ts";
import { widthOf } from "../text/wrap.ts";
import { driftLine } from "./drift-lines.ts";
import { driftTitle } from "./drift-title.ts";
import { setRunScene, type RunScene } from "./run-scene.ts";
import type { ToldRun } from "./told-run.ts";

/** What was true and is not, what proved it, and what speaks against it now. */
export const renderDriftText = (told: ToldRun, drift: DriftDocument, screen: ScreenOptions): string => {
  const view = setRunScene(told, screen);
  const rest = drift.drifts.length - MOST;
  return renderLines(
    [
      { indent: 0, text: driftTitle(drift, view.words.drift), style: "heading" },
      ...drift.drifts.slice(0, MOST).flatMap((one) => [BLANK, ...linesOf(driftLine(one, view), view)]),
      ...(rest > 0 ? spaced([{ indent: 5, text: view.scene.words.plan.more(rest), style: "quiet" }]) : []),
      ...spaced(remarks(drift, view).map((text): Line => ({ indent: 0, text, style: "quiet" }))),
    ],
    screen,
  );
};

/** What is neither drift nor fine. */
export const remarks = ({ accepted, unseen }: DriftDocument, { words: { drift: { words } } }: RunScene): readonly string[] => [
  ...(accepted === 0 ? [] : [words.accepted(accepted)]),
  ...(unseen === 0 ? [] : [words.unseen(unseen)]),
];

const linesOf = ({ what, before, now }: ReturnType<typeof driftLine>, { words: { drift } }: RunScene): readonly Line[] => {
  const width = Math.max(widthOf(drift.before), widthOf(drift.now)) + 2;
  return [
    { indent: 2, leads: [{ text: "✗", width: 3, style: "removed" }], text: what, style: "title" },
    { indent: 5, leads: [{ text: drift.before, width, style: "lead" }], text: before },
    { indent: 5, leads: [{ text: drift.now, width, style: "lead" }], text: now },
  ];
};

const MOST = 40;
