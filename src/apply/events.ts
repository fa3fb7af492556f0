import type { Address } from "../model/address.ts";
import type { Condition } from "../model/condition.ts";
import type { StepArguments } from "../model/step.ts";
import type { PlanChange } from "../plan/compare-plans.ts";

/** What happened while a plan was applied, in order. Views render it, tests assert it. */
export type ApplyEvent =
  | { readonly event: "became-true"; readonly address: Address; readonly condition: Condition }
  | { readonly event: "drifted"; readonly address: Address; readonly condition: Condition }
  | { readonly event: "attested"; readonly address: Address }
  | { readonly event: "wrote"; readonly address: Address; readonly arguments: StepArguments }
  | { readonly event: "write-refused"; readonly address: Address; readonly status?: number }
  | { readonly event: "held"; readonly address: Address; readonly change: PlanChange }
  | { readonly event: "recorded"; readonly file: string; readonly subjects: number };
