/**
 * Chorus for programs: `validate`, `plan` and `apply`, as the command runs them. Nothing is printed, nobody is asked, the
 * process goes on whatever happens. What is wrong is a `ChorusError`, with diagnostics that `describe` puts into words.
 */
export { apply, type Applied, type ApplyOptions } from "./library/apply.ts";
export { describe } from "./library/describe.ts";
export type { ProjectOptions, RunEvent, RunOptions } from "./library/options.ts";
export { plan, type PlanOptions } from "./library/plan.ts";
export { validate, type Validation } from "./library/validate.ts";

export { ChorusError } from "./diagnostics/chorus-error.ts";
export type { Diagnostic, Location } from "./diagnostics/diagnostic.ts";
export type { Address } from "./model/address.ts";
export type { Condition, Evidence } from "./model/condition.ts";
export type { Desired } from "./model/desired.ts";
export type { Step } from "./model/step.ts";
export type { SealedPlan as PlanDocument, SealedResource as PlannedResource } from "./plan/plan-document.ts";
