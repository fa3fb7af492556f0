import type { EnvironmentName } from "../../model/environment.ts";

/** How far the questions of one application have come. */
export interface ProgressReport {
  readonly environment: EnvironmentName;
  readonly application: string;
  readonly answered: number;
  readonly asked: number;
  readonly retrying?: RetryReport;
}

/** What failed and is tried again: which try comes next, of how many. */
export interface RetryReport {
  readonly code: string;
  readonly tries: number;
  readonly of: number;
}

export interface ProgressView {
  report(progress: ProgressReport): void;
  /** Takes what moves off the screen. May be called more than once. */
  stop(): Promise<void>;
}
