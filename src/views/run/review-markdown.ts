import type { Step } from "../../model/step.ts";
import type { ReviewDocument } from "../../plan/review/review-document.ts";
import type { Block } from "../formats/fitted-blocks.ts";
import { block, folded, markdown as text, more, stepCells, tableRow } from "./markdown-parts.ts";
import { restLines, stopLines, subjectLines } from "./review-lines.ts";
import type { RunScene } from "./run-scene.ts";

/** What a change changes, as blocks of a comment: what is declared otherwise, what is to be done for it, the rest in a line. */
export const reviewBlocks = (review: ReviewDocument, view: RunScene): readonly Block[] => {
  const { review: words } = view.words;
  const subjects = subjectLines(review, words, view.scene).map(({ sign, name, rest }) => `- **${text(`${sign} ${name}`)}**${text(rest)}`);
  const stops = stopLines(review, words, view.scene);
  return [
    ...(stops.length === 0 ? [] : [block(stops.map((stop) => `> **${text(stop)}**`))]),
    subjects.length === 0 ? block([text(words.nothing)]) : { ...block([]), rows: subjects, more: more(view) },
    ...stepBlocks(review, view),
    block(restLines(review, words).map((line) => `${text(line)}<br>`)),
  ];
};

/** New steps are in sight, up to a screenful; the others fold. */
const stepBlocks = ({ steps: { added, changed, removed } }: ReviewDocument, view: RunScene): readonly Block[] => {
  const { review: words } = view.words;
  if (added.length + changed.length + removed.length === 0) return [block([text(words.noStep)])];
  const table = (title: string, steps: readonly Step[], isOpen: boolean): readonly Block[] => {
    if (steps.length === 0) return [];
    const { step, who, where, proof } = view.words.columns;
    const head = [tableRow([isOpen ? title : step, who, where, proof]), "| --- | --- | --- | --- |"];
    const rows = steps.map((step) => tableRow(stepCells(step, view)));
    return [isOpen ? { before: head, rows, after: [], more: more(view) } : folded(title, head, rows, view)];
  };
  return [
    ...table(added.length > MOST_IN_SIGHT ? words.steps.added(added.length) : words.afterMerge, added, added.length <= MOST_IN_SIGHT),
    ...table(words.steps.changed(changed.length), changed, false),
    ...table(words.steps.removed(removed.length), removed, false),
  ];
};

const MOST_IN_SIGHT = 20;
