import type { Address, KindName } from "../../model/address.ts";
import type { Before, ConditionType } from "../../model/condition.ts";
import type { Instant } from "../../model/instant.ts";
import type { DocumentHead } from "../document-head.ts";
import type { PlannedCondition } from "../plan-document.ts";

/** What was true and is not, though the configuration did not change. As JSON it is `schemas/drift.schema.json`. */
export interface DriftDocument extends DocumentHead {
  readonly format: "chorus-drift";
  readonly version: 1;
  /** What came last comes first. */
  readonly drifts: readonly Drift[];
  /** Differences that are accepted for a while: no drift. */
  readonly accepted: number;
  /** Facts that were proven before this run: where there are none, nothing can have drifted, and nothing is fine either. */
  readonly proven: number;
  /** Proven before, and not seen this time: neither drift nor fine. */
  readonly unseen: number;
}

export interface Drift {
  readonly address: Address;
  readonly kind: KindName;
  readonly client?: string;
  readonly type: ConditionType;
  /** When it was first seen not to be so. */
  readonly since: Instant;
  /** What proved it; absent where that was not kept. */
  readonly before?: Before;
  readonly now: Pick<PlannedCondition, "reason" | "proof" | "provenAt" | "evidence" | "stale">;
}
