import { describe, expect, it } from "vitest";
import { toInstant } from "../../../../src/model/instant.ts";
import type { PlannedResource } from "../../../../src/plan/plan-document.ts";
import { isSettled, REPORT_MARKS, reportMarkOf, worstReportMark } from "../../../../src/plan/report/report-mark.ts";

const ADDRESS = "production/structure/a";
const SINCE = 5_000;
const old = { proof: "verified", provenAt: toInstant(SINCE - 1000) };
const fresh = { proof: "verified", provenAt: toInstant(SINCE) };

describe("in a report", () => {
  it.each<readonly [string, string, readonly object[], object, object, string]>([
    ["to do, whatever was proven", "to-do", [old], {}, {}, "toDo"],
    ["to do, and waits", "to-do", [], { waitsFor: [ADDRESS] }, {}, "toDo"],
    ["unknown", "unknown", [{ proof: "none" }], {}, {}, "unknown"],
    ["unknown, until something else is done", "unknown", [{ proof: "none" }], { waitsFor: [ADDRESS] }, {}, "waiting"],
    ["otherwise, as is accepted", "accepted", [old], {}, {}, "accepted"],
    ["paused", "paused", [], {}, {}, "paused"],
    ["so, but ends soon", "in-order", [old], {}, { open: new Set([ADDRESS]) }, "due"],
    ["so, and was not seen now", "in-order", [{ ...fresh, stale: "transient" }], {}, {}, "stale"],
    ["so, and was not asked about now", "in-order", [{ ...fresh, stale: "not-asked" }], {}, { offline: true }, "proven"],
    ["proven too long ago", "in-order", [old], {}, { offline: true }, "stale"],
    ["proven just in time", "in-order", [fresh], {}, {}, "proven"],
    ["proven, by its first claim", "in-order", [fresh, old], {}, {}, "proven"],
    ["so, without a claim", "in-order", [], {}, {}, "proven"],
    ["proven, though not told when", "in-order", [{ proof: "verified" }], {}, {}, "proven"],
    ["followed from what is proven", "in-order", [{ ...fresh, proof: "inferred" }], {}, {}, "inferred"],
    ["followed from it too long ago", "in-order", [{ ...old, proof: "inferred" }], {}, {}, "stale"],
    ["said by a person, however long ago", "in-order", [{ ...old, proof: "attested" }], {}, {}, "attested"],
  ])("what is %s is marked so", (_, status, conditions, more, context, mark) => {
    const resource = { address: ADDRESS, kind: "structure", status, conditions, ...more } as unknown as PlannedResource;
    expect(reportMarkOf(resource, { open: new Set(), offline: false, staleBeforeMs: SINCE, ...context })).toBe(mark);
  });
});

it("the worst of marks is the one that asks for most; where there is none, nothing is known", () => {
  for (const [at, mark] of REPORT_MARKS.entries()) expect(worstReportMark(REPORT_MARKS.slice(at).toReversed())).toBe(mark);
  expect(worstReportMark([])).toBe("unknown");
});

it("only what is so, and was seen or said, is in order", () => {
  expect(REPORT_MARKS.filter((mark) => isSettled(mark))).toEqual(["attested", "inferred", "proven"]);
});
