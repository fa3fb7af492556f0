import { expect, it } from "vitest";
import type { Conclusive, Judgement } from "../../../src/kinds/kind.ts";
import type { Sighting } from "../../../src/model/attestation.ts";
import type { Condition } from "../../../src/model/condition.ts";
import { DAY_MS, toInstant } from "../../../src/model/instant.ts";
import { attested, conclude, concluded, unproven } from "../../../src/plan/settled-conditions.ts";
import type { Weighed } from "../../../src/plan/weighed.ts";

const NOW_MS = Date.UTC(2026, 10, 24, 8, 12);
const day = (offset: number) => toInstant(NOW_MS + offset * DAY_MS);
const evidence = { by: "api", request: "POST /x", status: 200, tries: 1 } as const;
const seen = (status: "true" | "false"): Conclusive => ({ type: "Active", status, reason: status === "true" ? "structure-active" : "structure-inactive", proof: "verified", seenAtMs: NOW_MS, evidence });
const unseen: Judgement = { type: "Active", status: "unknown", reason: "quota-exhausted", unknown: "transient", evidence };
const recorded = (status: Condition["status"], more: Partial<Condition> = {}): Condition => ({ type: "Active", status, reason: "structure-active", proof: "verified", since: day(-20), provenAt: day(-10), evidence, ...more });
const weighed = (judgement: Judgement, more: Partial<Weighed> = {}): Weighed => ({ judgement, recorded: undefined, nowMs: NOW_MS, ...more }) as Weighed;
const before = { reason: "structure-active", proof: "verified", since: day(-20), provenAt: day(-10), evidence };
const yes = { type: "Active", status: "true", reason: "structure-active", proof: "verified", provenAt: day(0), evidence };
const no = { ...yes, status: "false", reason: "structure-inactive" };
const unknown = { type: "Active", status: "unknown", reason: "quota-exhausted", proof: "none", unknown: "transient", evidence };
const was = { ...before, since: day(-40) };

it.each<readonly [string, Condition, object]>([
  ["true, first seen now", conclude(seen("true"), undefined), { ...yes, since: day(0) }],
  ["true since it was", conclude(seen("true"), recorded("true")), { ...yes, since: day(-20) }],
  ["true again, of which nothing is said of before", conclude(seen("true"), recorded("false", { wasTrue: true, was: was as never })), { ...yes, since: day(0) }],
  ["false, which was true, with what spoke for it", conclude(seen("false"), recorded("true")), { ...no, since: day(0), wasTrue: true, was: before }],
  ["false since it was", conclude(seen("false"), recorded("false", { wasTrue: true, was: was as never })), { ...no, since: day(-20), wasTrue: true, was }],
  ["false, never known to be true", conclude(seen("false"), recorded("unknown")), { ...no, since: day(0) }],
  ["false, first seen now", concluded(weighed(seen("false"))), { ...no, since: day(0) }],
  ["unknown, first looked at now", concluded(weighed(unseen)), { ...unknown, since: day(0) }],
  ["unknown since it was", unproven(weighed(unseen, { recorded: recorded("unknown") })), { ...unknown, since: day(-20) }],
  ["unknown, which was true", unproven(weighed(unseen, { recorded: recorded("true") })), { ...unknown, since: day(0) }],
])("a condition is %s", (_name, condition, expected) => {
  expect(condition).toStrictEqual(expected);
});

it("of what was seen and cannot count, no class and no evidence of an unknown is told", () => {
  expect(unproven(weighed(seen("true")))).toStrictEqual({ type: "Active", status: "unknown", reason: "structure-active", proof: "none", since: day(0) });
});

it("a word makes it true since it was given, or since it was", () => {
  const attestation: Sighting = { address: "production/structure/s" as never, by: "Camille", at: day(-3), seen: "vu", until: day(30), covers: "0" };
  const said = { type: "Active", status: "true", reason: "attested", proof: "attested", provenAt: day(-3), evidence: { by: "attestation", at: day(-3), until: day(30) } };
  expect(attested(weighed(unseen, { attestation }))).toStrictEqual({ ...said, since: day(-3) });
  expect(attested(weighed(unseen, { attestation, recorded: recorded("true") }))).toStrictEqual({ ...said, since: day(-20) });
  expect(attested(weighed(unseen, { attestation, recorded: recorded("false") }))).toStrictEqual({ ...said, since: day(-3) });
  expect(attested(weighed(unseen))).toStrictEqual({ ...unknown, since: day(0) });
});
