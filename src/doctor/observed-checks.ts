import { kindOfResource } from "../kinds/kinds.ts";
import type { Cause } from "../model/cause.ts";
import { defined } from "../model/defined.ts";
import type { EnvironmentName } from "../model/environment.ts";
import { toInstant } from "../model/instant.ts";
import { NOT_ASKED, type Observation, type Observations, type UnknownClass } from "../model/observation.ts";
import { questionKey, type QuestionKey } from "../model/question.ts";
import type { Trace } from "../model/trace.ts";
import { causesOf } from "../plan/causes-of.ts";
import type { Asked } from "./choose.ts";
import { checkId, type Check, type CheckEvidence, type CheckFacts, type CheckName, type CheckStatus } from "./doctor-document.ts";

/** What is known beside the answers. */
export interface Beside {
  readonly environment: EnvironmentName;
  readonly observations: Observations;
  readonly nowMs: number;
  /** The check of the cable that keeps a question from being asked. */
  readonly stopped: (asked: Asked) => string | undefined;
  readonly secretsId: string;
  readonly evidenceOf: (trace: Trace) => CheckEvidence;
  readonly factsOf: (asked: Asked) => CheckFacts | undefined;
}

/** What the platforms said of tokens, APIs and accounts: the verdicts of a plan, with what each rests on. */
export const observedChecks = (asked: readonly Asked[], beside: Beside): readonly Check[] => {
  const ids = new Map<QuestionKey, string>(asked.map((one) => [questionKey(one.question), idOf(one)]));
  return asked.map((one) => toCheck(one, ids, beside));
};

const toCheck = (asked: Asked, ids: ReadonlyMap<QuestionKey, string>, beside: Beside): Check => {
  const self = { id: idOf(asked), check: nameOf(asked), subject: asked.subject };
  const stoppedBy = beside.stopped(asked);
  if (stoppedBy !== undefined) return { ...self, status: "waiting", reason: "cable", waitsFor: stoppedBy };
  const observation = beside.observations.get(questionKey(asked.question)) ?? NOT_ASKED;
  const status = statusOf(observation);
  const facts = beside.factsOf(asked);
  return defined({
    ...self,
    status,
    reason: observation.reason,
    waitsFor: status === "waiting" ? blockerOf(observation, ids, beside.secretsId) : undefined,
    evidence: observation.trace && beside.evidenceOf(observation.trace),
    facts,
    causes: status === "failed" ? causesFor(asked, observation, beside, facts) : undefined,
  });
};

const idOf = (asked: Asked): string => checkId(asked.question.environment, nameOf(asked), asked.subject);

const nameOf = ({ question }: Asked): CheckName =>
  question.ask === "token" ? "token" : question.ask === "subscribed" ? "api" : "account";

const statusOf = (observation: Observation): CheckStatus => {
  if (observation.answer === "unknown") {
    // A missing secret has a check of its own.
    return observation.reason === "secret-missing" ? "waiting" : STATUSES[observation.unknown];
  }
  return observation.answer === "true" ? "ok" : "failed";
};

const STATUSES: Readonly<Record<UnknownClass, CheckStatus>> = {
  unprovable: "unknown",
  "not-configured": "unknown",
  "not-asked": "unknown",
  waiting: "waiting",
  elsewhere: "skipped",
  transient: "failed",
  "unexpected-answer": "failed",
  contradicted: "failed",
};

const blockerOf = (observation: Observation, ids: ReadonlyMap<QuestionKey, string>, secretsId: string): string | undefined => {
  if (observation.answer !== "unknown" || observation.blockedBy === undefined) return secretsId;
  return ids.get(observation.blockedBy);
};

/** As in a plan. What the other environment said is a proof, and leaves no other cause. */
const causesFor = (asked: Asked, { reason, trace }: Observation, beside: Beside, facts: CheckFacts | undefined): readonly Cause[] => {
  if (facts?.elsewhere?.answer === "accepted") return [{ cause: "other-environment" }];
  const clues = kindOfResource(asked.resource).clues?.(asked.resource, {
    answers: (question) => beside.observations.get(questionKey(question)) ?? NOT_ASKED,
    recorded: undefined,
    attestedAt: undefined,
    nowMs: beside.nowMs,
  });
  const causes = causesOf({ reason, environment: beside.environment, clues: [...(trace?.clues ?? []), ...(clues ?? [])] });
  return facts?.elsewhere?.answer === "refused" ? causes.filter(({ cause, told }) => cause !== "other-environment" || told !== undefined) : causes;
};

/** How an answer was obtained, for a ticket. */
export const toEvidence = (trace: Trace, durationMs: number | undefined): CheckEvidence => {
  const { request, status, correlationId, at, tries } = trace;
  return defined({ asked: request, status, correlationId, at: toInstant(at), durationMs, tries });
};
