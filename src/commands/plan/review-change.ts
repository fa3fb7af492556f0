import { stopUnlessAllowed } from "../../operations/guard.ts";
import { review } from "../../operations/review.ts";
import { selectionOf } from "../../operations/selection.ts";
import { wantedResources } from "../../plan/plan.ts";
import type { StateCopy } from "../../state/state-copy.ts";
import { renderReviewText } from "../../views/run/review-text.ts";
import type { CommandContext } from "../context.ts";
import { exitCodeOf } from "../exit-code.ts";
import { openForCommand } from "../open-run.ts";
import { tellRun, toTell, type Outputs } from "../outputs.ts";
import type { PlanCommandOptions } from "../plan.ts";
import { stopOptionsOf } from "../stop-options.ts";
import { keepPlan } from "./keep-plan.ts";

/** `chorus plan --against REV`: what a change asks for, on what was recorded. What must not go on is told with it, and ends the run. */
export const reviewChange = async (
  context: CommandContext,
  outputs: Outputs,
  options: PlanCommandOptions & { readonly against: string },
  copy: StateCopy | undefined,
): Promise<number> => {
  const { against } = options;
  const limits = stopOptionsOf(options);
  const { project } = await openForCommand(context, { live: false, newState: options.newState === true, copy });
  const selection = selectionOf(options, (part) => wantedResources(project.desired, context.ports.clock.now(), part));
  const { plan, review: found } = await review(context.ports, project, { against, selection, ...limits });
  const told = toTell(outputs, plan, options.out !== undefined);
  const { document } = told;
  await tellRun(context, outputs, { command: "plan", ...told, events: [], review: found }, (screen) => renderReviewText(found, document, screen));
  await keepPlan(context, told, options);
  stopUnlessAllowed(found.stops, document.language);
  return exitCodeOf({ ...document, steps: [...found.steps.added, ...found.steps.changed] }, options.detailedExitcode === true);
};
