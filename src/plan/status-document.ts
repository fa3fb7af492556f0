import type { Topology } from "../model/desired.ts";
import type { Instant } from "../model/instant.ts";
import type { Step, StepReason } from "../model/step.ts";
import type { ClientStages } from "./client-stages.ts";
import type { Deadline } from "./deadline.ts";
import type { ForecastWeek } from "./forecast.ts";
import type { EnvironmentSummary, Notice, PlanDocument, Summary } from "./plan-document.ts";

/** The picture: how much stands where, and what ends when. As JSON it is `schemas/status.schema.json`. */
export interface StatusDocument extends Pick<PlanDocument, "selection" | "language" | "offline"> {
  readonly format: "chorus-status";
  readonly version: 1;
  readonly createdAt: Instant;
  readonly topology: Topology;
  readonly summary: Summary;
  readonly environments: readonly EnvironmentStatus[];
  /** Only what is to be seen to within this time is listed: `30d`. */
  readonly within?: string;
  /** What is to be seen to first comes first. */
  readonly deadlines: readonly Deadline[];
  /** The next 60 weeks, where asked for. */
  readonly forecast?: readonly ForecastWeek[];
  readonly notices: readonly Notice[];
}

export interface EnvironmentStatus extends EnvironmentSummary {
  readonly paused: number;
  readonly steps: readonly StepCount[];
  /** When the oldest fact that an API proved was last seen; absent where none was. */
  readonly oldestProofAt?: Instant;
  /** Absent where nothing there is a client's. */
  readonly clients?: ClientStages;
}

/** Open steps that are alike. */
export interface StepCount extends Pick<Step, "mode"> {
  readonly why: StepReason;
  readonly count: number;
  /** Of them, those that wait for another. */
  readonly waiting: number;
}
