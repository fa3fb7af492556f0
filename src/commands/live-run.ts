import { cliMessages } from "../messages/cli-messages.ts";
import { defined } from "../model/defined.ts";
import { changedSince } from "../operations/changed-since.ts";
import { connect, type Live } from "../operations/live.ts";
import type { ReadableProject } from "../operations/open-project.ts";
import { planLive } from "../operations/plan-live.ts";
import { selectionOf, type SelectionOptions } from "../operations/selection.ts";
import type { Progress } from "../observe/observe.ts";
import { wantedResources, type Plan } from "../plan/plan.ts";
import { openMachineMemory } from "../state/machine-memory.ts";
import { createProgress } from "../views/progress.ts";
import type { RunCost } from "../views/text/plan-header.ts";
import { trustOf, type CommandContext } from "./context.ts";
import { freshnessOf, timeoutOf, type FreshnessOptions } from "./freshness.ts";
import type { OpenedProject } from "./open-run.ts";
import { openTrace, type TraceOptions } from "./trace-file.ts";

/** What observing takes: nothing is recorded by it. */
export type Observable = Omit<OpenedProject, "project"> & { readonly project: ReadableProject };

export interface LivePlan {
  readonly plan: Plan;
  readonly live: Live;
  readonly run: RunCost;
}

/** Observes with progress on stderr, plans, hands the plan over and leaves the platforms whatever comes of it. */
export const withLivePlan = async <T>(
  context: CommandContext,
  { project, language }: Observable,
  options: SelectionOptions & TraceOptions & FreshnessOptions,
  use: (planned: LivePlan) => Promise<T>,
): Promise<T> => {
  const { clock, terminal, variables } = context.ports;
  const startedAt = clock.now();
  const selection = selectionOf(options, (part) => wantedResources(project.desired, startedAt, part));
  const freshness = freshnessOf(options);
  const timeoutMs = timeoutOf(options);
  const changed = options.changedSince === undefined ? undefined : await changedSince(context.ports, project, options.changedSince);
  const trace = await openTrace(context, options, language);
  const memory = await openMachineMemory(project.folder, context.ports, freshness.everything);
  const deadline = withTimeout(context, timeoutMs);
  const live = connect(context.ports, project, trustOf(context), defined({ signal: deadline.signal, recorder: trace?.recorder, memory }));
  const progress = createProgress(terminal.stderr, language, variables["CI"] !== undefined);
  try {
    const { plan, reused } = await planLive(project, live, context.ports, defined({
      ...freshness,
      changed,
      onProgress: (event: Progress) => progress.report(event),
      selection,
      signal: deadline.signal,
    }));
    await progress.stop();
    if (context.signal.aborted) {
      terminal.stderr.write(`${cliMessages(language).interrupted}\n`);
      throw context.signal.reason;
    }
    if (deadline.signal.aborted) terminal.stderr.write(`${cliMessages(language).timeUp}\n`);
    const run = { requests: live.requests(), durationMs: clock.now() - startedAt, reused };
    return await use({ plan, live, run });
  } finally {
    deadline.release();
    await progress.stop();
    await live.close();
    await trace?.close();
  }
};

/** Ends what waits when the person says so, or when the time is up: then the rest is not asked. */
const withTimeout = ({ ports, signal }: CommandContext, timeoutMs: number | undefined): { readonly signal: AbortSignal; release(): void } => {
  if (timeoutMs === undefined) return { signal, release: () => undefined };
  const deadline = new AbortController();
  const over = new AbortController();
  const ring = (): void => deadline.abort();
  ports.clock.sleep(timeoutMs, over.signal).then(ring, () => undefined);
  return { signal: AbortSignal.any([signal, deadline.signal]), release: () => over.abort() };
};
