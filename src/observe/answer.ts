import { defined } from "../model/defined.ts";
import type { Answered, Fact, Observation, Reason, UnknownClass } from "../model/observation.ts";
import { questionKey, type Question } from "../model/question.ts";
import type { Trace } from "../model/trace.ts";
import type { Failed, Failure } from "../piste/outcome.ts";

export const yes = (reason: Reason, trace: Trace, fact?: Fact): Answered =>
  defined({ answer: "true", reason, trace, fact });

export const no = (reason: Reason, trace: Trace): Answered => ({ answer: "false", reason, trace });

export const unknown = (unknownClass: UnknownClass, reason: Reason, trace?: Trace): Observation =>
  defined({ answer: "unknown", unknown: unknownClass, reason, trace });

/** The API that would tell is not selected for the application. */
export const notSelected = (): Observation => unknown("not-configured", "api-not-selected");

/** It answered what nobody described. */
export const notUnderstood = (trace: Trace): Observation => unknown("unexpected-answer", "answer-not-understood", trace);

/** Nothing can be said before another question is answered with yes. */
export const waitingFor = (question: Question, trace?: Trace): Observation =>
  defined({ answer: "unknown", unknown: "waiting", reason: "waits", blockedBy: questionKey(question), trace });

/** Which question a failure of a call sends back to. */
export interface Behind {
  readonly token: Question;
  readonly subscribed: Question;
  readonly login: Question | undefined;
}

/**
 * What a failed call says of the question that it was made for: never no. The failures that are an answer to some
 * question (a refused login, an empty 403) are the business of that question's own strategy; for all others they are
 * something to wait for.
 */
export const unknownFrom = ({ failure, trace }: Failed, behind: Behind): Observation => {
  const back = BACK[failure.code];
  const question = back === undefined ? undefined : behind[back];
  if (question !== undefined) return waitingFor(question, trace);
  if (failure.code === "not-configured") {
    return { answer: "unknown", unknown: "not-configured", reason: "secret-missing", missing: failure.missing };
  }
  const [unknownClass, reason] = OTHERWISE[failure.code] ?? UNDESCRIBED;
  return unknown(unknownClass, reason, trace);
};

const BACK: Partial<Readonly<Record<Failure["code"], keyof Behind>>> = {
  "invalid-client": "token",
  "application-disabled": "token",
  "not-subscribed": "subscribed",
  "account-rejected": "login",
};

const UNDESCRIBED: readonly [UnknownClass, Reason] = ["unexpected-answer", "answer-not-understood"];

const OTHERWISE: Partial<Readonly<Record<Failure["code"], readonly [UnknownClass, Reason]>>> = {
  "untrusted-host": ["not-configured", "host-untrusted"],
  "token-missing": ["transient", "token-not-accepted"],
  "token-rejected": ["transient", "token-not-accepted"],
  refused: ["waiting", "refused-as-if-not-connected"],
  quota: ["transient", "quota-exhausted"],
  unavailable: ["transient", "platform-unavailable"],
  unreachable: ["transient", "platform-unreachable"],
};
