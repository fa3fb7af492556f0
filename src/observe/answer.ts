import { defined } from "../model/defined.ts";
import type { Fact, Observation } from "../model/observation.ts";
import { questionKey, type Question } from "../model/question.ts";
import type { Trace } from "../model/trace.ts";
import type { Failed } from "../piste/outcome.ts";
import { askedBefore } from "./asked-before.ts";
import { verdictRow, type Finding } from "./verdicts.ts";

/** What a strategy found, with what it found it by. */
export interface Found {
  readonly finding: Finding;
  readonly trace?: Trace | undefined;
  readonly fact?: Fact;
  /** The API that was called. */
  readonly api?: string;
  /** The secret that is missing, named by its reference. */
  readonly missing?: string | undefined;
}

/** The answer to a question, as the table of verdicts has it. */
export const decide = (question: Question, { finding, trace, fact, api, missing }: Found): Observation => {
  const { means } = verdictRow(question.ask, finding);
  if ("waitsFor" in means) {
    return defined({ answer: "unknown", unknown: "waiting", reason: "waits", blockedBy: questionKey(askedBefore(question, means.waitsFor, api)), trace });
  }
  if ("unknown" in means) return defined({ answer: "unknown", ...means, trace, missing });
  if (trace === undefined) throw new TypeError(`${question.ask} on ${finding}: an answer needs its evidence`);
  return defined({ ...means, trace, fact });
};

/** What a failed call says of the question that it was made for. */
export const failed = (question: Question, { failure, trace }: Failed, api = ""): Observation => {
  if (failure.code === "not-configured") return decide(question, { finding: failure.code, missing: failure.missing });
  if (failure.code === "account-rejected" && trace.against !== undefined) return decide(question, { finding: "accepted-elsewhere", trace });
  const isStopped = failure.code === "unreachable" && failure.cause === "aborted";
  return decide(question, { finding: isStopped ? "stopped" : failure.code, trace: isStopped ? undefined : trace, api });
};

/** It answered what nobody described; `surprise` is the place in the answer. */
export const notUnderstood = (question: Question, trace: Trace, surprise: string): Observation =>
  decide(question, { finding: "unreadable", trace: { ...trace, surprise } });
