import { expect, it } from "vitest";
import type { Condition } from "../../../src/model/condition.ts";
import { toInstant } from "../../../src/model/instant.ts";
import type { Assessed, AssessedCondition } from "../../../src/plan/assess.ts";
import { areAlike, conditionSharer } from "../../../src/plan/share-conditions.ts";

// Sharing saves memory and must say nothing else: what differs in anything is kept as it is.

const AT = toInstant(Date.UTC(2026, 10, 24));
const LATER = toInstant(Date.UTC(2026, 10, 25));
const condition: Condition = { type: "Exists", status: "unknown", reason: "not-asked", proof: "none", since: AT, unknown: "not-asked" };
const cause: NonNullable<AssessedCondition["causes"]>[number] = { cause: "dns" };
const { unknown: _unknown, ...withoutClass } = condition;
const one: AssessedCondition = { condition, recorded: undefined, need: "missing", causes: [cause] };
const other: AssessedCondition = { condition: { ...condition, type: "Active" }, recorded: undefined };
const assessed = (...conditions: readonly AssessedCondition[]): Assessed => ({ resource: { address: String(conditions.length) } as never, recorded: undefined, known: undefined, conditions });
const within = (more: Partial<Condition>): AssessedCondition => ({ ...one, condition: { ...condition, ...more } });

it("keeps once what many have in common", () => {
  const shared = conditionSharer();
  const first = shared(assessed(one, other));
  const again = shared(assessed({ ...one }, { ...other }));
  expect(again.conditions).toBe(first.conditions);
  expect(again).toEqual(assessed(one, other));
  expect(shared(assessed({ ...one }, { ...other })).conditions).toBe(first.conditions);
  expect(shared(assessed(one)).conditions).toEqual([one]);
});

const DIFFERENT: readonly (readonly [string, AssessedCondition])[] = [
  ["type", within({ type: "Active" })], ["status", within({ status: "false" })], ["reason", within({ reason: "waits" })], ["proof", within({ proof: "verified" })],
  ["since", within({ since: LATER })], ["time of proof", within({ provenAt: AT })], ["past", within({ wasTrue: true })], ["class", within({ unknown: "transient" })],
  ["staleness", { ...one, stale: "transient" }], ["need", { ...one, need: "expired" as never }],
  ["cause", { ...one, causes: [{ ...cause, cause: "proxy" }] }], ["what told its cause", { ...one, causes: [{ ...cause, told: "key-fails" }] }], ["causes", { condition, recorded: undefined, need: "missing" }],
];
const OF_ONE: readonly (readonly [string, AssessedCondition])[] = [
  ["evidence", within({ evidence: { by: "api", request: "POST /x", status: 200, tries: 1 } as never })], ["fact", within({ fact: { fact: "beyond", count: 1 } })], ["claim before", within({ was: {} as never })],
  ["record", { ...one, recorded: condition }], ["accepted difference", { ...one, accepted: {} as never }], ["week", { ...one, renewal: {} as never }],
];

it.each([...DIFFERENT, ...OF_ONE])("never takes one for another that differs in its %s", (_name, different) => {
  for (const [before, after] of [[one, different], [different, one]] as const) {
    const shared = conditionSharer();
    shared(assessed(before));
    expect(shared(assessed(after))).toEqual(assessed(after));
    expect(shared(assessed(other, after))).toEqual(assessed(other, after));
  }
});

it.each<readonly [string, AssessedCondition, AssessedCondition]>([
  ["what told a cause", { ...one, causes: [{ ...cause, told: "key-fails" }] }, { ...one, causes: [{ ...cause, told: "line-break" }] }],
  ["a class and the same word for how old it is", one, { ...one, condition: withoutClass, stale: "not-asked" }],
])("never takes %s for another", (_name, before, after) => {
  const shared = conditionSharer();
  shared(assessed(before));
  expect(shared(assessed(after))).toEqual(assessed(after));
});

it.each(OF_ONE)("what one of two has of its own, its %s, stays apart even where all else is the same", (_name, own) => {
  expect(areAlike([one])).toBe(true);
  expect(areAlike([one, own])).toBe(false);
  const shared = conditionSharer();
  const kept = shared(assessed(own));
  expect(shared(assessed({ ...own })).conditions).not.toBe(kept.conditions);
});

it("where conditions stay apart their causes are kept once, and those without any as they are", () => {
  const shared = conditionSharer();
  const own = { ...one, recorded: condition };
  const first = shared(assessed(own));
  const again = shared(assessed({ ...own, causes: [{ ...cause }] }));
  expect(again.conditions[0]?.causes).toBe(first.conditions[0]?.causes);
  const beside = { condition, recorded: condition };
  expect(shared(assessed(beside, { ...own, causes: [{ ...cause }] })).conditions[1]?.causes).toBe(first.conditions[0]?.causes);
  const bare = assessed(beside);
  expect(shared(bare)).toBe(bare);
  const mixed = assessed({ condition, recorded: condition }, own);
  expect(shared(mixed)).toEqual(mixed);
  expect(shared(mixed).conditions[0]).toBe(mixed.conditions[0]);
});
