import type { Condition } from "../../model/condition.ts";
import type { Drift } from "../../plan/drift/drift-document.ts";
import { unbroken } from "../text/wrap.ts";
import { claimText, type RunScene } from "./run-scene.ts";

export interface DriftLine {
  /** What is no longer so, and since when. */
  readonly what: string;
  /** What proved it, and when. */
  readonly before: string;
  readonly now: string;
}

/** What drifted, with both pieces of evidence. */
export const driftLine = ({ address, since, before, now }: Drift, view: RunScene): DriftLine => ({
  what: `${claimText(address, view.scene)}, ${view.words.wasTrue(view.scene.dates.at(since))}`,
  before: before === undefined ? view.words.drift.notKept : evidenceText(before, view),
  now: evidenceText(now, view),
});

const evidenceText = ({ reason, evidence, provenAt }: Pick<Condition, "reason" | "evidence" | "provenAt">, { scene }: RunScene): string => {
  const { plan, reasons, words, proofs } = scene.words;
  const when = provenAt === undefined ? "" : `, ${scene.dates.at(provenAt)}`;
  if (evidence?.by !== "api") return `${reasons[reason]}${when}`;
  const answer = plan.evidence(String(evidence.status ?? ""), evidence.request, evidence.tries, unbroken(evidence.correlationId ?? ""));
  const origin = evidence.origin === undefined ? "" : `, ${proofs.from(evidence.origin.client, scene.dates.date(evidence.origin.at))}`;
  return `${reasons[reason]}${words.colon}${answer}${when}${origin}`;
};
