import { runReportEn } from "./en/run-report.ts";
import { runReportFr } from "./fr/run-report.ts";
import type { Language } from "./language.ts";
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
  readonly digest: (digest: string) => string;
  readonly written: (format: string, file: string) => string;
}

export const runReportMessages = (language: Language): RunReportWords => (language === "fr" ? runReportFr : runReportEn);
