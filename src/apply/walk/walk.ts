import type { Address } from "../../model/address.ts";
import type { Step } from "../../model/step.ts";
import type { PlanDocument } from "../../plan/plan-document.ts";
import type { StepValue } from "./step-values.ts";
import type { StepChange } from "./what-changed.ts";

/** One person's way through the steps of a plan: what there is, what was set aside, what stands before the person. */
export interface Walk {
  readonly document: PlanDocument;
  /** Whose steps; absent: everybody's. */
  readonly worker?: string;
  /** Things whose change nobody reviewed: not worked on. */
  readonly held: ReadonlySet<Address>;
  /** What was set aside in this session, by address and action. */
  readonly aside: ReadonlyMap<string, Aside>;
  /** The one before the person; absent where none can be worked on now. */
  readonly step?: Step;
  /** Steps that came true in this session. */
  readonly done: number;
  /** When each thing was last looked at, in milliseconds since the epoch. */
  readonly lookedAtMs: ReadonlyMap<string, number>;
}

/**
 * - `said`: done, as the person says, and nothing can tell yet: what waits for it can be worked on
 * - `taken-up`: no longer aside, also where the journal of requests says that it is put off
 */
export type Aside = { readonly aside: "said" | "skipped" | "taken-up" } | { readonly aside: "postponed"; readonly untilMs?: number };

/** What happened, on the person's side or on the platforms'. */
export type WalkEvent =
  | { readonly on: "began"; readonly nowMs: number }
  | { readonly on: "key"; readonly key: string; readonly nowMs: number }
  /** The platforms were asked, or a person's word was weighed: the plan as it is now. */
  | { readonly on: "looked"; readonly document: PlanDocument; readonly nowMs: number }
  | { readonly on: "word-given" }
  | { readonly on: "postponed"; readonly untilMs?: number; readonly nowMs: number; readonly document?: PlanDocument }
  /** A question was not answered: the step is still before the person. */
  | { readonly on: "back" }
  | { readonly on: "ended" };

/** What is to be done now, in this order; the last of a list brings the next event. */
export type WalkEffect =
  | { readonly do: "show-step"; readonly step: Step; readonly number: number; readonly of: number }
  | { readonly do: "read-key"; readonly step: Step }
  | { readonly do: "copy"; readonly value: StepValue }
  | { readonly do: "list-values" | "open-portal" | "show-guide" | "show-help" | "ask-word" | "ask-when"; readonly step: Step }
  /** Not before a while has passed since the last look. */
  | { readonly do: "look"; readonly step: Step; readonly waitMs: number }
  | { readonly do: "tell-change"; readonly change: StepChange }
  | { readonly do: "close"; readonly closing: Closing }
  | { readonly do: "leave"; readonly interrupted: boolean };

/** What remains where no step can be worked on now. */
export interface Closing {
  readonly done: number;
  readonly said: number;
  readonly skipped: number;
  /** With the earliest moment at which one comes back, where one has such. */
  readonly postponed: { readonly count: number; readonly untilMs?: number };
  /** Steps of this person that wait for others, whoever does these. */
  readonly waiting: readonly Step[];
}

export interface Walked {
  readonly walk: Walk;
  readonly effects: readonly WalkEffect[];
}
