import type { ApplyEvent } from "../../apply/events.ts";
import type { Step } from "../../model/step.ts";
import { planDigest } from "../../plan/plan-digest.ts";
import type { EnvironmentSummary, Notice, PlanDocument, PlannedResource, Summary } from "../../plan/plan-document.ts";
import type { Drift } from "../../plan/drift/drift-document.ts";
import type { ReviewDocument, Stop, SubjectChange } from "../../plan/review/review-document.ts";
import type { ToldRun } from "./told-run.ts";

/** What a run tells, one thing after the other. As JSON each is a line that `schemas/events.schema.json` describes. */
export type RunEvent =
  | RunStarted
  | ApplyEvent
  | ({ readonly event: "subject-changed" } & SubjectChange)
  | ({ readonly event: "step-added" | "step-changed" | "step-removed" } & Step)
  | { readonly event: "stopped"; readonly stop: Stop }
  | ({ readonly event: "drift" } & Drift)
  | ResourceJudged
  | ({ readonly event: "step" } & Step)
  | { readonly event: "notice"; readonly told: Notice }
  | RunSummary;

/** Always the first: it says how to read the rest. */
export interface RunStarted extends Pick<PlanDocument, "createdAt" | "topology" | "offline" | "selection"> {
  readonly event: "run-started";
  readonly format: "chorus-events";
  readonly version: 1;
  readonly command: ToldRun["command"];
  /** The revision that it is compared with, where a change is reviewed. */
  readonly against?: string;
}

export interface ResourceJudged extends Omit<PlannedResource, "digest"> {
  readonly event: "resource-judged";
}

/** Always the last: a log without it was cut short. */
export interface RunSummary {
  readonly event: "summary";
  readonly summary: Summary;
  readonly environments: readonly EnvironmentSummary[];
  /** Fingerprint of what the plan asks for: the comment of a review shows it. */
  readonly digest: string;
}

export const runEvents = (told: ToldRun): readonly RunEvent[] => {
  const { document, review, drift } = told;
  const summary: RunSummary = { event: "summary", summary: document.summary, environments: document.environments, digest: planDigest(document) };
  if (review !== undefined) return [started(told), ...reviewEvents(review), summary];
  if (drift !== undefined) return [started(told), ...drift.drifts.map((one) => ({ event: "drift" as const, ...one })), summary];
  return [
    started(told),
    ...told.events,
    ...document.resources.map(judged),
    ...document.steps.map((step) => ({ event: "step" as const, ...step })),
    ...document.notices.map((notice) => ({ event: "notice" as const, told: notice })),
    summary,
  ];
};

/** What a change changes; the rest is in the counts. */
const reviewEvents = ({ subjects, steps, stops }: ReviewDocument): readonly RunEvent[] => [
  ...subjects.map((subject) => ({ event: "subject-changed" as const, ...subject })),
  ...steps.added.map((step) => ({ event: "step-added" as const, ...step })),
  ...steps.changed.map((step) => ({ event: "step-changed" as const, ...step })),
  ...steps.removed.map((step) => ({ event: "step-removed" as const, ...step })),
  ...stops.map((stop) => ({ event: "stopped" as const, stop })),
];

const started = ({ command, review, document: { createdAt, topology, offline, selection } }: ToldRun): RunStarted => ({
  event: "run-started",
  format: "chorus-events",
  version: 1,
  command,
  createdAt,
  topology,
  offline,
  ...(selection === undefined ? {} : { selection }),
  ...(review === undefined ? {} : { against: review.against }),
});

const judged = ({ digest: _digest, ...resource }: PlannedResource): ResourceJudged => ({ event: "resource-judged", ...resource });
