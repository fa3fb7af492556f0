import type { ApplyEvent } from "../../apply/events.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Language } from "../../messages/language.ts";
import type { Step } from "../../model/step.ts";
import { planDigest } from "../../plan/plan-digest.ts";
import type { EnvironmentSummary, Notice, PlanDocument, PlannedResource, Summary } from "../../plan/plan-document.ts";
import type { Drift } from "../../plan/drift/drift-document.ts";
import type { ReviewDocument, Stop, SubjectChange } from "../../plan/review/review-document.ts";
import { diagnosticsJson, type DiagnosticJson } from "../diagnostics.ts";
import { sealedOf, type ToldRun } from "./told-run.ts";

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
  | RunSummary
  | RunFailed;

/** The first of a run that began: it says how to read the rest. */
export interface RunStarted extends RunHead {
  readonly event: "run-started";
  readonly format: "chorus-events";
  readonly version: 1;
  readonly command: ToldRun["command"];
  /** The revision that it is compared with, where a change is reviewed. */
  readonly against?: string;
}

export interface ResourceJudged extends PlannedResource {
  readonly event: "resource-judged";
}

/** The last of a run that came to its end. */
export interface RunSummary {
  readonly event: "summary";
  readonly summary: Summary;
  readonly environments: readonly EnvironmentSummary[];
  /** Fingerprint of what the plan asks for: the comment of a review shows it. */
  readonly digest: string;
}

/** The last of a run that did not, and all that there is of one that could not begin. */
export interface RunFailed {
  readonly event: "failed";
  readonly diagnostics: readonly DiagnosticJson[];
}

export const runFailed = (diagnostics: readonly Diagnostic[], language: Language): RunFailed => ({ event: "failed", diagnostics: diagnosticsJson(diagnostics, language) });

export const runEvents = (told: ToldRun): readonly RunEvent[] => {
  const { command, document, events, review } = told;
  return [runStarted(command, document, review?.against), ...events, ...eventsAfter(told)];
};

/** What is told of a run once nothing more happens. */
export const eventsAfter = (told: ToldRun): readonly RunEvent[] => {
  const { document, review, drift } = told;
  const summary: RunSummary = { event: "summary", summary: document.summary, environments: document.environments, digest: planDigest(sealedOf(told)) };
  if (review !== undefined) return [...reviewEvents(review), summary];
  if (drift !== undefined) return [...drift.drifts.map((one) => ({ event: "drift" as const, ...one })), summary];
  return [
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

/** @param head of the plan, or of the run that is to make it */
export const runStarted = (command: RunStarted["command"], { createdAt, topology, offline, selection }: RunHead, against?: string): RunStarted => ({
  event: "run-started",
  format: "chorus-events",
  version: 1,
  command,
  createdAt,
  topology,
  offline,
  ...(selection === undefined ? {} : { selection }),
  ...(against === undefined ? {} : { against }),
});

export type RunHead = Pick<PlanDocument, "createdAt" | "topology" | "offline" | "selection">;

const judged = (resource: PlannedResource): ResourceJudged => ({ event: "resource-judged", ...resource });
