import type { ApplyEvent } from "../apply/events.ts";
import { recordPlan } from "../operations/record.ts";
import type { CommandContext } from "./context.ts";
import { exitCodeOf } from "./exit-code.ts";
import { failOn, parseFailOn } from "./fail-on.ts";
import type { FreshnessOptions } from "./freshness.ts";
import { withLivePlan } from "./live-run.ts";
import { openForCommand, recordedLine } from "./open-run.ts";
import { tellEvents, tellRun, toTell, withOutputs, type OutputOptions } from "./outputs.ts";
import { placeFrom } from "./place-from.ts";
import { runBegins } from "./run-begins.ts";
import type { SelectionOptions } from "../operations/selection.ts";
import { stateOptionsOf, type StateCommandOptions } from "./state-options.ts";
import type { StopCommandOptions } from "./stop-options.ts";
import type { TraceOptions } from "./trace-file.ts";

export interface RefreshOptions extends StateCommandOptions, SelectionOptions, TraceOptions, FreshnessOptions, OutputOptions, StopCommandOptions {
  readonly failOn?: readonly string[];
  readonly detailedExitcode?: boolean;
}

/** `chorus refresh`: observes and records. No step is done, nothing is asked of anybody. */
export const run = async (context: CommandContext, _args: readonly string[], options: RefreshOptions): Promise<number> =>
  withOutputs(context, options, async (outputs) => {
    const wanted = parseFailOn(options.failOn);
    const opened = await openForCommand(context, { live: true, ...stateOptionsOf(options) }, options);
    await runBegins(context, outputs, { command: "refresh", project: opened.project, options });
    const { place } = opened.project.store;
    return withLivePlan(context, opened, options, async ({ plan }) => {
      const subjects = await recordPlan(opened.project, plan, context.ports.clock.now());
      const events: readonly ApplyEvent[] = subjects === 0 ? [] : [{ event: "recorded", file: placeFrom(context, place), subjects }];
      await tellEvents(context, outputs, events);
      await tellRun(context, outputs, { command: "refresh", ...toTell(outputs, plan), events }, (screen) => recordedLine(context, place, subjects, screen));
      failOn(plan, wanted);
      return exitCodeOf(plan.document, options.detailedExitcode === true);
    });
  });
