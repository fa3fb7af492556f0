import type { Judgement } from "../kinds/kind.ts";
import type { Acceptance, Sighting } from "../model/attestation.ts";
import type { Condition } from "../model/condition.ts";
import type { Instant } from "../model/instant.ts";
import type { UnknownClass } from "../model/observation.ts";
import type { StepReason } from "../model/step.ts";

/** What is weighed for one condition. */
export interface Weighed {
  readonly judgement: Judgement;
  /** The condition as last recorded. */
  readonly recorded: Condition | undefined;
  /** A person's word that covers what is desired today, whether or not its date is past. */
  readonly attestation: Sighting | undefined;
  /** A person's word that it may be otherwise, whether or not its date is past. */
  readonly acceptance?: Acceptance | undefined;
  readonly nowMs: number;
  /** How long a proof from elsewhere counts as seen now. */
  readonly receivedForMs?: number;
  /** The time of an attestation that evidence has already voided. */
  readonly voided?: Instant;
  /** What a mere unknown asks for: see `Kind`; `tell`: a claim beside the first one, which nobody is sent to make true. */
  readonly whenUnknown: "act" | "wait" | "tell";
}

/** The condition as it now stands and why, if at all, a step follows from it. */
export interface Settled {
  readonly condition: Condition;
  /** Proven before, not seen now: why not. */
  readonly stale?: UnknownClass;
  readonly need?: StepReason;
  /** Conclusive evidence against what a person said. */
  readonly voids?: Sighting;
  /** It is false, and that is accepted for a while. */
  readonly accepted?: Acceptance;
}
