import type { Conclusive } from "../kinds/kind.ts";
import type { Before, Condition } from "../model/condition.ts";
import { defined } from "../model/defined.ts";
import { toInstant } from "../model/instant.ts";
import type { Weighed } from "./weighed.ts";

/** The condition that the answers of this run make. */
export const concluded = ({ judgement, recorded, nowMs }: Weighed): Condition =>
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
    was: status === "false" ? beforeOf(recorded) : undefined,
    evidence,
    fact,
  });
};

const wasTrue = (recorded: Condition | undefined): boolean => recorded?.status === "true" || recorded?.wasTrue === true;

/** The first proof against it does not make us forget what spoke for it. */
const beforeOf = (recorded: Condition | undefined): Before | undefined => {
  if (recorded?.status !== "true") return recorded?.was;
  const { reason, proof, since, provenAt, evidence } = recorded;
  return defined({ reason, proof, since, provenAt, evidence });
};

/** Nobody knows. */
export const unproven = ({ judgement, recorded, nowMs }: Pick<Weighed, "judgement" | "recorded" | "nowMs">): Condition =>
  defined({
    type: judgement.type,
    status: "unknown",
    reason: judgement.reason,
    proof: "none",
    since: recorded?.status === "unknown" ? recorded.since : toInstant(nowMs),
    unknown: judgement.status === "unknown" ? judgement.unknown : undefined,
    evidence: judgement.status === "unknown" ? judgement.evidence : undefined,
  });

/** A person says so. */
export const attested = ({ judgement, recorded, attestation, nowMs }: Weighed): Condition => {
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
