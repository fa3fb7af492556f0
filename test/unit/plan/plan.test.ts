import { describe, expect, it } from "vitest";
import type { Cause } from "../../../src/model/cause.ts";
import type { Condition, ResourceRecord } from "../../../src/model/condition.ts";
import { DAY_MS, toInstant } from "../../../src/model/instant.ts";
import type { Resource } from "../../../src/model/resource.ts";
import type { Assessed, AssessedCondition } from "../../../src/plan/assess.ts";
import { plan, planFrom, proofValidityMs, wantedResources } from "../../../src/plan/plan.ts";
import type { PlannedResource } from "../../../src/plan/plan-document.ts";
import { accountOf, accountRecord, clientsOf, offlinePlanInput } from "../../support/clients.ts";
import { resourceAt } from "../../support/hand-made.ts";

const NOW_MS = Date.UTC(2026, 10, 24, 8, 12);
const INPUT = offlinePlanInput(clientsOf(1), new Map(), NOW_MS);

describe("what stands of a resource", () => {
  const CONDITION: Condition = { type: "Open", status: "true", reason: "enabled", proof: "verified", since: toInstant(0), provenAt: toInstant(0), evidence: { by: "api", request: "GET /", tries: 1 } };
  const accepted = { accepted: { address: "", by: "Camille", at: toInstant(0), until: toInstant(NOW_MS), accepted: "travaux", covers: "" } } as unknown as Partial<AssessedCondition>;
  const cause = (name: Cause["cause"]): Partial<AssessedCondition> => ({ causes: [{ cause: name }] });

  const planned = (...each: readonly (readonly [Partial<Resource>, ...(readonly Partial<AssessedCondition>[])])[]): readonly PlannedResource[] =>
    planFrom(INPUT, each.map(([more, ...claims], index): Assessed => ({
      resource: resourceAt(`production/espace/s/${index}`, { spec: { structure: { name: "s", identifiant: "1", type: "SIRET" }, gestionnaire: {} }, ...more }),
      recorded: undefined,
      known: undefined,
      conditions: claims.map((claim) => ({ condition: CONDITION, recorded: undefined, ...claim })),
    }))).document.resources;

  const UNKNOWN: Partial<AssessedCondition> = { condition: { ...CONDITION, status: "unknown" } };
  const FALSE: Partial<AssessedCondition> = { condition: { ...CONDITION, status: "false", wasTrue: true } };

  it.each<[string, Partial<Resource>, readonly Partial<AssessedCondition>[], string]>([
    ["in order where its first claim is", {}, [{}, UNKNOWN], "in-order"],
    ["unknown where its first claim is", {}, [UNKNOWN, {}], "unknown"],
    ["to do where one claim asks", {}, [{}, { need: "missing" }], "to-do"],
    ["in order while it only ends soon", {}, [{ need: "due" }], "in-order"],
    ["accepted where one difference is, whichever", {}, [{}, accepted], "accepted"],
    ["to do beside what is accepted", {}, [accepted, { need: "missing" }], "to-do"],
    ["paused, whatever it is", { lifecycle: "paused" }, [UNKNOWN], "paused"],
    ["paused with nothing told of it", { lifecycle: "paused" }, [], "paused"],
    ["in order with nothing told of it", {}, [], "in-order"],
  ])("is %s", (_name, more, claims, status) => {
    expect(planned([more, ...claims])[0]?.status).toBe(status);
  });

  it("has drifted where something was true, is not and is not accepted", () => {
    expect(planned([{}, {}, FALSE], [{}, { ...FALSE, ...accepted }], [{}, { ...FALSE, ...accepted }, FALSE], [{}, {}]).map(({ drifted }) => drifted)).toEqual([true, undefined, true, undefined]);
  });

  it("says what it waits for, and nothing where nothing is in its way", () => {
    const [open, waiting, alone] = planned([{}, { need: "missing" }], [{ dependsOn: ["production/espace/s/0"] as never }, UNKNOWN], [{}, UNKNOWN]);
    expect(open).not.toHaveProperty("waitsFor");
    expect(waiting).toHaveProperty("waitsFor", ["production/espace/s/0"]);
    expect(alone).not.toHaveProperty("waitsFor");
  });

  it("tells claims that are alike once, and each with what is its own", () => {
    const told = planned([{}, cause("dns")], [{}, cause("proxy")], [{}, accepted], [{}, { stale: "transient" }], [{}]).map(({ conditions: [first] }) => [first?.causes?.[0]?.cause, first?.accepted?.reason, first?.stale]);
    expect(told).toEqual([["dns", undefined, undefined], ["proxy", undefined, undefined], [undefined, "travaux", undefined], [undefined, undefined, "transient"], [undefined, undefined, undefined]]);
    const causes: readonly Cause[] = [{ cause: "dns" }];
    const [one, other] = planned([{}, { causes }], [{}, { causes }]);
    expect(other?.conditions[0]).toBe(one?.conditions[0]);
  });

  it("tells a list of claims that resources share once", () => {
    const bare = { condition: { type: "Open", status: "unknown", reason: "not-asked", proof: "none", since: toInstant(0) } as const, recorded: undefined };
    const conditions = [bare];
    const [first, second] = planFrom(INPUT, [0, 1].map((index) => ({ resource: resourceAt(`production/espace/s/${index}`), conditions, recorded: undefined, known: undefined }))).document.resources;
    expect(second?.conditions).toBe(first?.conditions);
  });
});

it("keeps to what is asked for, by name and by what stands", () => {
  const input = { ...INPUT, desired: clientsOf(2) };
  const kinds = (where: string) => [...new Set(plan({ ...input, selection: { where } }).document.resources.map(({ kind }) => kind))];
  expect(kinds("kind=structure")).toEqual(["structure"]);
  expect(plan(input).document.resources.length).toBeGreaterThan(plan({ ...input, selection: { targets: ["C00001"] } }).document.resources.length);
});

it("declares everything in the order of addresses", () => {
  const addresses = wantedResources(clientsOf(3), NOW_MS).map(({ address }) => address);
  expect(addresses).toEqual(addresses.toSorted());
});

describe("a proof from elsewhere", () => {
  const origin = { client: "C00001", at: toInstant(NOW_MS - DAY_MS) } as never;
  const recordAt = (daysAgo: number): ResourceRecord => {
    const at = toInstant(NOW_MS - daysAgo * DAY_MS);
    const record = accountRecord("C00001", undefined, at);
    return { ...record, conditions: record.conditions.map((condition) => ({ ...condition, evidence: { by: "api", request: "POST /", tries: 1, origin } })) };
  };
  const staleAfter = (daysAgo: number, validite?: string) => {
    const desired = { ...clientsOf(1), ...(validite === undefined ? {} : { clients: { preuves: { validite } } }) } as ReturnType<typeof clientsOf>;
    const { document } = plan(offlinePlanInput(desired, new Map([[accountOf("C00001"), recordAt(daysAgo)]]), NOW_MS));
    return document.resources.find(({ address }) => address === accountOf("C00001"))?.conditions[0]?.stale;
  };

  it("counts as seen now for thirty days, or as long as is said", () => {
    expect([29, 31].map((days) => staleAfter(days))).toEqual([undefined, "not-asked"]);
    expect([29, 31].map((days) => staleAfter(days, "10d"))).toEqual(["not-asked", "not-asked"]);
    expect([9, 11].map((days) => staleAfter(days, "10d"))).toEqual([undefined, "not-asked"]);
    expect(proofValidityMs(clientsOf(1))).toBe(30 * DAY_MS);
  });
});
