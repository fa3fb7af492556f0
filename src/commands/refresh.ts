import { recordPlan } from "../operations/record.ts";
import { screenFor, type CommandContext } from "./context.ts";
import { exitCodeOf } from "./exit-code.ts";
import type { FreshnessOptions } from "./freshness.ts";
import { openForCommand, recordedLine, withLivePlan } from "./live-run.ts";
import type { SelectionOptions } from "./selection.ts";
import { stateOptionsOf, type StateCommandOptions } from "./state-options.ts";
import type { TraceOptions } from "./trace-file.ts";

export interface RefreshOptions extends StateCommandOptions, SelectionOptions, TraceOptions, FreshnessOptions {
  readonly detailedExitcode?: boolean;
}

/** `chorus refresh`: observes and records. No step is done, nothing is asked of anybody. */
export const run = async (context: CommandContext, _args: readonly string[], options: RefreshOptions): Promise<number> => {
  const { clock, terminal } = context.ports;
  const opened = await openForCommand(context, { live: true, ...stateOptionsOf(options) });
  return withLivePlan(context, opened, options, async ({ plan }) => {
    const subjects = await recordPlan(opened.project, plan, clock.now());
    const screen = screenFor(context, terminal.stdout, opened.project.desired.language);
    terminal.stdout.write(recordedLine(context, opened.project.store.place, subjects, screen));
    return exitCodeOf(plan.document, options.detailedExitcode === true);
  });
};
