import { planOffline } from "../operations/plan.ts";
import type { SealedPlan } from "../plan/plan-document.ts";
import { sealPlan } from "../plan/seal-plan.ts";
import type { RunOptions } from "./options.ts";
import { openRun, runLive } from "./run-live.ts";

export interface PlanOptions extends RunOptions {
  /** Rests on what is recorded: nothing is asked, no secret is needed. */
  readonly offline?: boolean;
}

/**
 * What stands, what must still be done and what is not known, as `chorus plan --format json` prints it
 * (`schemas/plan.schema.json`). Reads only. Rejects with `ChorusError` where the configuration or the state is wrong, and
 * with the signal's reason where it is aborted.
 */
export const plan = async (options: PlanOptions): Promise<SealedPlan> => {
  const opened = await openRun(options, "plan", options.offline !== true);
  const { project, ports, selection } = opened;
  if (options.offline === true) return sealPlan(planOffline(project, ports.clock.now(), selection));
  return runLive(opened, options, async (made) => sealPlan(made));
};
