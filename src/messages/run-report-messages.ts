import { runReportEn } from "./en/run-report.ts";
import { runReportFr } from "./fr/run-report.ts";
import type { Language } from "./language.ts";
import type { PlanDocument } from "../plan/plan-document.ts";
import type { SubjectChangeKind } from "../plan/review/review-document.ts";
import type { Counted } from "./shape.ts";

/** What the reports of a run for pipelines and merge requests say around what the rest of Chorus says. */
export interface RunReportWords {
  readonly title: string;
  readonly columns: Readonly<Record<"step" | "who" | "where" | "proof", string>>;
  readonly steps: Counted;
  readonly waiting: string;
  readonly byChorus: string;
  readonly attestation: string;
  readonly regressions: Counted;
  readonly wasTrue: (date: string) => string;
  readonly happened: Counted;
  readonly nothingToDo: string;
  readonly more: Counted;
  /** What the plan rests on: nothing recorded, or the time of the latest proof. */
  readonly recorded: (latest: string | undefined) => string;
  /** The same where it is not the state that the configuration names. */
  readonly restsOn: Readonly<Record<NonNullable<PlanDocument["state"]>, (latest: string | undefined) => string>>;
  readonly digest: (digest: string) => string;
  readonly review: ReviewWords;
  readonly drift: DriftWords;
  readonly written: (format: string, file: string) => string;
}

/** What a change changes. */
export interface ReviewWords {
  readonly title: string;
  readonly since: (revision: string) => string;
  readonly nothing: string;
  /** What became of one structure, application or account; `before`: the SIRET or the structure that it replaces. */
  readonly changes: Readonly<Record<SubjectChangeKind, (before: string | undefined) => string>>;
  /** Of many: `12 clients`, `1 sortant`. */
  readonly counts: Readonly<Record<SubjectChangeKind, (count: number, ofClients: boolean) => string>>;
  /** Applications and accounts. */
  readonly others: Counted;
  readonly steps: Readonly<Record<"added" | "changed" | "removed", Counted>>;
  readonly noStep: string;
  readonly unobserved: Counted;
  readonly unchanged: (counts: { readonly steps: number; readonly subjects: number; readonly due: number }) => string;
  readonly regressions: Counted;
  readonly stops: {
    readonly ends: (environment: string, ended: number, of: number) => string;
    readonly changes: (changes: number, limit: number) => string;
  };
  readonly afterMerge: string;
}

/** What was true and is not. */
export interface DriftWords {
  readonly before: string;
  readonly now: string;
  /** What proved it was not kept. */
  readonly notKept: string;
  readonly columns: Readonly<Record<"what" | "before" | "now", string>>;
  readonly words: {
    /** At least one. */
    readonly title: Counted;
    /** None: of all that was proven, of what could be seen again, of what is recorded, or since nothing was ever proven. */
    readonly none: Readonly<Record<"all" | "seen" | "recorded" | "unproven", string>>;
    readonly accepted: Counted;
    readonly unseen: Counted;
  };
}

export const runReportMessages = (language: Language): RunReportWords => (language === "fr" ? runReportFr : runReportEn);
