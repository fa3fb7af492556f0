import type { StepAction } from "../../model/step.ts";
import type { ToldRun } from "./told-run.ts";

/**
 * What GitLab's merge request widget shows (`artifacts:reports:terraform`): how many things are to be created, changed and
 * removed, of a review those for which the change asks, of a drift what is to be put right. Its parser wants these three counts and reads nothing else.
 * https://docs.gitlab.com/ci/yaml/artifacts_reports/#artifactsreportsterraform
 */
export const renderRunGitlab = ({ document, review, drift }: ToldRun): string => {
  if (drift !== undefined) return `${JSON.stringify({ create: 0, update: drift.drifts.length, delete: 0 })}\n`;
  const steps = review === undefined ? document.steps : [...review.steps.added, ...review.steps.changed];
  const count = (wanted: Change): number =>
    steps.filter(({ action, why }) => changeOf(action, why) === wanted).reduce((sum, { items }) => sum + items.length, 0);
  return `${JSON.stringify({ create: count("create"), update: count("update"), delete: count("delete") })}\n`;
};

type Change = "create" | "update" | "delete";

const changeOf = (action: StepAction, why: string): Change => {
  if (REMOVALS.has(action)) return "delete";
  return why === "missing" || why === "unproven" ? (UPDATES.has(action) ? "update" : "create") : "update";
};

const REMOVALS: ReadonlySet<StepAction> = new Set(["remove-raccordement", "retire-compte-technique", "detach-structure"]);

/** What is there, and is changed. */
const UPDATES: ReadonlySet<StepAction> = new Set(["reset-password", "set-edi", "set-edi-by-hand"]);
