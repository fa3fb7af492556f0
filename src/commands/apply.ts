import { resolve } from "node:path";
import { cliMessages } from "../messages/cli-messages.ts";
import { defined } from "../model/defined.ts";
import { apply } from "../operations/apply.ts";
import { readPlan } from "../operations/read-plan.ts";
import { recordPlan } from "../operations/record.ts";
import { createApplyView } from "../views/apply-text.ts";
import type { PlanDocument } from "../plan/plan-document.ts";
import { renderPlanSummary } from "../views/plan-text.ts";
import { screenFor, type CommandContext } from "./context.ts";
import { CANCELLED, exitCodeOf } from "./exit-code.ts";
import type { FreshnessOptions } from "./freshness.ts";
import { openForCommand, recordedLine, withLivePlan } from "./live-run.ts";
import type { SelectionOptions } from "./selection.ts";
import { stateOptionsOf, type StateCommandOptions } from "./state-options.ts";
import type { TraceOptions } from "./trace-file.ts";
import { guide } from "./walk/guide.ts";

export interface ApplyCommandOptions extends StateCommandOptions, SelectionOptions, TraceOptions, FreshnessOptions {
  readonly actor?: string;
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
export const run = async (
  context: CommandContext,
  [reviewedFile]: readonly string[],
  options: ApplyCommandOptions,
): Promise<number> => {
  const { ports, cwd } = context;
  const { stdout } = ports.terminal;
  const reviewed = reviewedFile === undefined ? undefined : await readPlan(resolve(cwd, reviewedFile), ports.files);
  const opened = await openForCommand(context, { live: true, ...stateOptionsOf(options) });
  const chosen = { ...partOf(reviewed), ...options };
  const messages = cliMessages(opened.language);
  return withLivePlan(context, opened, chosen, async ({ plan, live }) => {
    const screen = screenFor(context, stdout, opened.project.desired.language);
    const writes = plan.document.summary.stepsByChorus;
    const isAgreed = reviewed !== undefined || options.yes === true;
    const mayWrite = writes > 0 && (isAgreed || (await confirmed(context, messages.confirmWrites(writes))));
    if (writes > 0 && !mayWrite) ports.terminal.stderr.write(`${messages.writesLeft(writes)}\n`);
    const applying = apply(plan, live, defined({ mayWrite, reviewed }));
    const view = createApplyView(screen);
    let next = await applying.next();
    while (next.done !== true) {
      stdout.write(view.push(next.value));
      next = await applying.next();
    }
    stdout.write(view.end());
    const { plan: applied, held } = next.value;
    const subjects = await recordPlan(opened.project, applied, ports.clock.now(), held);
    stdout.write(recordedLine(context, opened.project.store.place, subjects, screen));
    const walked = await guide(context, { project: opened.project, plan, live }, next.value, options);
    if (walked?.interrupted === true) return CANCELLED;
    const document = walked?.document ?? applied.document;
    const actor = options.actor === undefined ? {} : { actor: options.actor };
    stdout.write(`\n${renderPlanSummary(document, { ...screen, ...actor })}`);
    return exitCodeOf(document, options.detailedExitcode === true);
  });
};

/** A plan of a part is applied to that part: the rest was not reviewed, and is not asked about. */
const partOf = (reviewed: PlanDocument | undefined): SelectionOptions => {
  const { environment, targets } = reviewed?.selection ?? {};
  return defined({ env: environment, target: targets });
};

/** Only a person at a terminal can say yes; without one, nothing waits and nothing is written. */
const confirmed = async ({ ports }: CommandContext, question: string): Promise<boolean> => {
  const answer = await ports.terminal.ask(question);
  return answer !== undefined && /^(o|oui|y|yes)$/i.test(answer.trim());
};
