import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Observation } from "../../../src/model/observation.ts";
import { questionKey, type Question } from "../../../src/model/question.ts";
import { nodeFiles } from "../../../src/ports/node-files.ts";
import { openObservationCache } from "../../../src/state/observation-cache.ts";
import { temporaryFolder } from "../../support/files.ts";
import { NOON } from "../../support/virtual-clock.ts";

const QUESTION: Question = { ask: "token", environment: "production", application: "principale" };
const TRACE = { request: "POST /api/oauth/token", status: 200, at: NOON - 60_000, tries: 1 };
const YES: Observation = { answer: "true", reason: "token-granted", trace: TRACE };

const open = (folder: string) => openObservationCache(folder, { files: nodeFiles, now: () => NOON, signature: () => "as today" });

/** What is fresh since an hour where the cache holds this line in the place of its own. */
const freshAfter = async (change: (line: Record<string, unknown>) => unknown) => {
  const [writer, reader] = [temporaryFolder(), temporaryFolder()];
  const cache = open(writer);
  cache.add(QUESTION, YES);
  await cache.flush();
  const text = new TextDecoder().decode(await nodeFiles.read(join(writer, ".chorus/cache/observations.jsonl")));
  const line = JSON.parse(text) as Record<string, unknown>;
  mkdirSync(join(reader, ".chorus/cache"), { recursive: true });
  writeFileSync(join(reader, ".chorus/cache/observations.jsonl"), `${JSON.stringify(change(line))}\n`);
  return open(reader).freshSince(NOON - 3_600_000, [QUESTION]);
};

it("keeps an answer of yes as it came", async () => {
  expect(await freshAfter((line) => line)).toEqual(new Map([[questionKey(QUESTION), YES]]));
});

describe("costs a request, no more, where it holds", () => {
  it.each<readonly [string, (line: Record<string, unknown>) => unknown]>([
    ["an answer without its trace", (line) => ({ ...line, answer: { answer: "true", reason: "token-granted" } })],
    ["a trace of another form", (line) => ({ ...line, answer: { ...YES, trace: { at: "noon" } } })],
    ["no reason", (line) => ({ ...line, answer: { answer: "true", trace: TRACE } })],
    ["a fact of another form", (line) => ({ ...line, answer: { ...YES, fact: "expiry" } })],
    ["an answer that is a text", (line) => ({ ...line, answer: "true" })],
    ["a time that is none", (line) => ({ ...line, at: 5 })],
    ["a time that is yet to come: the clock was wrong then", (line) => ({ ...line, at: "2999-01-01T00:00:00Z" })],
    ["a list", () => [1]],
  ])("%s", async (_name, change) => {
    expect(await freshAfter(change)).toEqual(new Map());
  });
});
