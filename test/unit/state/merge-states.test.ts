import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { address } from "../../../src/model/address.ts";
import type { Condition, ResourceRecord } from "../../../src/model/condition.ts";
import { toInstant } from "../../../src/model/instant.ts";
import { changeState } from "../../../src/state/change-state.ts";
import { mergeStates } from "../../../src/state/merge-states.ts";
import { serializeState } from "../../../src/state/serialize-state.ts";
import { emptyState, type State } from "../../../src/state/state.ts";

const SIEGE = address("production", "structure", "siege");

const claim = (second: number, status: "true" | "false" = "true", type: Condition["type"] = "Active"): Condition => ({
  type,
  status,
  reason: status === "true" ? "structure-active" : "structure-inactive",
  proof: "verified",
  since: toInstant(second * 1000),
  provenAt: toInstant(second * 1000),
});

const record = (conditions: readonly Condition[], covers = "0123abcd"): ResourceRecord => ({ address: SIEGE, conditions, covers });

const stateOf = (...records: readonly ResourceRecord[]): State =>
  changeState(emptyState("lineage"), records.map((one) => ({ subject: one.address, record: one })));

const merged = (base: State | undefined, ours: State, theirs: State): ResourceRecord | undefined =>
  mergeStates(base, ours, theirs)?.records.get(SIEGE);

describe("states of two branches", () => {
  const base = stateOf(record([claim(1)]));

  it("take what one side alone changed from that side", () => {
    const changed = stateOf(record([claim(2, "false")]));
    expect(merged(base, changed, base)).toEqual(changed.records.get(SIEGE));
    expect(merged(base, base, changed)).toEqual(changed.records.get(SIEGE));
  });

  it("forget what one side forgot and the other left alone, and keep what was seen again", () => {
    expect(merged(base, emptyState("lineage"), base)).toBeUndefined();
    expect(merged(base, base, emptyState("lineage"))).toBeUndefined();
    expect(merged(base, emptyState("lineage"), stateOf(record([claim(2)])))).toEqual(record([claim(2)]));
  });

  it("take the newer proof, claim by claim", () => {
    const ours = stateOf(record([claim(3, "false"), claim(2, "true", "Exists")]));
    const theirs = stateOf(record([claim(2), claim(4, "false", "Exists")]));
    const both = [merged(base, ours, theirs), merged(base, theirs, ours)];
    for (const one of both) expect(new Set(one?.conditions)).toEqual(new Set([claim(3, "false"), claim(4, "false", "Exists")]));
  });

  it("know nothing where two proofs of the same moment differ", () => {
    const ours = stateOf(record([claim(5, "false"), claim(2, "true", "Exists")]));
    const theirs = stateOf(record([claim(5), claim(2, "true", "Exists")]));
    expect(merged(base, ours, theirs)?.conditions).toEqual([claim(2, "true", "Exists")]);
    expect(merged(base, stateOf(record([claim(5, "false")])), stateOf(record([claim(5)])))).toBeUndefined();
  });

  it("take the record of the side that changed what it is about, however old", () => {
    const otherSiret = stateOf(record([claim(2)], "ffffffff"));
    const seenAgain = stateOf(record([claim(9)]));
    expect(merged(base, otherSiret, seenAgain)).toEqual(otherSiret.records.get(SIEGE));
    expect(merged(base, seenAgain, otherSiret)).toEqual(otherSiret.records.get(SIEGE));
  });

  it("take the newer where both changed what it is about", () => {
    const one = stateOf(record([claim(2)], "11111111"));
    const other = stateOf(record([claim(3)], "22222222"));
    expect(merged(base, one, other)).toEqual(other.records.get(SIEGE));
    expect(merged(base, other, one)).toEqual(other.records.get(SIEGE));
  });

  it("are not merged where they have nothing to do with each other", () => {
    const other: State = { ...stateOf(record([claim(2)])), lineage: "another" };
    expect(mergeStates(base, base, other)).toBeUndefined();
    // Both branches began it.
    expect(mergeStates(undefined, base, other)?.lineage).toBe("lineage");
  });
});

describe("merging", () => {
  const names = ["a", "b", "c"].map((name) => address("production", "structure", name));
  const records = fc.array(
    fc.record({
      address: fc.constantFrom(...names),
      conditions: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom("true" as const, "false" as const)).map(([at, status]) => [claim(at, status)]),
      covers: fc.constantFrom("11111111", "22222222"),
    }),
    { maxLength: 4 },
  );
  const states = records.map((all) => stateOf(...all));

  it("gives the same whichever side is ours, and keeps a state merged with itself or with what it grew from", () => {
    fc.assert(
      fc.property(states, states, states, (base, ours, theirs) => {
        const [one, other] = [mergeStates(base, ours, theirs), mergeStates(base, theirs, ours)];
        expect(one === undefined ? undefined : serializeState(one)).toBe(other === undefined ? undefined : serializeState(other));
        expect(serializeState(mergeStates(base, ours, ours) ?? base)).toBe(serializeState(ours));
        expect(serializeState(mergeStates(base, base, ours) ?? base)).toBe(serializeState(ours));
      }),
    );
  });

  it("knows of nothing that neither side knew", () => {
    fc.assert(
      fc.property(states, states, states, (base, ours, theirs) => {
        for (const [of, { conditions }] of mergeStates(base, ours, theirs)?.records ?? []) {
          const known = [ours, theirs].flatMap((state) => state.records.get(of)?.conditions ?? []);
          for (const one of conditions) expect(known).toContainEqual(one);
        }
      }),
    );
  });
});
