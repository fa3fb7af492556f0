import { describe, expect, it } from "vitest";
import { address, type Address, type KindName } from "../../../src/model/address.ts";
import type { Step } from "../../../src/model/step.ts";
import { clientStages } from "../../../src/plan/client-stages.ts";
import { markOf, MARKS, worstOf } from "../../../src/plan/marks.ts";
import type { PlannedResource } from "../../../src/plan/plan-document.ts";
import { summarize, summarizeEnvironments } from "../../../src/plan/summarize.ts";

type Status = PlannedResource["status"];
const planned = (kind: KindName, name: string, status: Status, more: object = {}, environment: "production" | "qualification" = "production"): PlannedResource =>
  ({ address: address(environment, kind, name), kind, status, conditions: [{ proof: "verified" }], ...more }) as unknown as PlannedResource;
const attested = { conditions: [{ proof: "attested" }] };
const stale = { conditions: [{ proof: "verified", stale: "transient" }] };
const NOTHING = { open: new Set<Address>(), offline: false };

it.each<readonly [string, Status, object, object, string]>([
  ["to do", "to-do", {}, {}, "toDo"],
  ["unknown", "unknown", stale, {}, "unknown"],
  ["accepted", "accepted", {}, {}, "accepted"],
  ["paused", "paused", {}, {}, "paused"],
  ["in order", "in-order", {}, {}, "proven"],
  ["in order by a word", "in-order", attested, {}, "attested"],
  ["in order, with a step", "in-order", stale, { open: new Set(["production/structure/a"]) }, "due"],
  ["to do, with a step", "to-do", {}, { open: new Set(["production/structure/a"]) }, "toDo"],
  ["in order, not seen now", "in-order", stale, {}, "stale"],
  ["in order, offline", "in-order", stale, { offline: true }, "proven"],
  ["without a claim", "in-order", { conditions: [] }, {}, "proven"],
])("what is %s is marked so", (_, status, more, context, mark) => {
  expect(markOf(planned("structure", "a", status, more), { ...NOTHING, ...context })).toBe(mark);
});

it("the worst of marks is the one that asks for most", () => {
  for (const [at, mark] of MARKS.entries()) expect(worstOf(MARKS.slice(at).toReversed())).toBe(mark);
  expect(worstOf([])).toBe("proven");
});

const RESOURCES = [
  planned("structure", "a", "in-order", { client: "C1" }),
  planned("structure", "b", "to-do", { client: "C1" }),
  planned("structure", "c", "in-order", { client: "C2", ...attested }),
  planned("edi", "c", "in-order", { client: "C2" }),
  planned("edi", "d", "accepted", { client: "C3" }),
  planned("application", "ours", "unknown"),
  planned("structure", "a", "paused", { client: "C1" }, "qualification"),
  planned("structure", "e", "unknown", {}, "qualification"),
];
const STEPS = [
  { environment: "production", mode: "manual", why: "due", waitsFor: [] },
  { environment: "production", mode: "manual", why: "missing", waitsFor: [1] },
  { environment: "production", mode: "automatic", why: "due", waitsFor: [] },
  { environment: "qualification", mode: "manual", why: "due", waitsFor: [1, 2] },
] as unknown as readonly Step[];

describe("a summary", () => {
  it("counts structures of one name in both environments once, and everything by how it stands", () => {
    expect(summarize(RESOURCES, STEPS)).toStrictEqual({ structures: 4, resources: 8, inOrder: 3, toDo: 1, unknown: 2, accepted: 1, paused: 1, stepsByHand: 3, stepsByChorus: 1, stepsWaiting: 2 });
    expect(summarize([], [])).toStrictEqual({ structures: 0, resources: 0, inOrder: 0, toDo: 0, unknown: 0, paused: 0, stepsByHand: 0, stepsByChorus: 0, stepsWaiting: 0 });
  });

  it("counts each environment that there is, qualification first", () => {
    expect(summarizeEnvironments(RESOURCES, STEPS)).toStrictEqual([
      { environment: "qualification", proven: 0, attested: 0, toDo: 0, unknown: 1, due: 1 },
      { environment: "production", proven: 2, attested: 1, toDo: 1, unknown: 1, accepted: 1, due: 2 },
    ]);
    expect(summarizeEnvironments(RESOURCES.slice(0, 1), [])).toHaveLength(1);
  });

  it("counts clients stage by stage, each at the worst", () => {
    expect(clientStages("production", RESOURCES, NOTHING)).toStrictEqual({
      clients: 3, inOrder: 1,
      stages: [{ kind: "structure", toDo: 1, attested: 1 }, { kind: "edi", accepted: 1, proven: 1 }],
    });
    expect(clientStages("qualification", RESOURCES, NOTHING)).toStrictEqual({ clients: 1, inOrder: 0, stages: [{ kind: "structure", paused: 1 }] });
    expect(clientStages("qualification", RESOURCES.slice(-1), NOTHING)).toBeUndefined();
  });
});
