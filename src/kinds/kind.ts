import type { KindName } from "../model/address.ts";
import type { Clue } from "../model/clue.ts";
import type { Condition, ConditionType, Evidence, ResourceRecord } from "../model/condition.ts";
import type { Desired } from "../model/desired.ts";
import type { Instant } from "../model/instant.ts";
import type { Fact, Observation, Reason, UnknownClass } from "../model/observation.ts";
import type { Question } from "../model/question.ts";
import type { ResourceOf } from "../model/resource.ts";
import type { StepDraft } from "../model/step.ts";
import type { ApplicationEntry } from "./application-entries.ts";
import type { StructureEntry } from "./structure-entries.ts";
import type { NamedStructures } from "./within.ts";

/**
 * A type of resource. Pure: it takes what it wants from the configuration, asks questions, judges the answers and says
 * which step follows; it calls nothing.
 */
export interface Kind<K extends KindName> {
  readonly name: K;
  /**
   * What an unknown that was never proven means. `act`: a person must do it, or attest it. `wait`: it comes with
   * something else, so nobody is sent to do it while that is open.
   */
  readonly whenUnknown: "act" | "wait";
  /** Whether a person's word may stand in for an API's. */
  readonly attestable: boolean;
  /** Days that an attestation holds where the person says nothing else. */
  readonly attestedForDays: number;
  declare(desired: Desired, context: DeclareContext): Iterable<ResourceOf<K>>;
  /**
   * What a fact of this kind is about, beside its address: a record holds and an attestation covers only while this stays
   * the same. Not who acts, nor through what it is asked, nor the names that the configuration gives.
   */
  about(spec: ResourceOf<K>["spec"]): readonly unknown[];
  questions(resource: ResourceOf<K>): readonly Question[];
  /** One judgement for each condition of the resource, always the same ones in the same order. */
  judge(resource: ResourceOf<K>, answers: Answers): readonly Judgement[];
  /** A condition as it stands at a later time, and with what was recorded before in mind: for facts that carry a date. */
  age?(resource: ResourceOf<K>, condition: Condition, nowMs: number, recorded: Condition | undefined): Condition;
  /** A condition that follows from the others of the resource as they stand, where no answer settles it. */
  infer?(resource: ResourceOf<K>, condition: Condition, beside: Beside): Condition;
  /** What tells the causes of what is false or unknown apart, beside the answer itself. */
  clues?(resource: ResourceOf<K>, known: Known): readonly Clue[];
  /** The step that makes a condition true; undefined where nothing is to be done about it. */
  step(resource: ResourceOf<K>, condition: Condition, before: Before): StepDraft | undefined;
}

export interface DeclareContext {
  /** Milliseconds since the epoch: a structure leaves on its date. */
  readonly nowMs: number;
  /** What is on other structures than these is not wanted of a kind. */
  readonly within: NamedStructures | undefined;
  /** The configuration's structures and applications as several kinds need them, made once for all of them. */
  readonly structures: readonly StructureEntry[];
  readonly applications: readonly ApplicationEntry[];
}

export type Answers = (question: Question) => Observation;

/** What else is known, where something is to be explained. */
export interface Known {
  readonly answers: Answers;
  readonly recorded: ResourceRecord | undefined;
  /** When a person last said that it is so. */
  readonly attestedAt: Instant | undefined;
  readonly nowMs: number;
}

/** What was known of a resource before a step is asked for. */
export interface Before {
  readonly recorded?: ResourceRecord | undefined;
  /** A person said that it is there, and that word holds no more. */
  readonly isTold?: boolean;
}

/** The other conditions of the resource, and what else is known of it. */
export interface Beside extends Omit<Known, "answers"> {
  readonly conditions: readonly Condition[];
}

/** What the answers of this run say of one condition, before records and attestations are weighed. */
export type Judgement = Conclusive | Inconclusive;

export interface Conclusive {
  readonly type: ConditionType;
  readonly status: "true" | "false";
  readonly reason: Reason;
  readonly proof: "verified" | "inferred";
  /** Milliseconds since the epoch: when it was seen. */
  readonly seenAtMs: number;
  readonly evidence: Evidence;
  readonly fact?: Fact;
  /** Of the answer that it rests on. */
  readonly clues?: readonly Clue[];
}

export interface Inconclusive {
  readonly type: ConditionType;
  readonly status: "unknown";
  readonly reason: Reason;
  readonly unknown: UnknownClass;
  readonly evidence?: Evidence;
  readonly clues?: readonly Clue[];
}
