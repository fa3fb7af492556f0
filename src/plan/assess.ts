import { kindOfResource } from "../kinds/kinds.ts";
import type { Answers, Judgement, Kind, Known } from "../kinds/kind.ts";
import type { KindName } from "../model/address.ts";
import type { Attestation, Attestations } from "../model/attestation.ts";
import type { Cause } from "../model/cause.ts";
import type { Condition, Records, ResourceRecord } from "../model/condition.ts";
import type { Instant } from "../model/instant.ts";
import { NOT_ASKED, type Observations, type UnknownClass } from "../model/observation.ts";
import { questionKey } from "../model/question.ts";
import type { Resource } from "../model/resource.ts";
import type { StepReason } from "../model/step.ts";
import { coversOf, isAbout } from "./covers.ts";
import { diagnose } from "./diagnose.ts";
import { settle, type Settled } from "./settle.ts";

/** A resource with its conditions as they stand and the needs that follow. */
export interface Assessed {
  readonly resource: Resource;
  readonly conditions: readonly AssessedCondition[];
  readonly recorded: ResourceRecord | undefined;
  /** The record, where it is still about what is wanted today. */
  readonly known: ResourceRecord | undefined;
  /** An attestation that conclusive evidence voids. */
  readonly voided?: Attestation;
}

export interface AssessedCondition {
  readonly condition: Condition;
  readonly recorded: Condition | undefined;
  readonly stale?: UnknownClass;
  readonly need?: StepReason;
  /** Why it may be false or unknown, the likeliest first. */
  readonly causes?: readonly Cause[];
}

/** Judges every condition of a resource and weighs it against its record and what people said. */
export const assess = (
  resource: Resource,
  { records, observations, attestations, nowMs }: AssessInput,
): Assessed => {
  const kind = kindOfResource(resource);
  const recorded = records.get(resource.address);
  const known = recorded === undefined || !isAbout(recorded, resource) ? undefined : recorded;
  const attestation = coveringAttestation(resource, attestations);
  const answers: Answers = (question) => observations.get(questionKey(question)) ?? NOT_ASKED;
  const judgements = resource.lifecycle === "paused" ? [] : kind.judge(resource, answers);
  const beside: Known = { answers, recorded: known, attestedAt: attestation?.at, nowMs };
  const settled = judgements.map((judgement, index) => {
    const before = known?.conditions.find(({ type }) => type === judgement.type);
    const one = settleOne(judgement, index === 0 ? attestation : undefined, {
      nowMs,
      recorded: before,
      whenUnknown: index === 0 ? kind.whenUnknown : "tell",
      ...(known?.voided === undefined ? {} : { voided: known.voided.attestedAt }),
      age: (condition) => kind.age?.(resource, condition, nowMs, before) ?? condition,
    });
    const causes = diagnose(resource, { judgement, ...one }, beside);
    return causes.length === 0 ? one : { ...one, causes };
  });
  const voided = settled.find(({ voids }) => voids !== undefined)?.voids;
  return { resource, conditions: settled, recorded, known, ...(voided === undefined ? {} : { voided }) };
};

export interface AssessInput {
  readonly records: Records;
  readonly observations: Observations;
  readonly attestations: Attestations;
  readonly nowMs: number;
}

interface SettleContext {
  readonly nowMs: number;
  readonly recorded: Condition | undefined;
  readonly whenUnknown: Kind<KindName>["whenUnknown"] | "tell";
  readonly voided?: Instant;
  readonly age: (condition: Condition) => Condition;
}

const settleOne = (
  judgement: Judgement,
  attestation: Attestation | undefined,
  { age, ...context }: SettleContext,
): AssessedCondition & Pick<Settled, "voids"> => {
  const settled = settle({ judgement, attestation, ...context });
  const condition = age(settled.condition);
  const need = needOfAge(condition) ?? settled.need;
  return {
    condition,
    recorded: context.recorded,
    ...(settled.stale === undefined ? {} : { stale: settled.stale }),
    ...(need === undefined ? {} : { need }),
    ...(settled.voids === undefined ? {} : { voids: settled.voids }),
  };
};

/** A fact whose date nears or is past asks for a step, whenever it was last seen. */
const needOfAge = ({ reason }: Condition): StepReason | undefined =>
  reason === "expiring" ? "due" : reason === "expired" ? "missing" : undefined;

/** Another contact or another application is another fact: a word given on the old one does not cover it. */
const coveringAttestation = (resource: Resource, attestations: Attestations): Attestation | undefined => {
  const given = attestations.get(resource.address);
  return given === undefined || given.covers !== coversOf(resource) ? undefined : given;
};
