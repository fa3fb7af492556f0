import type { Address, KindName } from "../model/address.ts";
import type { Acceptance } from "../model/attestation.ts";
import type { Cause } from "../model/cause.ts";
import type { Condition } from "../model/condition.ts";
import type { Desired, Topology } from "../model/desired.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { Instant } from "../model/instant.ts";
import type { UnknownClass } from "../model/observation.ts";
import type { Selection } from "./selection.ts";
import type { Step, StepAction } from "../model/step.ts";

/**
 * A plan: what stands, what must still be done and in which order, what is not known and why. Every output is rendered
 * from it; sealed, it is `schemas/plan.schema.json`.
 */
export interface PlanDocument {
  readonly format: "chorus-plan";
  readonly version: 1;
  readonly createdAt: Instant;
  readonly topology: Topology;
  readonly language?: NonNullable<Desired["language"]>;
  /** Nothing was asked: it rests on what was recorded. */
  readonly offline: boolean;
  /** What it rests on instead of the state that the configuration names: a copy of it, or none. */
  readonly state?: "copy" | "none";
  /** The part of the configuration that it is about; absent: all of it. */
  readonly selection?: Selection;
  readonly summary: Summary;
  readonly environments: readonly EnvironmentSummary[];
  readonly steps: readonly Step[];
  readonly resources: readonly PlannedResource[];
  readonly notices: readonly Notice[];
}

export interface Summary {
  readonly structures: number;
  readonly resources: number;
  readonly inOrder: number;
  readonly toDo: number;
  readonly unknown: number;
  /** Differences that are accepted for a while; absent: none. */
  readonly accepted?: number;
  readonly paused: number;
  readonly stepsByHand: number;
  readonly stepsByChorus: number;
  readonly stepsWaiting: number;
}

export interface EnvironmentSummary {
  readonly environment: EnvironmentName;
  readonly proven: number;
  readonly attested: number;
  readonly toDo: number;
  readonly unknown: number;
  /** Absent: none. */
  readonly accepted?: number;
  readonly due: number;
}

export interface PlannedResource {
  readonly address: Address;
  readonly kind: KindName;
  readonly client?: string;
  readonly status: ResourceStatus;
  readonly conditions: readonly PlannedCondition[];
  /** Addresses whose open steps stand before anything can be known of it. */
  readonly waitsFor?: readonly Address[];
  /** Was true, and is not, though the configuration did not change and nobody accepts it. */
  readonly drifted?: boolean;
}

/** A plan as others read it, as JSON: `sealPlan` makes it. */
export interface SealedPlan extends PlanDocument {
  readonly resources: readonly SealedResource[];
}

export interface SealedResource extends PlannedResource {
  /** Fingerprint of what was reviewed: desired values, status and reason of the conditions, step and its arguments. */
  readonly digest: ResourceDigest;
}

export interface ResourceDigest {
  readonly desired: string;
  readonly conditions: string;
  /** Absent where no step follows. */
  readonly step?: { readonly action: string; readonly arguments: string; readonly writes: boolean };
}

/** `accepted`: it is not so, which is accepted until a date: no step, and never in order. */
export const RESOURCE_STATUSES = ["in-order", "to-do", "unknown", "accepted", "paused"] as const;

export type ResourceStatus = (typeof RESOURCE_STATUSES)[number];

export interface PlannedCondition extends Condition {
  readonly stale?: UnknownClass;
  /** By whom, until when and why it is accepted that it is not so. */
  readonly accepted?: AcceptedDifference;
  /** Why it may be false, unknown, or not seen now; the likeliest first. */
  readonly causes?: readonly Cause[];
}

export interface AcceptedDifference extends Pick<Acceptance, "by" | "at" | "until"> {
  readonly reason: string;
}

/** Something to know that asks for no step. */
export type Notice =
  /** More passwords end than the weeks before have room for: so many, whose ends lie between two dates. */
  | { readonly notice: "renewals-beyond"; readonly count: number; readonly from: Instant; readonly until: Instant }
  | { readonly notice: "reach-beyond"; readonly address: Address; readonly count: number }
  | { readonly notice: "qualification-first"; readonly application: string }
  | { readonly notice: "attestation-voided"; readonly address: Address; readonly attestedAt: Instant }
  /** It is about something else than what is wanted today. */
  | { readonly notice: "attestation-outdated"; readonly address: Address; readonly attestedAt: Instant }
  /** The difference that was accepted is gone. */
  | { readonly notice: "difference-over"; readonly address: Address; readonly attestedAt: Instant }
  | { readonly notice: "attestation-unmatched"; readonly address: Address }
  /** Guides of its steps that nobody has reviewed for a year, and the day on which the oldest was. */
  | { readonly notice: "guides-stale"; readonly actions: readonly StepAction[]; readonly reviewedAt: string };
