import { join } from "node:path";
import { toInstant } from "../model/instant.ts";
import type { Observation, Observations } from "../model/observation.ts";
import type { QuestionKey } from "../model/question.ts";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import type { Files } from "../ports/ports.ts";
import { CACHE_FOLDER } from "./file-store.ts";

/**
 * Appends every answer of a run, with its time, to this machine's cache: what was seen and when, for a person or a
 * later run. Never in Git, never a secret, never the source of a fact: deleting it loses nothing but time.
 */
export const cacheObservations = async (folder: string, observations: Observations, nowMs: number, files: Files): Promise<void> => {
  const asked = [...observations].filter(([, { trace }]) => trace?.status !== undefined);
  if (asked.length === 0) return;
  const file = join(folder, CACHE_FOLDER, "observations.jsonl");
  const lines = asked.map(([key, observation]) => `${JSON.stringify(toLine(key, observation, nowMs))}\n`);
  try {
    await files.replace(join(folder, CACHE_FOLDER, ".gitignore"), "*\n");
    if (((await files.stat(file))?.size ?? 0) > MOST_BYTES) await files.remove(file);
    await files.append(file, lines.join(""));
  } catch (error) {
    // A folder that may not be written to costs a cache, not a plan.
    if (!(error instanceof ChorusError)) throw error;
  }
};

const toLine = (key: QuestionKey, observation: Observation, nowMs: number) => {
  const { trace, ...answer } = observation;
  return { at: toInstant(trace?.at ?? nowMs), question: key.split("\u0000"), ...answer, trace };
};

const MOST_BYTES = 64 * 1024 * 1024;
