import type { Step } from "../../model/step.ts";
import type { Block } from "../formats/fitted-blocks.ts";
import { htmlText } from "../formats/html.ts";
import { unlinkedMarkdown } from "../formats/markdown.ts";
import { actorName } from "../text/names.ts";
import { stepTitle } from "../text/step-title.ts";
import type { RunScene } from "./run-scene.ts";

/** Rows that are shown when somebody asks for them. A table needs a line of its own before and after. */
export const folded = (title: string, head: readonly string[], rows: readonly string[], view: RunScene): Block => ({
  before: ["<details>", `<summary>${htmlText(title)}</summary>`, "", ...head],
  rows,
  after: ["", "</details>"],
  more: more(view),
});

export const block = (before: readonly string[]): Block => ({ before, rows: [], after: [], more: () => "" });

export const more = ({ words }: RunScene) => (left: number): string => `**${markdown(words.more(left))}**`;

/** What is to be done, who does it, where, and what proves it. A part of a plan has no numbers to wait for. */
export const stepCells = (step: Step, { scene, words, told: { review } }: RunScene): readonly string[] => {
  const { plan } = scene.words;
  const where = step.portal === undefined ? "–" : plan.portals[step.portal][step.environment];
  const who = step.mode === "automatic" ? words.byChorus : actorName(step.actor, scene);
  const proof = step.provenBy === "attestation" ? words.attestation : plan.proofs[step.provenBy];
  const waits = step.waitsFor.length === 0 ? "" : ` (${review === undefined ? plan.waitsFor(step.waitsFor.join(", ")) : words.waiting})`;
  return [`${stepTitle(step, scene)}, ${scene.words.words.environments[step.environment]}${waits}`, who, where, proof];
};

export const tableRow = (cells: readonly string[]): string => `| ${cells.map(markdown).join(" | ")} |`;

/** Names come from outside: none is markup, a link or a mention, and none is so long that nothing else has room. */
export const markdown = (words: string): string => unlinkedMarkdown(words.length > MOST_IN_CELL ? `${words.slice(0, MOST_IN_CELL)}…` : words);

const MOST_IN_CELL = 400;
