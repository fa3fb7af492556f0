import { runReportMessages, type ReviewWords } from "../../messages/run-report-messages.ts";
import type { Step } from "../../model/step.ts";
import type { PlanDocument } from "../../plan/plan-document.ts";
import type { ReviewDocument } from "../../plan/review/review-document.ts";
import { BLANK, renderLines, spaced, type Line, type Style } from "../text/layout.ts";
import { actorName } from "../text/names.ts";
import { setScene, type Scene, type ScreenOptions } from "../text/scene.ts";
import { stepTitle } from "../text/step-title.ts";
import { otherState } from "./run-scene.ts";
import { restLines, stopLines, subjectLines } from "./review-lines.ts";

/** What a change changes as a person reads it at a terminal: what is declared otherwise, the steps, one line for the rest. */
export const renderReviewText = (review: ReviewDocument, document: PlanDocument, screen: ScreenOptions): string => {
  const scene = setScene(document, screen);
  const report = runReportMessages(screen.language);
  const { review: words, digest } = report;
  const subjects = subjectLines(review, words, scene);
  return renderLines(
    [
      { indent: 0, text: words.since(review.against), style: "heading" },
      BLANK,
      ...(subjects.length === 0 ? [{ indent: 2, text: words.nothing }] : subjects.map(({ sign, name, rest }) => line(sign, `${name}${rest}`))),
      ...spaced(stepsLines(review, words, scene)),
      ...spaced(stopLines(review, words, scene).map((text): Line => ({ ...line("!", text), style: "warning" }))),
      BLANK,
      ...[...restLines(review, words), ...otherState(document, report, scene)].map((text): Line => ({ indent: 0, text })),
      { indent: 0, text: digest(review.digest), style: "quiet" },
    ],
    screen,
  );
};

const stepsLines = ({ steps }: ReviewDocument, words: ReviewWords, scene: Scene): readonly Line[] => {
  const lines = GROUPS.flatMap((group) => {
    const these = steps[group];
    if (these.length === 0) return [];
    return [{ indent: 2, text: words.steps[group](these.length), style: "title" as const }, ...these.slice(0, MOST).map((step) => stepLine(step, group, scene)), ...more(these.length - MOST, scene)];
  });
  return lines.length === 0 ? [{ indent: 2, text: words.noStep }] : lines;
};

const stepLine = (step: Step, group: keyof ReviewDocument["steps"], scene: Scene): Line => ({
  indent: 2,
  leads: [{ text: SIGNS[group].sign, width: 3, style: SIGNS[group].style }],
  text: `${stepTitle(step, scene)} (${scene.words.words.environments[step.environment]}, ${actorName(step.actor, scene)})`,
});

const more = (left: number, { words }: Scene): readonly Line[] => (left <= 0 ? [] : [{ indent: 5, text: words.plan.more(left), style: "quiet" }]);

const line = (sign: string, text: string): Line => ({ indent: 2, leads: [{ text: sign, width: 3, style: "title" }], text });

const GROUPS = ["added", "changed", "removed"] as const;

const SIGNS: Readonly<Record<(typeof GROUPS)[number], { readonly sign: string; readonly style: Style }>> = {
  added: { sign: "+", style: "todo" },
  changed: { sign: "~", style: "doubt" },
  removed: { sign: "-", style: "removed" },
};

/** With thousands a screen is no list: JSON is. */
const MOST = 40;
