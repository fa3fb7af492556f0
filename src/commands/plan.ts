import { resolve } from "node:path";
import { defined } from "../model/defined.ts";
import { stepsMeant } from "../model/select-actors.ts";
import { fewStructuresOf } from "../operations/few-structures.ts";
import { planOffline } from "../operations/plan.ts";
import { selectionOf, type SelectionOptions } from "../operations/selection.ts";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { wantedResources } from "../plan/plan.ts";
import type { StateCopy } from "../state/state-copy.ts";
import { renderPlanText } from "../views/plan-text.ts";
import { screenFor, type CommandContext } from "./context.ts";
import { exitCodeOf } from "./exit-code.ts";
import { checkDurations, type FreshnessOptions } from "./freshness.ts";
import { checkListOptions, pageOf, type ListCommandOptions } from "./list-options.ts";
import type { LivePlan } from "./live-run.ts";
import { openForCommand } from "./open-run.ts";
import { requireOutFile } from "./out-file.ts";
import { tellRun, toTell, withOutputs, type OutputOptions, type Outputs, type PlanToTell } from "./outputs.ts";
import { keepPlan } from "./plan/keep-plan.ts";
import type { StopCommandOptions } from "./stop-options.ts";
import type { TraceOptions } from "./trace-file.ts";

export interface PlanCommandOptions extends SelectionOptions, TraceOptions, FreshnessOptions, OutputOptions, StopCommandOptions, ListCommandOptions {
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
  checkList(outputs, options);
  if (out !== undefined) await requireOutFile(context, out);
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

/** A count is a text or JSON of its own; a page is of the text. */
const checkList = ({ all }: Outputs, options: PlanCommandOptions): void => {
  const { against, out, explainRequests } = options;
  const elsewhere = [against !== undefined && "--against", explainRequests === true && "--explain-requests"];
  const others = all.flatMap(({ format, file }) => (file === undefined && (format === "text" || format === "json") ? [] : [`--output ${format}`]));
  const written = all.some(({ format }) => format === "text") ? [] : all.map(({ format }) => `--format ${format}`);
  checkListOptions(options, { count: [...elsewhere, out !== undefined && "--out", ...others], page: [...elsewhere, ...written] });
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
  const { actor, count } = options;
  const { document } = told;
  if (count === true) {
    const listed = actor === undefined ? document.steps : stepsMeant(document.steps, actor);
    const { stdout } = context.ports.terminal;
    const [{ countBy }, { renderCount }] = await Promise.all([import("../model/count.ts"), import("../views/count.ts")]);
    stdout.write(renderCount(countBy(listed, ({ actor: { name, role } }) => name ?? role), screenFor(context, stdout, document.language), outputs.isText ? "text" : "json"));
    return exitCodeOf(document, options.detailedExitcode === true);
  }
  await tellRun(context, outputs, { command: "plan", ...told, events: [] }, (screen) => renderPlanText(document, defined({ ...screen, actor, page: pageOf(options), run: seen })));
  await keepPlan(context, told, options);
  return exitCodeOf(document, options.detailedExitcode === true);
};
