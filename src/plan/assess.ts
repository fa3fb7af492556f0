import { kindOfResource } from "../kinds/kinds.ts";
import type { Answers, Judgement, Kind, Known } from "../kinds/kind.ts";
import type { KindName } from "../model/address.ts";
import { isAcceptance, type Acceptance, type Attestation, type Attestations, type Sighting } from "../model/attestation.ts";
import type { Cause } from "../model/cause.ts";
import type { Condition, Records, ResourceRecord } from "../model/condition.ts";
import { defined } from "../model/defined.ts";
import type { Instant } from "../model/instant.ts";
import { NOT_ASKED, type Observations, type UnknownClass } from "../model/observation.ts";
import { questionKey } from "../model/question.ts";
import type { Resource } from "../model/resource.ts";
import type { StepReason } from "../model/step.ts";
import { coversOf, isAbout } from "./covers.ts";
import { diagnose } from "./diagnose.ts";
import { settle } from "./settle.ts";
import type { Settled } from "./weighed.ts";
import type { PlannedWeek } from "./spread-renewals.ts";

/** A resource with its conditions as they stand and the needs that follow. */
export interface Assessed {
  readonly resource: Resource;
  readonly conditions: readonly AssessedCondition[];
  readonly recorded: ResourceRecord | undefined;
  /** The record, where it is still about what is wanted today. */
  readonly known: ResourceRecord | undefined;
  /** An attestation that conclusive evidence voids. */
  readonly voided?: Sighting;
  /** A word that is about something else than what is wanted today. */
  readonly outdated?: Attestation;
  /** The difference that was accepted is gone. */
  readonly over?: Acceptance;
}

export interface AssessedCondition {
  readonly condition: Condition;
  readonly recorded: Condition | undefined;
  readonly stale?: UnknownClass;
  readonly need?: StepReason;
  /** It is false, and that is accepted for a while. */
  readonly accepted?: Acceptance;
  /** The week that its renewal is planned for, where renewals are spread. */
  readonly renewal?: PlannedWeek;
  /** Why it may be false or unknown, the likeliest first. */
  readonly causes?: readonly Cause[];
}

/** Judges every condition of a resource and weighs it against its record and what people said. */
export const assess = (
  resource: Resource,
  { records, observations, attestations, nowMs, receivedForMs = 0 }: AssessInput,
): Assessed => {
  const kind = kindOfResource(resource);
  const recorded = records.get(resource.address);
  const known = recorded === undefined || !isAbout(recorded, resource) ? undefined : recorded;
  const given = attestations.get(resource.address);
  // Another contact or another application is another fact: a word given on the old one does not cover it.
  const word = given !== undefined && given.covers === coversOf(resource) ? given : undefined;
  const answers: Answers = (question) => observations.get(questionKey(question)) ?? NOT_ASKED;
  const judgements = resource.lifecycle === "paused" ? [] : kind.judge(resource, answers);
  const beside: Known = { answers, recorded: known, attestedAt: word === undefined || isAcceptance(word) ? undefined : word.at, nowMs };
  const judged = judgements.map((judgement, index) => {
    const before = known?.conditions.find(({ type }) => type === judgement.type);
    const one = settleOne(judgement, index === 0 ? word : undefined, {
      nowMs,
      receivedForMs,
      recorded: before,
      whenUnknown: index === 0 ? kind.whenUnknown : "tell",
      ...(known?.voided === undefined ? {} : { voided: known.voided.attestedAt }),
      age: (condition) => kind.age?.(resource, condition, nowMs, before) ?? condition,
    });
    const causes = diagnose(resource, { judgement, ...one }, beside);
    return causes.length === 0 ? one : { ...one, causes };
  });
  const conditions = judged.map(({ condition }) => condition);
  const settled = judged.map((one) => {
    const follows = kind.infer?.(resource, one.condition, { ...beside, conditions }) ?? one.condition;
    return follows === one.condition ? one : inferred(kind.age?.(resource, follows, nowMs, one.recorded) ?? follows, one.recorded);
  });
  const voided = judged.find(({ voids }) => voids !== undefined)?.voids;
  const outdated = given === word || resource.lifecycle === "paused" ? undefined : given;
  return {
    resource,
    conditions: settled,
    recorded,
    known,
    ...(voided === undefined ? {} : { voided }),
    ...(outdated === undefined ? {} : { outdated }),
    ...(word !== undefined && isAcceptance(word) && settled[0]?.condition.status === "true" ? { over: word } : {}),
  };
};

/** In place of what was judged, where something else follows from what is known. */
const inferred = (condition: Condition, recorded: Condition | undefined): AssessedCondition =>
  defined({ condition, recorded, need: needOfAge(condition) });

export interface AssessInput {
  readonly records: Records;
  readonly observations: Observations;
  readonly attestations: Attestations;
  readonly nowMs: number;
  /** How long a proof from elsewhere counts as seen now. */
  readonly receivedForMs?: number;
}

interface SettleContext {
  readonly nowMs: number;
  readonly receivedForMs: number;
  readonly recorded: Condition | undefined;
  readonly whenUnknown: Kind<KindName>["whenUnknown"] | "tell";
  readonly voided?: Instant;
  readonly age: (condition: Condition) => Condition;
}

const settleOne = (
  judgement: Judgement,
  word: Attestation | undefined,
  { age, ...context }: SettleContext,
): AssessedCondition & Pick<Settled, "voids"> => {
  const words = word !== undefined && isAcceptance(word) ? { attestation: undefined, acceptance: word } : { attestation: word };
  const settled = settle({ judgement, ...words, ...context });
  const condition = age(settled.condition);
  const need = needOfAge(condition) ?? settled.need;
  return {
    condition,
    recorded: context.recorded,
    ...(settled.stale === undefined ? {} : { stale: settled.stale }),
    ...(need === undefined ? {} : { need }),
    ...(settled.accepted === undefined ? {} : { accepted: settled.accepted }),
    ...(settled.voids === undefined ? {} : { voids: settled.voids }),
  };
};

/** A fact whose date nears or is past asks for a step, whenever it was last seen. */
const needOfAge = ({ reason }: Condition): StepReason | undefined =>
  reason === "expiring" ? "due" : reason === "expired" ? "missing" : undefined;
