import { cliMessages } from "../messages/cli-messages.ts";
import type { Language } from "../messages/language.ts";
import { defined } from "../model/defined.ts";
import { changedSince } from "../operations/changed-since.ts";
import { connect, type Live } from "../operations/live.ts";
import { openProject, type OpenOptions, type Project, type ReadableProject } from "../operations/open-project.ts";
import { planLive } from "../operations/plan.ts";
import type { Progress } from "../observe/observe.ts";
import { wantedResources, type Plan } from "../plan/plan.ts";
import { openMachineMemory } from "../state/machine-memory.ts";
import { renderApplyEvents } from "../views/apply-text.ts";
import type { RunCost } from "../views/text/plan-header.ts";
import { createProgress } from "../views/progress.ts";
import { entryOf, screenFor, trustOf, type CommandContext, type Screen } from "./context.ts";
import { freshnessOf, timeoutOf, type FreshnessOptions } from "./freshness.ts";
import { placeFrom } from "./place-from.ts";
import { selectionOf, type SelectionOptions } from "../operations/selection.ts";
import { openTrace, type TraceOptions } from "./trace-file.ts";

export interface OpenedProject {
  readonly project: Project;
  readonly language: Language;
}

/** Opens the configuration's project. Its warnings are counted on stderr: with thousands of clients there are many. */
export const openForCommand = async (
  context: CommandContext,
  options: Pick<OpenOptions, "live" | "newState" | "copy" | "lockTimeoutMs" | "few">,
  part: SelectionOptions = {},
): Promise<OpenedProject> => {
  const { ports } = context;
  const { stderr } = ports.terminal;
  const entry = await entryOf(context);
  const onRead = tellMany(context);
  const project = await openProject(ports, { entry, trust: trustOf(context), command: context.command, onRead, ...aboutOf(context, part), ...options });
  const screen = screenFor(context, stderr, project.desired.language);
  if (project.warnings > 0) stderr.write(`${cliMessages(screen.language).warnings(project.warnings)}\n`);
  return { project, language: screen.language };
};

/** With many structures what follows takes a while: nobody should wonder what goes on. Told once. */
const tellMany = (context: CommandContext): NonNullable<OpenOptions["onRead"]> => {
  let told = false;
  return ({ structures, language }) => {
    if (told || structures < MANY) return;
    told = true;
    const { stderr } = context.ports.terminal;
    stderr.write(`${cliMessages(screenFor(context, stderr, language).language).preparing(structures)}\n`);
  };
};

const MANY = 1000;

/** What observing takes: nothing is recorded by it. */
export type Observable = Omit<OpenedProject, "project"> & { readonly project: ReadableProject };

/** Of a run about a few things, nothing else is read of a state that has many. */
const aboutOf = ({ ports }: CommandContext, part: SelectionOptions): Pick<OpenOptions, "about"> =>
  part.target === undefined
    ? {}
    : {
        about: (desired) => {
          const nowMs = ports.clock.now();
          return wantedResources(desired, nowMs, selectionOf(part, (chosen) => wantedResources(desired, nowMs, chosen)));
        },
      };

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

/** What a run wrote, or that it wrote nothing. */
export const recordedLine = (context: Pick<CommandContext, "cwd">, place: string, subjects: number, screen: Screen): string =>
  subjects === 0
    ? `${cliMessages(screen.language).nothingRecorded}\n`
    : renderApplyEvents([{ event: "recorded", file: placeFrom(context, place), subjects }], screen);
