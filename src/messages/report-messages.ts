import type { ReportMark } from "../plan/report/report-mark.ts";
import type { RequestStanding } from "../model/request.ts";
import { reportEn } from "./en/report.ts";
import { reportFr } from "./fr/report.ts";
import type { Language } from "./language.ts";
import type { Counted } from "./shape.ts";

/** What a report says around what the rest of Chorus says. */
export interface ReportWords {
  readonly title: string;
  readonly madeAt: (at: string) => string;
  /** Nothing was asked to make it, and how old its oldest fact is. */
  readonly recorded: (oldest: string | undefined) => string;
  readonly noScript: string;
  readonly sections: Readonly<Record<"matrix" | "stages" | "deadlines" | "requests" | "forecast" | "notices", string>>;
  readonly jump: string;
  readonly inOrder: (inOrder: string, rows: string) => string;
  readonly regressions: Counted;
  readonly marks: Readonly<Record<ReportMark, string>>;
  readonly legend: Readonly<Record<ReportMark, string>>;
  readonly none: string;
  readonly filters: Readonly<Record<"search" | "searchHint" | "environment" | "mark" | "stage" | "request" | "all" | "reset", string>>;
  readonly columns: Readonly<Record<"structure" | "environment" | "actBy" | "request", string>>;
  readonly requestStates: Readonly<Record<RequestStanding["state"], string>>;
  /** A request's age in the matrix: days since it was asked. */
  readonly age: Counted;
  readonly shown: (from: string, to: string, found: string, all: string) => string;
  readonly nothingFound: string;
  readonly previous: string;
  readonly next: string;
  readonly printed: (rows: string, left: string) => string;
  /** What a screen reader says of a cell, and of how to move. */
  readonly cell: (stage: string, mark: string, count: string) => string;
  readonly grid: string;
  readonly sortBy: (column: string) => string;
  readonly regression: string;
  /** Everything of a row is proven, inferred or attested. */
  readonly settled: string;
  readonly details: Readonly<Record<"close" | "guide" | "waitsFor" | "accepted" | "word" | "who" | "since" | "verified" | "inferred" | "stale" | "against" | "ends" | "endsAtTheLatest" | "surprise", string>>;
  readonly word: (by: string, at: string, until: string) => string;
  readonly stepNumber: (number: number) => string;
  readonly moreClaims: Counted;
  readonly requestsSummary: (toSend: string, asked: string, old: string) => string;
  readonly requestColumns: Readonly<Record<"who" | "what" | "state" | "age", string>>;
  readonly noRequests: string;
  readonly noDeadlines: string;
  readonly deadlineColumns: Readonly<Record<"when" | "what" | "state", string>>;
  readonly deadlineStates: Readonly<Record<"past-due" | "due" | "waiting" | "upcoming", string>>;
  readonly more: (count: string) => string;
  readonly forecastColumns: Readonly<Record<"week" | "count" | "what", string>>;
  readonly forecastNothing: string;
  readonly written: (file: string) => string;
  readonly footer: (version: string) => string;
}

export const reportMessages = (language: Language): ReportWords => (language === "fr" ? reportFr : reportEn);
