import { resolve } from "node:path";
import type { ApplyEvent } from "../apply/events.ts";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { cliMessages } from "../messages/cli-messages.ts";
import { defined } from "../model/defined.ts";
import { apply } from "../operations/apply.ts";
import { readReviewedPlan } from "../operations/read-plan.ts";
import { recordPlan } from "../operations/record.ts";
import { createApplyView } from "../views/apply-text.ts";
import { planDigest } from "../plan/plan-digest.ts";
import type { SealedPlan } from "../plan/plan-document.ts";
import { renderPlanSummary } from "../views/plan-text.ts";
import { screenFor, type CommandContext, type Screen } from "./context.ts";
import { CANCELLED, exitCodeOf } from "./exit-code.ts";
import type { FreshnessOptions } from "./freshness.ts";
import { withLivePlan } from "./live-run.ts";
import { openForCommand, recordedLine } from "./open-run.ts";
import { tellEvents, tellRun, toTell, withOutputs, type OutputOptions, type Outputs } from "./outputs.ts";
import { placeFrom } from "./place-from.ts";
import { runBegins } from "./run-begins.ts";
import type { SelectionOptions } from "../operations/selection.ts";
import { stateOptionsOf, type StateCommandOptions } from "./state-options.ts";
import type { StopCommandOptions } from "./stop-options.ts";
import type { TraceOptions } from "./trace-file.ts";
import { guide } from "./walk/guide.ts";

export interface ApplyCommandOptions extends StateCommandOptions, SelectionOptions, TraceOptions, FreshnessOptions, OutputOptions, StopCommandOptions {
  readonly actor?: string;
  /** The fingerprint that a review showed. */
  readonly reviewed?: string;
  readonly yes?: boolean;
  readonly nonInteractive?: boolean;
  /** Whose word it is, where the person gives it on the way. */
  readonly by?: string;
  readonly detailedExitcode?: boolean;
}

/**
 * `chorus apply [PLAN]`: observes, verifies, does what Chorus may do, records, takes whoever sits before it through the
 * steps that are left, and shows what remains.
 */
export const run = async (context: CommandContext, args: readonly string[], options: ApplyCommandOptions): Promise<number> =>
  withOutputs(context, options, (outputs) => applied(context, outputs, args, options));

const applied = async (context: CommandContext, outputs: Outputs, [reviewedFile]: readonly string[], options: ApplyCommandOptions): Promise<number> => {
  const { ports, cwd } = context;
  const reviewed = reviewedFile === undefined ? undefined : await readReviewedPlan(resolve(cwd, reviewedFile), ports.files);
  checkReviewed(reviewedFile, reviewed, options);
  const part = { ...partOf(reviewed), ...options };
  const opened = await openForCommand(context, { live: true, ...stateOptionsOf(options) }, part);
  const { project } = opened;
  await runBegins(context, outputs, { command: "apply", project, options: part });
  const messages = cliMessages(opened.language);
  return withLivePlan(context, opened, part, async ({ plan, live }) => {
    const screen = screenFor(context, ports.terminal.stdout, project.desired.language);
    const told = tellerOf(context, outputs, screen);
    const writes = plan.document.summary.stepsByChorus;
    const isAgreed = reviewed !== undefined || options.yes === true;
    const mayWrite = writes > 0 && (isAgreed || (await confirmed(context, messages.confirmWrites(writes))));
    if (writes > 0 && !mayWrite) ports.terminal.stderr.write(`${messages.writesLeft(writes)}\n`);
    const applying = apply(plan, live, defined({ mayWrite, reviewed }));
    let next = await applying.next();
    while (next.done !== true) {
      await told.push(next.value);
      next = await applying.next();
    }
    told.end();
    const { plan: after, held } = next.value;
    const subjects = await recordPlan(project, after, ports.clock.now(), held);
    await told.recorded(project.store.place, subjects);
    const walked = outputs.isText ? await guide(context, { project, plan, live }, next.value, options) : undefined;
    if (walked?.interrupted === true) return CANCELLED;
    const left = toTell(outputs, walked?.plan ?? after);
    if (outputs.isText) ports.terminal.stdout.write(`\n${renderPlanSummary(left.document, defined({ ...screen, actor: options.actor }))}`);
    await tellRun(context, outputs, { command: "apply", ...left, events: told.events });
    return exitCodeOf(left.document, options.detailedExitcode === true);
  });
};

/** Between a review and the apply, the file went through other hands. */
const checkReviewed = (file: string | undefined, plan: SealedPlan | undefined, { reviewed }: ApplyCommandOptions): void => {
  if (reviewed === undefined) return;
  if (plan === undefined || file === undefined) throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "missing-argument", value: "plan" })]);
  const digest = planDigest(plan);
  if (digest !== reviewed) throw new ChorusError([diagnostic("CHR-PLAN-DIGEST", "error", { file, digest, reviewed })]);
};

/** Tells what happens as it happens, to people and to who follows the events, and keeps it for the other outputs. */
const tellerOf = (context: CommandContext, outputs: Outputs, screen: Screen) => {
  const events: ApplyEvent[] = [];
  const view = createApplyView(screen);
  const write = (text: string): void => {
    if (outputs.isText) context.ports.terminal.stdout.write(text);
  };
  return {
    events,
    async push(event: ApplyEvent): Promise<void> {
      events.push(event);
      write(view.push(event));
      await tellEvents(context, outputs, [event]);
    },
    end: (): void => write(view.end()),
    async recorded(place: string, subjects: number): Promise<void> {
      write(recordedLine(context, place, subjects, screen));
      if (subjects === 0) return;
      const event: ApplyEvent = { event: "recorded", file: placeFrom(context, place), subjects };
      events.push(event);
      await tellEvents(context, outputs, [event]);
    },
  };
};

/** A plan of a part is applied to that part: the rest was not reviewed, and is not asked about. */
const partOf = (reviewed: SealedPlan | undefined): SelectionOptions => {
  const { environment, targets } = reviewed?.selection ?? {};
  return defined({ env: environment, target: targets });
};

/** Only a person at a terminal can say yes; without one, nothing waits and nothing is written. */
const confirmed = async ({ ports }: CommandContext, question: string): Promise<boolean> => {
  const answer = await ports.terminal.ask(question);
  return answer !== undefined && /^(o|oui|y|yes)$/i.test(answer.trim());
};
