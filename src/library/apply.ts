import { apply as applyPlan } from "../operations/apply.ts";
import { guard } from "../operations/guard.ts";
import { recordPlan } from "../operations/record.ts";
import type { Address } from "../model/address.ts";
import { defined } from "../model/defined.ts";
import type { SealedPlan } from "../plan/plan-document.ts";
import { sealPlan } from "../plan/seal-plan.ts";
import type { RunOptions } from "./options.ts";
import { openRun, runLive } from "./run-live.ts";

export interface ApplyOptions extends RunOptions {
  /** A plan that was reviewed: of each resource what it says is done, and what differs is held back. */
  readonly reviewed?: SealedPlan;
  /** Whether Chorus may do the steps that it can do itself, without a reviewed plan that has them. */
  readonly write?: boolean;
  /** As `--allow-ends`: more than one structure in five may end. */
  readonly allowEnds?: boolean;
  /** As `--max-changes`. */
  readonly maxChanges?: number;
}

export interface Applied {
  /** What remains. */
  readonly plan: SealedPlan;
  /** Subjects of the state that changed. */
  readonly recorded: number;
  /** Resources that were left as they were, since they differ from what was reviewed. */
  readonly held: readonly Address[];
}

/**
 * Observes, verifies, does what Chorus may do, and records what is proven, as `chorus apply --non-interactive`. Rejects as
 * `plan` does; then nothing is recorded.
 */
export const apply = async (options: ApplyOptions): Promise<Applied> => {
  const { reviewed, write, onEvent, allowEnds, maxChanges } = options;
  const { environment, targets } = reviewed?.selection ?? {};
  const chosen = { ...defined({ environment, targets }), ...options };
  const opened = await openRun(chosen, "apply", true);
  const { project, ports, selection } = opened;
  guard(project, defined({ selection, nowMs: ports.clock.now(), allowEnds, maxChanges }));
  return runLive(opened, chosen, async (plan, live) => {
    const applying = applyPlan(plan, live, defined({ mayWrite: write === true || reviewed !== undefined, reviewed }));
    let next = await applying.next();
    while (next.done !== true) {
      onEvent?.(next.value);
      next = await applying.next();
    }
    const { plan: applied, held } = next.value;
    const recorded = await recordPlan(opened.project, applied, opened.ports.clock.now(), held);
    return { plan: sealPlan(applied), recorded, held: [...held].toSorted() };
  });
};
