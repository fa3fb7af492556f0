import { expect, it } from "vitest";
import type { Judgement } from "../../../src/kinds/kind.ts";
import { address } from "../../../src/model/address.ts";
import type { Acceptance, Sighting } from "../../../src/model/attestation.ts";
import type { Condition } from "../../../src/model/condition.ts";
import { toInstant, type Instant } from "../../../src/model/instant.ts";
import { EVIDENCE_RULES, settle } from "../../../src/plan/settle.ts";
import type { Settled, Weighed } from "../../../src/plan/weighed.ts";

const NOW_MS = Date.UTC(2026, 10, 24, 8, 12);
const NOW = toInstant(NOW_MS);
const day = (offset: number): Instant => toInstant(NOW_MS + offset * 86_400_000);

const evidence = { by: "api", request: "POST /x", status: 200, tries: 1 } as const;
const sees = (status: "true" | "false"): Judgement => ({
  type: "Active",
  status,
  reason: status === "true" ? "structure-active" : "structure-inactive",
  proof: "verified",
  seenAtMs: NOW_MS,
  evidence,
});
const unknown = (unknownClass: Condition["unknown"] & string, reason: Condition["reason"] = "not-asked"): Judgement => ({
  type: "Active",
  status: "unknown",
  reason,
  unknown: unknownClass,
});
const recorded = (status: Condition["status"], more: Partial<Condition> = {}): Condition => ({
  type: "Active",
  status,
  reason: status === "true" ? "structure-active" : "structure-inactive",
  proof: "verified",
  since: day(-20),
  provenAt: day(-10),
  evidence,
  ...more,
});
const word = (at: number, until = 300): Sighting => ({
  address: address("production", "structure", "siege"),
  by: "Direction",
  at: day(at),
  seen: "écran",
  until: day(until),
  covers: "0123456789abcdef",
});
const acceptance = (at: number, until = 300): Acceptance => {
  const { seen: _, ...rest } = word(at, until);
  return { ...rest, accepted: "marché repris en janvier" };
};
const contradicted = recorded("unknown", {
  reason: "refused-as-if-not-connected",
  proof: "none",
  unknown: "contradicted",
  since: day(-5),
});
const { provenAt: _, ...CONTRADICTED } = contradicted;
const { provenAt: _at, ...UNDATED } = recorded("false");
const { evidence: _evidence, ...BARE } = recorded("true");

const origin = { client: "C00417", at: day(-10) };
const received: Partial<Condition> = { evidence: { ...evidence, origin } };
const inferredElsewhere: Partial<Condition> = { proof: "inferred", evidence: { by: "inference", from: [], origin } };
const RECEIVED = "unknown here, verified by a proof from elsewhere that is not too old: no step";
const ACCEPTED_NOW = "seen to be false, and the difference is accepted: no step until its date, and never shown as fine";
const ACCEPTED_BEFORE = "unknown now, verified false before, and the difference is accepted: no step until its date, and never shown as fine";

interface Row {
  readonly rule: string;
  readonly weighed: Partial<Weighed> & Pick<Weighed, "judgement">;
  readonly expected: Omit<Settled, "condition"> & { readonly condition: Partial<Condition> };
}

const ROWS: readonly Row[] = [
  {
    rule: "seen to be true: no step",
    weighed: { judgement: sees("true"), recorded: recorded("false"), attestation: word(-1) },
    expected: { condition: { status: "true", proof: "verified", since: NOW, provenAt: NOW } },
  },
  {
    rule: "seen to be true: no step",
    weighed: { judgement: sees("true"), recorded: recorded("true") },
    expected: { condition: { status: "true", since: day(-20), provenAt: NOW } },
  },
  {
    rule: "seen to be true: no step",
    weighed: { judgement: sees("true"), acceptance: acceptance(-1) },
    expected: { condition: { status: "true" } },
  },
  {
    rule: ACCEPTED_NOW,
    weighed: { judgement: sees("false"), recorded: recorded("true"), acceptance: acceptance(-1) },
    expected: { condition: { status: "false", proof: "verified", wasTrue: true }, accepted: acceptance(-1) },
  },
  {
    rule: ACCEPTED_NOW,
    weighed: { judgement: sees("false"), acceptance: acceptance(-1, 0) },
    expected: { condition: { status: "false" }, accepted: acceptance(-1, 0) },
  },
  {
    rule: "seen to be false: a step, and what a person said before is void",
    weighed: { judgement: sees("false"), acceptance: acceptance(-90, -1) },
    expected: { condition: { status: "false" }, need: "missing" },
  },
  {
    rule: "seen to be false: a step, and what a person said before is void",
    weighed: { judgement: sees("false"), recorded: recorded("true"), attestation: word(-1) },
    expected: { condition: { status: "false", since: NOW }, need: "missing", voids: word(-1) },
  },
  {
    rule: "seen to be false: a step, and what a person said before is void",
    weighed: { judgement: sees("false") },
    expected: { condition: { status: "false" }, need: "missing" },
  },
  {
    rule: "attested, and inconclusive evidence speaks against it: a step to check",
    weighed: { judgement: unknown("contradicted", "refused-as-if-not-connected"), attestation: word(-1) },
    expected: { condition: { status: "unknown", unknown: "contradicted", proof: "none" }, need: "contradicted" },
  },
  {
    rule: "attested, and inconclusive evidence speaks against it: a step to check",
    weighed: { judgement: unknown("contradicted", "refused-as-if-not-connected"), attestation: word(-90, -1) },
    expected: { condition: { unknown: "contradicted" }, need: "contradicted" },
  },
  {
    rule: "contradicted before, not looked at again since: the step to check stays",
    weighed: { judgement: unknown("not-asked"), recorded: CONTRADICTED, attestation: word(-6) },
    expected: { condition: { ...CONTRADICTED }, stale: "not-asked", need: "contradicted" },
  },
  {
    rule: "contradicted before, not looked at again since: the step to check stays",
    weighed: { judgement: unknown("not-asked"), recorded: CONTRADICTED, attestation: word(-5) },
    expected: { condition: CONTRADICTED, stale: "not-asked", need: "contradicted" },
  },
  {
    rule: "never proven: a step, do it or attest it",
    weighed: { judgement: unknown("contradicted", "refused-as-if-not-connected") },
    expected: { condition: { status: "unknown", unknown: "contradicted" }, need: "unproven" },
  },
  {
    rule: "never proven: a step, do it or attest it",
    weighed: { judgement: unknown("not-asked"), recorded: CONTRADICTED },
    expected: { condition: { status: "unknown", unknown: "not-asked" }, need: "unproven" },
  },
  {
    rule: "a valid attestation: no step",
    weighed: { judgement: unknown("not-asked"), recorded: { ...CONTRADICTED, unknown: "waiting", reason: "waits" }, attestation: word(-6) },
    expected: { condition: { status: "true", proof: "attested" } },
  },
  {
    rule: RECEIVED,
    weighed: { judgement: unknown("elsewhere", "secrets-elsewhere"), recorded: recorded("true", received), receivedForMs: 11 * 86_400_000 },
    expected: { condition: recorded("true", received) },
  },
  {
    rule: RECEIVED,
    weighed: { judgement: unknown("not-asked"), recorded: recorded("true", inferredElsewhere), receivedForMs: 11 * 86_400_000 },
    expected: { condition: recorded("true", inferredElsewhere) },
  },
  {
    rule: RECEIVED,
    weighed: { judgement: unknown("not-asked"), recorded: recorded("true", received), receivedForMs: 10 * 86_400_000 },
    expected: { condition: recorded("true", received) },
  },
  {
    rule: "unknown now, verified before: no step, stale",
    weighed: { judgement: unknown("not-asked"), recorded: recorded("true"), receivedForMs: 11 * 86_400_000 },
    expected: { condition: recorded("true"), stale: "not-asked" },
  },
  {
    rule: "unknown now, verified before: no step, stale",
    weighed: { judgement: unknown("not-asked"), recorded: BARE, receivedForMs: 11 * 86_400_000 },
    expected: { condition: BARE, stale: "not-asked" },
  },
  {
    rule: "unknown now, verified before: no step, stale",
    weighed: { judgement: unknown("elsewhere", "secrets-elsewhere"), recorded: recorded("true", received), receivedForMs: 9 * 86_400_000 },
    expected: { condition: recorded("true", received), stale: "elsewhere" },
  },
  {
    rule: "unknown now, verified false before: the step stays",
    weighed: { judgement: unknown("elsewhere", "secrets-elsewhere"), recorded: recorded("false", received), receivedForMs: 11 * 86_400_000 },
    expected: { condition: recorded("false", received), stale: "elsewhere", need: "missing" },
  },
  {
    rule: "unknown now, verified before: no step, stale",
    weighed: { judgement: unknown("transient", "platform-unavailable"), recorded: recorded("true"), attestation: word(-1) },
    expected: { condition: recorded("true"), stale: "transient" },
  },
  {
    rule: "unknown now, verified before: no step, stale",
    weighed: { judgement: unknown("not-asked"), recorded: recorded("true", { proof: "inferred" }) },
    expected: { condition: recorded("true", { proof: "inferred" }), stale: "not-asked" },
  },
  {
    rule: ACCEPTED_BEFORE,
    weighed: { judgement: unknown("not-asked"), recorded: recorded("false"), acceptance: acceptance(-1) },
    expected: { condition: recorded("false"), stale: "not-asked", accepted: acceptance(-1) },
  },
  {
    rule: "unknown now, verified false before: the step stays",
    weighed: { judgement: unknown("not-asked"), recorded: recorded("false"), acceptance: acceptance(-90, -1) },
    expected: { condition: recorded("false"), stale: "not-asked", need: "missing" },
  },
  {
    rule: "never proven: a step, do it or attest it",
    weighed: { judgement: unknown("unprovable", "no-api-tells"), acceptance: acceptance(-1) },
    expected: { condition: { status: "unknown" }, need: "unproven" },
  },
  {
    rule: "unknown now, verified false before, attested since: no step",
    weighed: { judgement: unknown("not-asked"), recorded: recorded("false"), attestation: word(-9) },
    expected: { condition: { status: "true", proof: "attested", reason: "attested", since: day(-9), provenAt: day(-9) } },
  },
  {
    rule: "unknown now, verified false before, attested since: no step",
    weighed: { judgement: unknown("not-asked"), recorded: recorded("false"), attestation: word(-10), voided: day(-11) },
    expected: { condition: { status: "true", proof: "attested" } },
  },
  {
    rule: "unknown now, verified false before, attested since: no step",
    weighed: { judgement: unknown("not-asked"), recorded: UNDATED, attestation: word(-30) },
    expected: { condition: { status: "true", proof: "attested" } },
  },
  {
    rule: "unknown now, verified false before: the step stays",
    weighed: { judgement: unknown("not-asked"), recorded: recorded("false"), attestation: word(-11) },
    expected: { condition: recorded("false"), stale: "not-asked", need: "missing", voids: word(-11) },
  },
  {
    rule: "unknown now, verified false before: the step stays",
    weighed: { judgement: unknown("not-asked"), recorded: recorded("false"), attestation: word(-10), voided: day(-10) },
    expected: { condition: recorded("false"), stale: "not-asked", need: "missing", voids: word(-10) },
  },
  {
    rule: "unknown now, verified false before: the step stays",
    weighed: { judgement: unknown("not-asked"), recorded: recorded("false"), attestation: word(-9, -1) },
    expected: { condition: recorded("false"), stale: "not-asked", need: "missing" },
  },
  {
    rule: "a valid attestation: no step",
    weighed: { judgement: unknown("unprovable", "no-api-tells"), attestation: word(-1, 0) },
    expected: { condition: { status: "true", proof: "attested", evidence: { by: "attestation", at: day(-1), until: NOW } } },
  },
  {
    rule: "a valid attestation: no step",
    weighed: { judgement: unknown("unprovable", "not-refused"), recorded: CONTRADICTED, attestation: word(-6) },
    expected: { condition: { status: "true", proof: "attested" } },
  },
  {
    rule: "a valid attestation: no step",
    weighed: { judgement: unknown("not-asked"), recorded: CONTRADICTED, attestation: word(-4) },
    expected: { condition: { status: "true", proof: "attested" } },
  },
  {
    rule: "an attestation whose date is past: a step to look again",
    weighed: { judgement: unknown("unprovable", "no-api-tells"), recorded: recorded("true", { proof: "attested" }), attestation: word(-90, -1) },
    expected: { condition: { status: "unknown", reason: "attestation-expired", proof: "none" }, need: "attestation-expired" },
  },
  {
    rule: "never proven, and it comes with something else: unknown, no step",
    weighed: { judgement: unknown("waiting", "waits"), whenUnknown: "wait" },
    expected: { condition: { status: "unknown", unknown: "waiting", since: NOW } },
  },
  {
    rule: "never proven, and it comes with something else: unknown, no step",
    weighed: { judgement: unknown("unprovable", "no-api-tells"), whenUnknown: "tell" },
    expected: { condition: { status: "unknown", unknown: "unprovable" } },
  },
  {
    rule: "never proven: a step, do it or attest it",
    weighed: { judgement: unknown("unprovable", "no-api-tells"), whenUnknown: "wait" },
    expected: { condition: { status: "unknown" }, need: "unproven" },
  },
  {
    rule: "never proven: a step, do it or attest it",
    weighed: { judgement: unknown("not-configured", "secret-missing"), recorded: recorded("true", { proof: "attested" }) },
    expected: { condition: { status: "unknown", unknown: "not-configured" }, need: "unproven" },
  },
];

it.each(ROWS)("$rule", ({ rule, weighed, expected }) => {
  const full: Weighed = { recorded: undefined, attestation: undefined, nowMs: NOW_MS, whenUnknown: "act", ...weighed };
  expect(EVIDENCE_RULES.find(({ when }) => when(full))?.name).toBe(rule);
  const { condition, ...rest } = settle(full);
  const { condition: expectedCondition, ...expectedRest } = expected;
  expect(rest).toStrictEqual(expectedRest);
  expect(condition).toMatchObject(expectedCondition);
});

it("has a test for every row, and every row can decide", () => {
  expect(new Set(ROWS.map(({ rule }) => rule))).toEqual(new Set(EVIDENCE_RULES.map(({ name }) => name)));
});

it("never shows what is unknown as true without a proof that still holds", () => {
  for (const { weighed } of ROWS) {
    const { condition } = settle({ recorded: undefined, attestation: undefined, nowMs: NOW_MS, whenUnknown: "act", ...weighed });
    if (condition.status !== "unknown") expect(condition.proof).not.toBe("none");
  }
});
