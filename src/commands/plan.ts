import { resolve } from "node:path";
import { defined } from "../model/defined.ts";
import { fewStructuresOf } from "../operations/few-structures.ts";
import { planOffline } from "../operations/plan.ts";
import { selectionOf, type SelectionOptions } from "../operations/selection.ts";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { wantedResources } from "../plan/plan.ts";
import type { StateCopy } from "../state/state-copy.ts";
import { renderPlanText } from "../views/plan-text.ts";
import type { CommandContext } from "./context.ts";
import { exitCodeOf } from "./exit-code.ts";
import { checkDurations, type FreshnessOptions } from "./freshness.ts";
import type { LivePlan } from "./live-run.ts";
import { openForCommand } from "./open-run.ts";
import { requireFolder } from "./out-file.ts";
import { tellRun, toTell, withOutputs, type OutputOptions, type Outputs, type PlanToTell } from "./outputs.ts";
import { keepPlan } from "./plan/keep-plan.ts";
import type { StopCommandOptions } from "./stop-options.ts";
import type { TraceOptions } from "./trace-file.ts";

export interface PlanCommandOptions extends SelectionOptions, TraceOptions, FreshnessOptions, OutputOptions, StopCommandOptions {
  readonly offline?: boolean;
  readonly out?: string;
  readonly actor?: string;
  readonly detailedExitcode?: boolean;
  readonly newState?: boolean;
  /** A file, or `none`. */
  readonly state?: string;
  readonly explainRequests?: boolean;
  readonly against?: string;
}

/** `chorus plan`: what stands, what must still be done, what is not known. It changes nothing. */
export const run = async (context: CommandContext, _args: readonly string[], options: PlanCommandOptions): Promise<number> => {
  checkDurations(options);
  return withOutputs(context, options, (outputs) => planned(context, outputs, options));
};

const planned = async (context: CommandContext, outputs: Outputs, options: PlanCommandOptions): Promise<number> => {
  const { against, out, where } = options;
  // What a filter leaves out nobody would review.
  for (const [flag, given] of [["--out", out], ["--against", against]] as const) {
    if (where !== undefined && given !== undefined) throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "contradictory", value: `--where, ${flag}` })]);
  }
  if (out !== undefined) await requireFolder(context, out);
  const copy = copyOf(context, options);
  if (against !== undefined) return (await import("./plan/review-change.ts")).reviewChange(context, outputs, { ...options, against }, copy);
  const offline = options.offline === true || copy !== undefined;
  const few = offline && options.explainRequests !== true ? fewStructuresOf(options.target, context.build) : undefined;
  const opened = await openForCommand(context, { live: !offline, newState: options.newState === true, copy, few }, options);
  const { project } = opened;
  if (options.explainRequests === true) return (await import("./plan/requests-ahead.ts")).tellRequestsAhead(context, opened, options);
  // What observes is loaded where something is observed: whoever plans offline waits for nothing of it.
  if (!offline) return (await import("./live-run.ts")).withLivePlan(context, opened, options, ({ plan, run: seen }) => tell(context, outputs, toTell(outputs, plan, out !== undefined), options, seen));
  const nowMs = context.ports.clock.now();
  const selection = selectionOf(options, (part) => wantedResources(project.desired, nowMs, part));
  return tell(context, outputs, toTell(outputs, planOffline(project, nowMs, selection), out !== undefined), options);
};

/** Whoever may not read the state, or has none, plans on a copy of it, or on nothing: then no request leaves. */
const copyOf = ({ cwd }: CommandContext, { state }: PlanCommandOptions): StateCopy | undefined =>
  state === undefined || state === "none" ? state : { file: resolve(cwd, state) };

/** Tells a plan in every format that is asked for, and keeps it where that is said. */
const tell = async (
  context: CommandContext,
  outputs: Outputs,
  told: PlanToTell,
  options: PlanCommandOptions,
  seen?: LivePlan["run"],
): Promise<number> => {
  const { actor } = options;
  const { document } = told;
  await tellRun(context, outputs, { command: "plan", ...told, events: [] }, (screen) => renderPlanText(document, defined({ ...screen, actor, run: seen })));
  await keepPlan(context, told, options);
  return exitCodeOf(document, options.detailedExitcode === true);
};
