import { environmentOf } from "../../model/address.ts";
import { defined } from "../../model/defined.ts";
import type { EnvironmentSummary, PlanDocument } from "../../plan/plan-document.ts";
import type { Instant } from "../../model/instant.ts";
import type { UnknownClass } from "../../model/observation.ts";
import type { Line } from "./layout.ts";
import type { Scene } from "./scene.ts";

/** What a live run cost. */
export interface RunCost {
  readonly requests: number;
  readonly durationMs: number;
  /** Answers of before that were fresh enough not to be asked again. */
  readonly reused: number;
}

/** The first line: what, of whom, when, and how much of it could be seen. */
export const headerLine = (scene: Scene, run: RunCost | undefined): Line => {
  const { document, words, dates } = scene;
  const { plan } = words;
  const parts = [
    "Chorus",
    words.words.topologies[document.topology],
    ...structuresText(scene),
    plan.header(dates.at(document.createdAt)),
    ...whereTexts(document, scene),
  ];
  const seen = seenText(scene, run);
  return { indent: 0, text: `${parts.join(" · ")}${seen === "" ? "" : ` (${seen})`}`, style: "heading" };
};

/** Of a part that is filtered out of them, the structures say nothing. */
export const structuresText = ({ document: { selection, summary }, words }: Pick<Scene, "document" | "words">): readonly string[] =>
  selection?.where === undefined ? [words.words.structures(summary.structures)] : [];

/** What is left out is not in order by that: the first line says so. */
export const whereTexts = ({ selection, summary }: Pick<PlanDocument, "selection" | "summary">, { words }: Pick<Scene, "words">): readonly string[] =>
  selection?.where === undefined ? [] : [words.plan.where(selection.where, summary.resources)];

export const environmentHeading = ({ environment, ...counts }: EnvironmentSummary, { words }: Scene): Line => {
  const { plan } = words;
  const told = (["proven", "attested", "toDo", "accepted", "unknown", "due"] as const).flatMap((count) => {
    const number = counts[count] ?? 0;
    return number > 0 ? [plan.counts[count](number)] : [];
  });
  const name = words.words.environments[environment].toUpperCase();
  return { indent: 0, text: `${name}${words.words.colon}${told.join(", ")}`, style: "heading" };
};

/** Facts that were proven before and could not be seen this time, with the age of the oldest. */
export const staleFacts = ({ document }: Scene, environment?: string): { readonly count: number; readonly oldest?: Instant } => {
  let count = 0;
  let oldest: Instant | undefined;
  for (const { address, conditions } of document.resources) {
    if (environment !== undefined && environmentOf(address) !== environment) continue;
    for (const { stale, provenAt } of conditions) {
      if (stale === undefined || provenAt === undefined) continue;
      count += 1;
      if (oldest === undefined || provenAt < oldest) oldest = provenAt;
    }
  }
  return defined({ count, oldest });
};

const seenText = (scene: Scene, run: RunCost | undefined): string => {
  const { document, words, dates } = scene;
  const { plan } = words;
  if (document.offline) {
    const { oldest } = staleFacts(scene);
    return plan.offline(oldest === undefined ? undefined : dates.ago(oldest, document.createdAt), document.state);
  }
  if (run === undefined) return "";
  const missed = countUnseen(scene, isMissed);
  const blind = countUnseen(scene, (unknown) => unknown === "not-configured");
  const all = missed > 0 ? plan.notSeen(missed) : blind > 0 ? plan.notConfigured(blind) : plan.allSeen;
  const oldest = run.reused === 0 ? undefined : oldestProof(document);
  const reused = oldest === undefined ? "" : `${words.words.semicolon}${plan.reused(run.reused, dates.ago(oldest, document.createdAt))}`;
  return `${plan.asked(run.requests, secondsText(run.durationMs))}${reused}${words.words.semicolon}${all}`;
};

/** The oldest fact that counts as seen. */
const oldestProof = ({ resources }: PlanDocument): Instant | undefined =>
  resources
    .flatMap(({ conditions }) => conditions.flatMap(({ stale, proof, provenAt }) => (stale === undefined && proof === "verified" ? [provenAt] : [])))
    .reduce((oldest, at) => (at !== undefined && (oldest === undefined || at < oldest) ? at : oldest), undefined);

const countUnseen = ({ document }: Scene, isUnseen: (unknown: UnknownClass | undefined) => boolean): number =>
  document.resources.filter(({ conditions }) => conditions.some(({ unknown, stale }) => isUnseen(unknown) || isUnseen(stale))).length;

const secondsText = (ms: number): string => (ms < 1000 ? "< 1" : String(Math.round(ms / 1000)));

const isMissed = (unknown: UnknownClass | undefined): boolean =>
  unknown === "transient" || unknown === "unexpected-answer" || unknown === "not-asked";
