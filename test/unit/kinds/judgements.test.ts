import { describe, expect, it } from "vitest";
import { asAnswered, asObserved, inferredFrom, leftWhenFalse, unprovable } from "../../../src/kinds/judgements.ts";
import type { Address } from "../../../src/model/address.ts";
import type { Instant } from "../../../src/model/instant.ts";
import type { Observation } from "../../../src/model/observation.ts";
import type { Question } from "../../../src/model/question.ts";

const AT = Date.UTC(2026, 10, 24, 8, 12);
const origin = { client: "C00417", at: "2026-11-20T08:00:00Z" as Instant };
const trace = { request: "POST /x", status: 200, correlationId: "c-1", at: AT, tries: 2 };
const EVIDENCE = { by: "api", request: "POST /x", status: 200, correlationId: "c-1", tries: 2 };
const yes: Observation = { answer: "true", reason: "attached", trace };
const no: Observation = { answer: "false", reason: "not-attached", trace };
const quota: Observation = { answer: "unknown", unknown: "transient", reason: "quota-exhausted", trace };
const NOT_ASKED: Observation = { answer: "unknown", unknown: "not-asked", reason: "not-asked" };
const QUESTION: Question = { ask: "token", environment: "production", application: "a" };
const NO_API_TELLS = { type: "Open", status: "unknown", reason: "no-api-tells", unknown: "unprovable" };

describe("a judgement", () => {
  it("repeats an answer with what proves it", () => {
    expect(asObserved("Attached", yes)).toStrictEqual({ type: "Attached", status: "true", reason: "attached", proof: "verified", seenAtMs: AT, evidence: EVIDENCE });
    expect(asObserved("Attached", no)).toMatchObject({ status: "false", reason: "not-attached", proof: "verified" });
  });

  it("keeps the fact, the clues and what was odd about the answer", () => {
    const fact = { fact: "beyond", count: 2 } as const;
    const against = { request: "GET /y", status: 401, correlationId: "c-2", at: AT, tries: 1 };
    const seen = asObserved("Attached", { ...yes, fact, trace: { ...trace, clues: ["key-fails"], surprise: "/a", origin, against } });
    expect(seen).toStrictEqual({
      type: "Attached", status: "true", reason: "attached", proof: "verified", seenAtMs: AT, fact, clues: ["key-fails"],
      evidence: { ...EVIDENCE, surprise: "/a", origin, against: { request: "GET /y", status: 401, correlationId: "c-2", at: "2026-11-24T08:12:00Z" } },
    });
  });

  it("repeats that nothing was learnt, with the answer where there was one", () => {
    expect(asObserved("Attached", NOT_ASKED)).toStrictEqual({ type: "Attached", status: "unknown", reason: "not-asked", unknown: "not-asked" });
    expect(asObserved("Attached", { ...quota, trace: { ...trace, clues: ["key-fails"] } })).toStrictEqual({
      type: "Attached", status: "unknown", reason: "quota-exhausted", unknown: "transient", evidence: EVIDENCE, clues: ["key-fails"],
    });
  });

  it("of what cannot be asked is that no API tells", () => {
    expect(unprovable("Open")).toEqual(NO_API_TELLS);
    expect(asAnswered("Open", undefined, () => yes)).toEqual(NO_API_TELLS);
    expect(asAnswered("Open", QUESTION, (asked) => (asked === QUESTION ? yes : no))).toMatchObject({ type: "Open", status: "true" });
  });
});

describe("an exit", () => {
  it.each([
    ["proven by a refusal", no, { type: "Left", status: "true", reason: "left", proof: "verified", evidence: EVIDENCE }],
    ["denied by an answer", yes, { type: "Left", status: "false", reason: "still-present", proof: "verified", evidence: EVIDENCE }],
    ["unknown where nothing was learnt", quota, { type: "Left", status: "unknown", reason: "quota-exhausted", unknown: "transient" }],
  ] as const)("is %s", (_, observation, judgement) => {
    expect(leftWhenFalse(observation)).toMatchObject(judgement);
  });
});

describe("an inference", () => {
  const premise = (name: string, observation: Observation) => ({ address: `production/subscription/${name}` as Address, observation });
  const inferred = (...observations: readonly Observation[]) => inferredFrom("Consented", observations.map((one, index) => premise(String(index), one)));

  it("follows from the first premise that is true", () => {
    expect(inferred(no, quota, yes, yes)).toStrictEqual({
      type: "Consented", status: "true", reason: "follows", proof: "inferred", seenAtMs: AT, evidence: { by: "inference", from: ["production/subscription/2"] },
    });
    expect(inferred({ ...yes, trace: { ...trace, origin } })).toMatchObject({ evidence: { by: "inference", origin } });
  });

  it("follows from nothing that is false, and waits for it", () => {
    expect(inferred(no, quota)).toEqual({ type: "Consented", status: "unknown", reason: "waits", unknown: "waiting" });
  });

  it("is as unknown as its first premise", () => {
    expect(inferred(quota, no)).toEqual({ type: "Consented", status: "unknown", reason: "quota-exhausted", unknown: "transient" });
  });

  it("without a premise is none that an API tells", () => {
    expect(inferred()).toEqual({ ...NO_API_TELLS, type: "Consented" });
  });
});
