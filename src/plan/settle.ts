import type { Conclusive, Judgement } from "../kinds/kind.ts";
import type { Attestation } from "../model/attestation.ts";
import type { Condition } from "../model/condition.ts";
import { defined } from "../model/defined.ts";
import { toInstant, type Instant } from "../model/instant.ts";
import type { UnknownClass } from "../model/observation.ts";
import type { StepReason } from "../model/step.ts";

/** What is weighed for one condition. */
export interface Weighed {
  readonly judgement: Judgement;
  /** The condition as last recorded. */
  readonly recorded: Condition | undefined;
  /** A person's word that covers what is desired today, whether or not its date is past. */
  readonly attestation: Attestation | undefined;
  readonly nowMs: number;
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
  readonly voids?: Attestation;
}

/** Weighs what the APIs said now, what was recorded and what a person said, by the first rule that fits. */
export const settle = (weighed: Weighed): Settled => {
  const rule = EVIDENCE_RULES.find(({ when }) => when(weighed)) ?? NEVER_PROVEN;
  return rule.means(weighed);
};

export interface EvidenceRule {
  readonly name: string;
  readonly when: (weighed: Weighed) => boolean;
  readonly means: (weighed: Weighed) => Settled;
}

/** From evidence to step: the first row that fits decides. The last one fits everything. */
export const EVIDENCE_RULES: readonly EvidenceRule[] = [
  {
    name: "seen to be true: no step",
    when: ({ judgement }) => judgement.status === "true",
    means: (weighed) => ({ condition: concluded(weighed) }),
  },
  {
    name: "seen to be false: a step, and what a person said before is void",
    when: ({ judgement }) => judgement.status === "false",
    means: (weighed) => defined({ condition: concluded(weighed), need: "missing", voids: weighed.attestation }),
  },
  {
    name: "attested, and inconclusive evidence speaks against it: a step to check",
    when: (weighed) => isContradicted(weighed) && weighed.attestation !== undefined,
    means: (weighed) => ({ condition: unproven(weighed), need: "contradicted" }),
  },
  {
    name: "contradicted before, not looked at again since: the step to check stays",
    when: (weighed) => wasContradicted(weighed),
    means: ({ recorded, judgement }) => ({ ...stale(recorded, judgement), need: "contradicted" }),
  },
  {
    name: "unknown now, verified before: no step, stale",
    when: ({ recorded }) => recorded?.status === "true" && isVerified(recorded),
    means: ({ recorded, judgement }) => stale(recorded, judgement),
  },
  {
    name: "unknown now, verified false before, attested since: no step",
    when: (weighed) => wasFalse(weighed) && holds(weighed) && isNewer(weighed),
    means: (weighed) => ({ condition: attested(weighed) }),
  },
  {
    name: "unknown now, verified false before: the step stays",
    when: (weighed) => wasFalse(weighed),
    means: (weighed) => ({
      ...stale(weighed.recorded, weighed.judgement),
      need: "missing",
      ...(weighed.attestation === undefined || isNewer(weighed) ? {} : { voids: weighed.attestation }),
    }),
  },
  {
    name: "a valid attestation: no step",
    when: (weighed) => holds(weighed),
    means: (weighed) => ({ condition: attested(weighed) }),
  },
  {
    name: "an attestation whose date is past: a step to look again",
    when: ({ attestation }) => attestation !== undefined,
    means: (weighed) => ({
      condition: { ...unproven(weighed), reason: "attestation-expired" },
      need: "attestation-expired",
    }),
  },
  {
    name: "never proven, and it comes with something else: unknown, no step",
    when: ({ whenUnknown, judgement }) =>
      whenUnknown === "tell" ||
      (whenUnknown === "wait" && judgement.status === "unknown" && judgement.unknown !== "unprovable"),
    means: (weighed) => ({ condition: unproven(weighed) }),
  },
  {
    name: "never proven: a step, do it or attest it",
    when: () => true,
    means: (weighed) => NEVER_PROVEN.means(weighed),
  },
];

const NEVER_PROVEN: Pick<EvidenceRule, "means"> = {
  means: (weighed) => ({ condition: unproven(weighed), need: "unproven" }),
};

const concluded = ({ judgement, recorded, nowMs }: Weighed): Condition =>
  judgement.status === "unknown" ? unproven({ judgement, recorded, nowMs }) : conclude(judgement, recorded);

/** The condition that conclusive evidence makes, whatever else is known but the record of before. */
export const conclude = (
  { type, status, reason, proof, seenAtMs, evidence, fact }: Conclusive,
  recorded: Condition | undefined,
): Condition => {
  const provenAt = toInstant(seenAtMs);
  return defined({
    type,
    status,
    reason,
    proof,
    since: recorded?.status === status ? recorded.since : provenAt,
    provenAt,
    wasTrue: status === "false" && wasTrue(recorded) ? true : undefined,
    evidence,
    fact,
  });
};

const wasTrue = (recorded: Condition | undefined): boolean => recorded?.status === "true" || recorded?.wasTrue === true;

const unproven = ({ judgement, recorded, nowMs }: Pick<Weighed, "judgement" | "recorded" | "nowMs">): Condition =>
  defined({
    type: judgement.type,
    status: "unknown",
    reason: judgement.reason,
    proof: "none",
    since: recorded?.status === "unknown" ? recorded.since : toInstant(nowMs),
    unknown: judgement.status === "unknown" ? judgement.unknown : undefined,
    evidence: judgement.status === "unknown" ? judgement.evidence : undefined,
  });

const attested = ({ judgement, recorded, attestation, nowMs }: Weighed): Condition => {
  if (attestation === undefined) return unproven({ judgement, recorded, nowMs });
  const { at, until } = attestation;
  return {
    type: judgement.type,
    status: "true",
    reason: "attested",
    proof: "attested",
    since: recorded?.status === "true" ? recorded.since : at,
    provenAt: at,
    evidence: { by: "attestation", at, until },
  };
};

const stale = (recorded: Condition | undefined, judgement: Judgement): Settled => {
  if (recorded === undefined || judgement.status !== "unknown") throw new Error("stale needs a record and no answer");
  return { condition: recorded, stale: judgement.unknown };
};

const holds = ({ attestation, nowMs }: Weighed): boolean =>
  attestation !== undefined && attestation.until >= toInstant(nowMs);

/** Given after the evidence, or in its second, and not the one that it voided. */
const isNewer = ({ attestation, recorded, voided }: Weighed): boolean =>
  attestation !== undefined &&
  (recorded?.provenAt === undefined || attestation.at >= recorded.provenAt) &&
  (voided === undefined || attestation.at > voided);

const isContradicted = ({ judgement }: Weighed): boolean =>
  judgement.status === "unknown" && judgement.unknown === "contradicted";

/** `unprovable` is the answer of who looked and met nothing: the contradiction is over. A later word overrules it too. */
const wasContradicted = ({ judgement, recorded, attestation }: Weighed): boolean =>
  recorded?.unknown === "contradicted" &&
  judgement.status === "unknown" &&
  judgement.unknown !== "unprovable" &&
  judgement.unknown !== "contradicted" &&
  attestation !== undefined &&
  attestation.at <= recorded.since;

const wasFalse = ({ recorded }: Weighed): boolean => recorded?.status === "false" && isVerified(recorded);

const isVerified = ({ proof }: Condition): boolean => proof === "verified" || proof === "inferred";
