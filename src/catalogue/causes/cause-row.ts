import type { CauseCode } from "../../model/cause.ts";
import type { Clue } from "../../model/clue.ts";
import type { EnvironmentName } from "../../model/environment.ts";
import type { Reason } from "../../model/observation.ts";

/** A cause, of what it may be one, and what tells it from the others. */
export interface CauseRow {
  readonly cause: CauseCode;
  /** The reasons of a condition of which it may be the cause. */
  readonly of: readonly Reason[];
  /** The only environment where it can be. */
  readonly in?: EnvironmentName;
  /** Each of these tells it from the others, the clearest first: it then comes before what is merely possible. */
  readonly told: readonly Clue[];
  /** Each of these rules it out. */
  readonly unless?: readonly Clue[];
  /** Too far-fetched to be named unless something tells it. */
  readonly onlyTold?: true;
  /** Who says so. */
  readonly source: string;
}
