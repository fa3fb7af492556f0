import { drift, readable } from "../operations/drift.ts";
import { planOffline } from "../operations/plan.ts";
import type { DriftDocument } from "../plan/drift/drift-document.ts";
import { wantedResources, type Plan } from "../plan/plan.ts";
import { renderDriftText } from "../views/run/drift-text.ts";
import type { CommandContext } from "./context.ts";
import { DONE, STEPS_REMAIN, UNPROVEN } from "./exit-code.ts";
import { checkDurations, type FreshnessOptions } from "./freshness.ts";
import { openForCommand } from "./open-run.ts";
import { tellRun, toTell, withOutputs, type OutputOptions, type Outputs } from "./outputs.ts";
import { selectionOf, type SelectionOptions } from "../operations/selection.ts";
import type { TraceOptions } from "./trace-file.ts";

export interface DriftOptions extends SelectionOptions, TraceOptions, FreshnessOptions, OutputOptions {
  readonly offline?: boolean;
  readonly detailedExitcode?: boolean;
}

/** `chorus drift`: what was true and is not. It looks, and records nothing: what it gets has no store. */
export const run = async (context: CommandContext, _args: readonly string[], options: DriftOptions): Promise<number> => {
  checkDurations(options);
  return withOutputs(context, options, async (outputs) => {
    const offline = options.offline === true;
    const { project: opened, language } = await openForCommand(context, { live: !offline });
    const project = readable(opened);
    if (!offline) return (await import("./live-run.ts")).withLivePlan(context, { project, language }, options, ({ plan }) => tell(context, outputs, plan, options));
    const nowMs = context.ports.clock.now();
    const selection = selectionOf(options, (part) => wantedResources(project.desired, nowMs, part));
    return tell(context, outputs, planOffline(project, nowMs, selection), options);
  });
};

const tell = async (context: CommandContext, outputs: Outputs, plan: Plan, { detailedExitcode }: DriftOptions): Promise<number> => {
  const found = drift(plan);
  const told = { command: "drift", ...toTell(outputs, plan), events: [], drift: found } as const;
  await tellRun(context, outputs, told, (screen) => renderDriftText(told, found, screen));
  return detailedExitcode === true ? exitCodeOfDrift(found) : DONE;
};

const exitCodeOfDrift = ({ drifts, proven, unseen }: DriftDocument): number => {
  if (drifts.length > 0) return STEPS_REMAIN;
  return unseen > 0 || proven === 0 ? UNPROVEN : DONE;
};
