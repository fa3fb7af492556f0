import type { Address } from "../model/address.ts";
import type { ConditionType, Evidence } from "../model/condition.ts";
import { defined } from "../model/defined.ts";
import { toInstant } from "../model/instant.ts";
import type { Observation } from "../model/observation.ts";
import type { Question } from "../model/question.ts";
import type { Trace } from "../model/trace.ts";
import type { Answers, Judgement } from "./kind.ts";

/** The judgement that repeats an observation. */
export const asObserved = (type: ConditionType, observation: Observation): Judgement => {
  if (observation.answer === "unknown") {
    const { reason, unknown, trace } = observation;
    const evidence = trace === undefined ? undefined : apiEvidence(trace);
    return defined({ type, status: "unknown", reason, unknown, evidence, clues: trace?.clues });
  }
  const { answer, reason, trace, fact } = observation;
  const evidence = apiEvidence(trace);
  return defined({ type, status: answer, reason, proof: "verified", seenAtMs: trace.at, evidence, fact, clues: trace.clues });
};

/** The judgement that repeats an answer; what cannot be asked cannot be proven. */
export const asAnswered = (type: ConditionType, question: Question | undefined, answers: Answers): Judgement =>
  question === undefined ? unprovable(type) : asObserved(type, answers(question));

/** The absence of what leaves, judged by the question that once proved its presence. */
export const leftWhenFalse = (observation: Observation): Judgement => {
  if (observation.answer === "unknown") return asObserved("Left", observation);
  return observation.answer === "false"
    ? asObserved("Left", { ...observation, answer: "true", reason: "left" })
    : asObserved("Left", { ...observation, answer: "false", reason: "still-present" });
};

/** True because what it follows from is true; a false premise proves nothing. */
export const inferredFrom = (type: ConditionType, premises: readonly Premise[]): Judgement => {
  for (const { address, observation } of premises) {
    if (observation.answer !== "true") continue;
    const evidence: Evidence = defined({ by: "inference", from: [address], origin: observation.trace.origin });
    return { type, status: "true", reason: "follows", proof: "inferred", seenAtMs: observation.trace.at, evidence };
  }
  const open = premises[0]?.observation;
  if (open === undefined) return unprovable(type);
  if (open.answer === "unknown") return { type, status: "unknown", reason: open.reason, unknown: open.unknown };
  return { type, status: "unknown", reason: "waits", unknown: "waiting" };
};

export interface Premise {
  readonly address: Address;
  readonly observation: Observation;
}

export const unprovable = (type: ConditionType): Judgement => ({
  type,
  status: "unknown",
  reason: "no-api-tells",
  unknown: "unprovable",
});

const apiEvidence = ({ request, status, correlationId, tries, surprise, against, origin }: Trace): Evidence =>
  defined({
    by: "api", request, tries, status, correlationId, surprise, origin,
    against: against && defined({ request: against.request, status: against.status, correlationId: against.correlationId, at: toInstant(against.at) }),
  });
