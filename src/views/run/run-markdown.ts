import { planDigest } from "../../plan/plan-digest.ts";
import { digestOf } from "../../plan/digest.ts";
import { fitBlocks, type Block } from "../formats/fitted-blocks.ts";
import { environmentHeading } from "../text/plan-header.ts";
import { block, folded, markdown as text, more, stepCells, tableRow } from "./markdown-parts.ts";
import { driftBlocks } from "./drift-markdown.ts";
import { reviewBlocks } from "./review-markdown.ts";
import { claimText, happenedLines, latestProof, regressionsOf, setRunScene, type RunReportOptions, type RunScene } from "./run-scene.ts";
import { sealedOf, type ToldRun } from "./told-run.ts";
import { driftTitle } from "./drift-title.ts";

/**
 * A run as Markdown for a comment on a merge request or a page of a pipeline. It begins with a comment that nobody sees, by
 * which a robot finds what it wrote before; it is never longer than GitHub takes; and it says when it leaves something out.
 * The same run gives the same bytes: it tells when things were seen, never what time it is.
 */
export const renderRunMarkdown = (told: ToldRun, options: RunReportOptions): string => {
  const view = setRunScene(told, options);
  const { review, drift } = told;
  const blocks = drift !== undefined ? [driftBlocks(drift, view)] : review === undefined ? [planBlock(view), regressionBlock(view), happenedBlock(view, options), stepBlock(view)] : [reviewBlocks(review, view)];
  return fitBlocks([headBlock(view, options), ...blocks, footBlock(view)].flat(), MOST_CHARACTERS);
};

const headBlock = ({ told: { command, document, review, drift }, scene, words }: RunScene, { place }: RunReportOptions): readonly Block[] => {
  const { topologies, structures } = scene.words.words;
  const plain = [words.title, topologies[document.topology], structures(document.summary.structures)].join(" · ");
  const title = drift === undefined ? (review === undefined ? plain : words.review.title) : driftTitle(drift, words.drift);
  return [block([`<!-- chorus:${review === undefined ? command : "review"}${place === undefined ? "" : `:${digestOf(place)}`} -->`, `### ${text(title)}`])];
};

const planBlock = ({ told: { document }, scene }: RunScene): readonly Block[] =>
  document.environments.length === 0 ? [] : [block(document.environments.map((one) => `- ${text(environmentHeading(one, scene).text)}`))];

const regressionBlock = (view: RunScene): readonly Block[] => {
  const { scene, words } = view;
  const drifted = regressionsOf(view.told);
  if (drifted.length === 0) return [];
  const rows = drifted.map(({ address, conditions }) => {
    const since = conditions.find(({ wasTrue }) => wasTrue === true)?.since;
    return `- ${text(claimText(address, scene))}${since === undefined ? "" : `, ${text(words.wasTrue(scene.dates.at(since)))}`}`;
  });
  return [{ before: [`**${text(words.regressions(drifted.length))}**`, ""], rows, after: [], more: more(view) }];
};

const happenedBlock = (view: RunScene, { timeZone }: RunReportOptions): readonly Block[] => {
  const lines = happenedLines(view, timeZone);
  if (lines.length === 0) return [];
  return [folded(view.words.happened(lines.length), [], lines.map((line) => `- ${text(line)}`), view)];
};

const stepBlock = (view: RunScene): readonly Block[] => {
  const { words, told: { document: { steps } } } = view;
  if (steps.length === 0) return [block([text(words.nothingToDo)])];
  const { step, who, where, proof } = words.columns;
  const head = [tableRow(["", step, who, where, proof]), "| ---: | --- | --- | --- | --- |"];
  return [folded(words.steps(steps.length), head, steps.map((one) => tableRow([String(one.number), ...stepCells(one, view)])), view)];
};

const footBlock = ({ told, scene, words }: RunScene): readonly Block[] => {
  const latest = latestProof(told);
  const { offline, state } = told.document;
  const says = state === undefined ? words.recorded : words.restsOn[state];
  const rests = offline ? [text(says(latest === undefined ? undefined : scene.dates.at(latest))), "<br>"] : [];
  return [block([`<sub>${rests.join("")}${text(words.digest(planDigest(sealedOf(told))))}</sub>`])];
};

/** What GitHub takes as the body of a comment. */
const MOST_CHARACTERS = 65_536;
