import { planDigest } from "../../plan/plan-digest.ts";
import { digestOf } from "../../plan/digest.ts";
import type { Step } from "../../model/step.ts";
import { fitBlocks, type Block } from "../formats/fitted-blocks.ts";
import { htmlText } from "../formats/html.ts";
import { unlinkedMarkdown } from "../formats/markdown.ts";
import { actorName } from "../text/names.ts";
import { environmentHeading } from "../text/plan-header.ts";
import { stepTitle } from "../text/step-title.ts";
import { claimText, happenedLines, latestProof, regressionsOf, setRunScene, type RunReportOptions, type RunScene } from "./run-scene.ts";
import type { ToldRun } from "./told-run.ts";

/**
 * A run as Markdown for a comment on a merge request or a page of a pipeline. It begins with a comment that nobody sees, by
 * which a robot finds what it wrote before; it is never longer than GitHub takes; and it says when it leaves something out.
 * The same run gives the same bytes: it tells when things were seen, never what time it is.
 */
export const renderRunMarkdown = (told: ToldRun, options: RunReportOptions): string => {
  const view = setRunScene(told, options);
  return fitBlocks([headBlock(view, options), regressionBlock(view), happenedBlock(view, options), stepBlock(view), footBlock(view)].flat(), MOST_CHARACTERS);
};

const headBlock = ({ told: { command, document }, scene, words }: RunScene, { place }: RunReportOptions): readonly Block[] => {
  const { topologies, structures } = scene.words.words;
  const title = [words.title, topologies[document.topology], structures(document.summary.structures)].join(" · ");
  return [
    block([`<!-- chorus:${command}${place === undefined ? "" : `:${digestOf(place)}`} -->`, `### ${text(title)}`]),
    ...(document.environments.length === 0 ? [] : [block(document.environments.map((one) => `- ${text(environmentHeading(one, scene).text)}`))]),
  ];
};

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
  return [folded(words.steps(steps.length), head, steps.map((one) => stepRow(one, view)), view)];
};

const stepRow = (step: Step, { scene, words }: RunScene): string => {
  const { plan } = scene.words;
  const where = step.portal === undefined ? "–" : plan.portals[step.portal][step.environment];
  const who = step.mode === "automatic" ? words.byChorus : actorName(step.actor, scene);
  const proof = step.provenBy === "attestation" ? words.attestation : plan.proofs[step.provenBy];
  const waits = step.waitsFor.length === 0 ? "" : ` (${plan.waitsFor(step.waitsFor.join(", "))})`;
  return tableRow([String(step.number), `${stepTitle(step, scene)}, ${scene.words.words.environments[step.environment]}${waits}`, who, where, proof]);
};

const footBlock = ({ told, scene, words }: RunScene): readonly Block[] => {
  const latest = latestProof(told);
  const rests = told.document.offline ? [text(words.recorded(latest === undefined ? undefined : scene.dates.at(latest))), "<br>"] : [];
  return [block([`<sub>${rests.join("")}${text(words.digest(planDigest(told.document)))}</sub>`])];
};

/** Rows that are shown when somebody asks for them. A table needs a line of its own before and after. */
const folded = (title: string, head: readonly string[], rows: readonly string[], view: RunScene): Block => ({
  before: ["<details>", `<summary>${htmlText(title)}</summary>`, "", ...head],
  rows,
  after: ["", "</details>"],
  more: more(view),
});

const block = (before: readonly string[]): Block => ({ before, rows: [], after: [], more: () => "" });

const more = ({ words }: RunScene) => (left: number): string => `**${text(words.more(left))}**`;

const tableRow = (cells: readonly string[]): string => `| ${cells.map(text).join(" | ")} |`;

/** Names come from outside: none is markup, a link or a mention, and none is so long that nothing else has room. */
const text = (words: string): string => unlinkedMarkdown(words.length > MOST_IN_CELL ? `${words.slice(0, MOST_IN_CELL)}…` : words);

/** What GitHub takes as the body of a comment. */
const MOST_CHARACTERS = 65_536;
const MOST_IN_CELL = 400;
