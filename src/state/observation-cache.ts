import { createHash } from "node:crypto";
import { toInstant, toMs } from "../model/instant.ts";
import type { Observation } from "../model/observation.ts";
import { questionKey, type Question, type QuestionKey } from "../model/question.ts";
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
      const latest = new Map<string, Line>();
      for (const line of await file.read()) {
        if (isLine(line)) latest.set(line.question.join("\u0000"), line);
      }
      const fresh = new Map<QuestionKey, Observation>();
      for (const question of questions) {
        const key = questionKey(question);
        const line = latest.get(key);
        if (line === undefined || !(toMs(line.at) >= sinceMs) || line.with !== digestOf(question)) continue;
        if (isKept(line.answer)) fresh.set(key, line.answer);
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

const isLine = (line: object): line is Line =>
  "at" in line && "question" in line && Array.isArray(line.question) && "with" in line && "answer" in line && typeof line.answer === "object" && line.answer !== null;

/** What is not yes is asked again; but that no refusal was met is as good as an answer gets. */
const isKept = (observation: Observation): boolean => observation.answer === "true" || observation.reason === "not-refused";
