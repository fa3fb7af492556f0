import type { EnvironmentName } from "./environment.ts";
import type { Question } from "./question.ts";

/** Requests of one kind that one application's questions cost: at least where all is well, at most without a fault. */
export interface RequestEstimate {
  readonly environment: EnvironmentName;
  readonly application: string;
  /** `POST /cpro/structures/v1/consulter`, or `token`. */
  readonly request: string;
  /** The questions that it answers. */
  readonly answers: readonly Question["ask"][];
  readonly least: number;
  readonly most: number;
}
