import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { defined } from "../model/defined.ts";
import { guard } from "../operations/guard.ts";
import type { Project } from "../operations/open-project.ts";
import { selectionOf, type SelectionOptions } from "../operations/selection.ts";
import { wantedResources } from "../plan/plan.ts";
import type { StopOptions } from "../plan/review/stops.ts";
import type { CommandContext } from "./context.ts";

/** How much a change may end or change, as it is given. */
export interface StopCommandOptions {
  readonly maxChanges?: string;
  readonly allowEnds?: boolean;
}

export const stopOptionsOf = ({ allowEnds, maxChanges }: StopCommandOptions): StopOptions => {
  if (maxChanges === undefined || /^\d{1,9}$/.test(maxChanges)) return defined({ allowEnds, maxChanges: maxChanges === undefined ? undefined : Number(maxChanges) });
  throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "invalid-argument", value: maxChanges, of: "--max-changes", allowed: "0, 1, 2…" })]);
};

/** Before a run that records asks anything: it may end or change only so much against what was recorded. */
export const guardRun = ({ ports }: CommandContext, project: Project, options: StopCommandOptions & SelectionOptions): void => {
  const nowMs = ports.clock.now();
  const selection = selectionOf(options, () => wantedResources(project.desired, nowMs));
  guard(project, { ...stopOptionsOf(options), selection, nowMs });
};
