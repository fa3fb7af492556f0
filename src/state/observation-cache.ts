import { createHash } from "node:crypto";
import { toInstant, toMs } from "../model/instant.ts";
import { isRecord } from "../model/is-record.ts";
import type { Observation } from "../model/observation.ts";
import { questionKey, type Question, type QuestionKey } from "../model/question.ts";
import { isTrace } from "../model/trace.ts";
import type { Files } from "../ports/ports.ts";
import { cacheFile } from "./cache-file.ts";

/**
 * Every answer with its time, as this machine got it. Never in Git, never a secret, never the source of a fact: deleting
 * it costs requests, no more.
 */
export interface ObservationCache {
  /** The latest answers of yes, since a time, to these questions as they are asked today. */
  freshSince(sinceMs: number, questions: Iterable<Question>): Promise<ReadonlyMap<QuestionKey, Observation>>;
  /** Writes an answer, as it comes: a run that is cut short loses none. */
  add(question: Question, observation: Observation): void;
  flush(): Promise<void>;
}

export interface ObservationCacheOptions {
  readonly files: Files;
  readonly now: () => number;
  /** By whom and through what a question is asked: an answer got in another way is no answer to it. */
  readonly signature: (question: Question) => string;
}

export const openObservationCache = (folder: string, { files, now, signature }: ObservationCacheOptions): ObservationCache => {
  const file = cacheFile(folder, "observations.jsonl", files);
  const digests = new Map<string, string>();
  const digestOf = (question: Question): string => {
    const text = signature(question);
    const known = digests.get(text) ?? createHash("sha256").update(text).digest("hex").slice(0, 12);
    digests.set(text, known);
    return known;
  };
  return {
    async freshSince(sinceMs, questions) {
      // Lines tell the second.
      const sinceSecond = Math.floor(sinceMs / 1_000) * 1_000;
      const latest = new Map<string, Line>();
      for (const line of await file.read()) {
        if (isLine(line)) latest.set(line.question.join("\u0000"), line);
      }
      const fresh = new Map<QuestionKey, Observation>();
      for (const question of questions) {
        const key = questionKey(question);
        const line = latest.get(key);
        if (line === undefined || line.with !== digestOf(question) || !isKept(line.answer)) continue;
        const at = toMs(line.at);
        // What comes from the future was noted by a clock that was wrong.
        if (at >= sinceSecond && at <= now()) fresh.set(key, line.answer);
      }
      return fresh;
    },
    add(question, observation) {
      if (observation.answer === "unknown" && observation.unknown === "not-asked") return;
      const at = toInstant(observation.trace?.at ?? now());
      file.append({ at, question: questionKey(question).split("\u0000"), with: digestOf(question), answer: observation });
    },
    flush: () => file.flush(),
  };
};

interface Line {
  readonly at: string;
  readonly question: readonly string[];
  readonly with: string;
  readonly answer: Observation;
}

/** Another version of Chorus may have written it, or a hand: what is of another form is asked again. */
const isLine = (line: Readonly<Record<string, unknown>>): line is Readonly<Record<string, unknown>> & Line =>
  typeof line["at"] === "string" && Array.isArray(line["question"]) && typeof line["with"] === "string" && isAnswer(line["answer"]);

const isAnswer = (answer: unknown): answer is Observation => {
  if (!isRecord(answer) || typeof answer["reason"] !== "string") return false;
  const { trace, fact } = answer;
  return (trace === undefined ? answer["answer"] === "unknown" : isTrace(trace)) && (fact === undefined || isRecord(fact));
};

/** What is not yes is asked again; but that no refusal was met is as good as an answer gets. */
const isKept = (observation: Observation): boolean => observation.answer === "true" || observation.reason === "not-refused";
