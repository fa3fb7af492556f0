import type { Judgement } from "../kinds/kind.ts";
import type { Acceptance, Sighting } from "../model/attestation.ts";
import type { Condition } from "../model/condition.ts";
import { defined } from "../model/defined.ts";
import { toInstant, toMs } from "../model/instant.ts";
import { attested, concluded, unproven } from "./settled-conditions.ts";
import type { Settled, Weighed } from "./weighed.ts";

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
    name: "seen to be false, and the difference is accepted: no step until its date, and never shown as fine",
    when: ({ judgement, acceptance, nowMs }) => judgement.status === "false" && isStill(acceptance, nowMs),
    means: (weighed) => defined({ condition: concluded(weighed), accepted: weighed.acceptance }),
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
    name: "unknown here, verified by a proof from elsewhere that is not too old: no step",
    when: ({ recorded, receivedForMs = 0, nowMs }) =>
      recorded?.status === "true" && isReceived(recorded) && nowMs - toMs(recorded.provenAt ?? recorded.since) <= receivedForMs,
    means: ({ recorded, judgement }) => ({ condition: stale(recorded, judgement).condition }),
  },
  {
    name: "unknown now, verified before: no step, stale",
    when: ({ recorded }) => recorded?.status === "true" && isVerified(recorded),
    means: ({ recorded, judgement }) => stale(recorded, judgement),
  },
  {
    name: "unknown now, verified false before, and the difference is accepted: no step until its date, and never shown as fine",
    when: (weighed) => wasFalse(weighed) && isStill(weighed.acceptance, weighed.nowMs),
    means: ({ recorded, judgement, acceptance }) => defined({ ...stale(recorded, judgement), accepted: acceptance }),
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

const stale = (recorded: Condition | undefined, judgement: Judgement): Settled => {
  if (recorded === undefined || judgement.status !== "unknown") throw new Error("stale needs a record and no answer");
  return { condition: recorded, stale: judgement.unknown };
};

const holds = ({ attestation, nowMs }: Weighed): boolean => isStill(attestation, nowMs);

const isStill = (word: Sighting | Acceptance | undefined, nowMs: number): boolean =>
  word !== undefined && word.until >= toInstant(nowMs);

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
  attestation !== undefined &&
  attestation.at <= recorded.since;

const wasFalse = ({ recorded }: Weighed): boolean => recorded?.status === "false" && isVerified(recorded);

const isReceived = ({ evidence }: Condition): boolean =>
  evidence !== undefined && evidence.by !== "attestation" && evidence.origin !== undefined;

const isVerified = ({ proof }: Condition): boolean => proof === "verified" || proof === "inferred";
