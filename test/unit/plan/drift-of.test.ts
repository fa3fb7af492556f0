import { expect, it } from "vitest";
import type { Plan } from "../../../src/plan/plan.ts";
import { driftOf } from "../../../src/plan/drift/drift-of.ts";

const day = (number: number): string => `2026-11-${String(number).padStart(2, "0")}T00:00:00Z`;
const HEAD = { createdAt: day(24), topology: "direct" };

const drifts = (resources: Readonly<Record<string, readonly object[]>>, recorded: readonly (readonly object[] | undefined)[] = [], offline = false) =>
  driftOf({
    document: { ...HEAD, offline, resources: Object.entries(resources).map(([address, conditions]) => ({ address, kind: "structure", ...(address === "b" ? { client: "C1" } : {}), conditions })) },
    assessed: recorded.map((conditions) => ({ recorded: conditions === undefined ? undefined : { conditions } })),
  } as unknown as Plan);

/** True before, and not now. */
const gone = (since: number, more: object = {}): object => ({ type: "Active", status: "false", since: day(since), wasTrue: true, reason: "structure-not-found", proof: "verified", ...more });

it("tells each claim that was so and is not, with what proved both, the latest first", () => {
  const was = { reason: "structure-active", proof: "verified", since: day(1) };
  const evidence = { by: "api", request: "POST /", tries: 3 };
  const now = { reason: "structure-not-found", proof: "verified" };
  expect(
    drifts({
      d: [gone(5), { type: "Open", status: "true", since: day(9), proof: "verified" }],
      a: [gone(5, { type: "Exists" }), gone(7)],
      c: [gone(6, { accepted: { by: "x" } }), { type: "Open", status: "false", since: day(9), wasTrue: false }],
      b: [gone(8, { was, provenAt: day(9), evidence, stale: "transient", fact: {}, unknown: "x" })],
      e: [gone(4)],
    }),
  ).toStrictEqual({
    format: "chorus-drift",
    version: 1,
    ...HEAD,
    offline: false,
    drifts: [
      { address: "b", kind: "structure", client: "C1", type: "Active", since: day(8), before: was, now: { ...now, provenAt: day(9), evidence, stale: "transient" } },
      { address: "a", kind: "structure", type: "Active", since: day(7), now },
      { address: "a", kind: "structure", type: "Exists", since: day(5), now },
      { address: "d", kind: "structure", type: "Active", since: day(5), now },
      { address: "e", kind: "structure", type: "Active", since: day(4), now },
    ],
    accepted: 1,
    proven: 0,
    unseen: 1,
  });
});

it("is in the order of addresses where all came at once", () => {
  expect(drifts({ b: [gone(3)], c: [gone(3)], a: [gone(3)] }).drifts.map(({ address }) => address)).toEqual(["a", "b", "c"]);
  expect(drifts({ a: [gone(1)], b: [gone(3)], c: [gone(2)], d: [gone(4)] }).drifts.map(({ address }) => address)).toEqual(["d", "b", "c", "a"]);
  expect(drifts({ z: [gone(5)], a: [gone(4)] }).drifts.map(({ address }) => address)).toEqual(["z", "a"]);
  expect(drifts({ a: [gone(5, { type: "Exists" }), gone(5, { type: "Active" })] }).drifts.map(({ type }) => type)).toEqual(["Exists", "Active"]);
});

it("counts what was proven before this run, and what nobody saw in it", () => {
  const recorded = [[{ status: "true" }, { status: "false" }, { status: "false", wasTrue: true }], undefined, [{ status: "unknown" }, { status: "true", wasTrue: true }]];
  expect(drifts({}, recorded)).toMatchObject({ proven: 3, unseen: 0, drifts: [] });
  const unseen = { a: [{ stale: "transient" }, {}], b: [{ stale: "not-asked" }] };
  expect([drifts(unseen).unseen, drifts(unseen, [], true).unseen]).toEqual([2, 0]);
});
