import type { EnvironmentName } from "../../model/environment.ts";

/** How far the questions of one application have come. */
export interface ProgressReport {
  readonly environment: EnvironmentName;
  readonly application: string;
  readonly answered: number;
  readonly asked: number;
}

export interface ProgressView {
  report(progress: ProgressReport): void;
  /** Takes what moves off the screen. May be called more than once. */
  stop(): Promise<void>;
}
