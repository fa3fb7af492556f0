import { relative } from "node:path";
import { cliMessages } from "../messages/cli-messages.ts";
import type { Language } from "../messages/language.ts";
import { defined } from "../model/defined.ts";
import { connect, type Live } from "../operations/live.ts";
import { openProject, type Project } from "../operations/open-project.ts";
import { planLive } from "../operations/plan.ts";
import { wantedResources, type Plan } from "../plan/plan.ts";
import { renderApplyEvents } from "../views/apply-text.ts";
import { createProgress } from "../views/progress.ts";
import { entryOf, screenFor, trustOf, type CommandContext, type Screen } from "./context.ts";
import { selectionOf, type SelectionOptions } from "./selection.ts";

export interface OpenedProject {
  readonly project: Project;
  readonly language: Language;
}

/** Opens the configuration's project. Its warnings are counted on stderr: with thousands of clients there are many. */
export const openForCommand = async (
  context: CommandContext,
  options: { readonly live: boolean; readonly newState?: boolean },
): Promise<OpenedProject> => {
  const { ports } = context;
  const { stderr } = ports.terminal;
  const entry = await entryOf(context);
  const project = await openProject(ports, { entry, trust: trustOf(context), ...options });
  const screen = screenFor(context, stderr, project.desired.language);
  if (project.warnings.length > 0) stderr.write(`${cliMessages(screen.language).warnings(project.warnings.length)}\n`);
  return { project, language: screen.language };
};

export interface LivePlan {
  readonly plan: Plan;
  readonly live: Live;
  readonly run: { readonly requests: number; readonly durationMs: number };
}

/** Observes with progress on stderr, plans, hands the plan over and leaves the platforms whatever comes of it. */
export const withLivePlan = async <T>(
  context: CommandContext,
  { project, language }: OpenedProject,
  options: SelectionOptions,
  use: (planned: LivePlan) => Promise<T>,
): Promise<T> => {
  const { clock, terminal, variables } = context.ports;
  const startedAt = clock.now();
  const selection = selectionOf(options, () => wantedResources(project.desired, startedAt));
  const live = connect(context.ports, project, trustOf(context), context.signal);
  const progress = createProgress(terminal.stderr, language, variables["CI"] !== undefined);
  try {
    const plan = await planLive(project, live, context.ports, defined({
      onProgress: (event) => progress.report(event),
      selection,
    }));
    await progress.stop();
    const run = { requests: live.requests(), durationMs: clock.now() - startedAt };
    return await use({ plan, live, run });
  } finally {
    await progress.stop();
    await live.close();
  }
};

/** What a run wrote, or that it wrote nothing. */
export const recordedLine = ({ cwd }: CommandContext, place: string, subjects: number, screen: Screen): string =>
  subjects === 0
    ? `${cliMessages(screen.language).nothingRecorded}\n`
    : renderApplyEvents([{ event: "recorded", file: relative(cwd, place), subjects }], screen);
