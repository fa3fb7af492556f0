import { describe, expect, it } from "vitest";
import type { Condition } from "../../../../src/model/condition.ts";
import { DAY_MS, toInstant } from "../../../../src/model/instant.ts";
import type { Resource } from "../../../../src/model/resource.ts";
import type { Step } from "../../../../src/model/step.ts";
import type { Assessed } from "../../../../src/plan/assess.ts";
import { plan, wantedResources } from "../../../../src/plan/plan.ts";
import { concernedBy } from "../../../../src/plan/where/concerned-by.ts";
import { declaredFacts } from "../../../../src/plan/where/declared-facts.ts";
import { narrowPlan } from "../../../../src/plan/where/narrow-plan.ts";
import { parseWhere } from "../../../../src/plan/where/parse-where.ts";
import { openItems, plannedFacts, type Outcome } from "../../../../src/plan/where/planned-facts.ts";
import type { Where } from "../../../../src/plan/where/where.ts";
import { accountOf, accountRecord, clientsOf, offlinePlanInput } from "../../../support/clients.ts";

const NOW_MS = Date.UTC(2026, 10, 24, 8, 12);
const where = (text: string): Where => parseWhere(text) as Where;
const resources = wantedResources(clientsOf(2), NOW_MS);
const addresses = (list: readonly Resource[]): readonly string[] => list.map(({ address }) => address);

describe("what the configuration tells of a resource", () => {
  const facts = (kind: string, spec: object, more: object = {}) =>
    declaredFacts({ address: `production/${kind}/x`, environment: "production", kind, names: ["x", "y"], lifecycle: "active", spec, ...more } as unknown as Resource);

  it.each<readonly [string, object, readonly string[]]>([
    ["application", {}, ["x"]],
    ["credentials", {}, ["x"]],
    ["subscription", { application: "z" }, ["x"]],
    ["cgu", { applications: ["a", "b"] }, ["a", "b"]],
    ["compte-piste", { applications: [{ environment: "production", application: "a" }] }, ["a"]],
    ["structure", { through: { application: "a", account: "t" } }, ["a"]],
    ["structure", {}, []],
    ["raccordement", { application: "APP", through: { application: "a", account: "t" } }, ["APP", "a"]],
    ["raccordement", { application: "a", through: { application: "a", account: "t" } }, ["a"]],
    ["raccordement", { application: "APP" }, ["APP"]],
  ])("%s is of %o: %j", (kind, spec, application) => {
    expect(facts(kind, spec).application).toEqual(application);
  });

  it("all of it", () => {
    expect(facts("service", {}, { client: "C1" })).toEqual({
      environment: ["production"], kind: ["service"], name: ["x", "y"], client: ["C1"], application: [], address: ["production/service/x"], lifecycle: ["active"],
    });
    expect(facts("service", {}).client).toEqual([]);
  });
});

it("what came of it is told by its conditions, its step and its first end", () => {
  const condition = (more: Partial<Condition>): Condition => ({ type: "Active", status: "true", reason: "structure-active", proof: "verified", since: toInstant(NOW_MS), ...more });
  const conditions = [{ condition: condition({}) }, { condition: condition({ proof: "none", reason: "waits", unknown: "waiting" }) }];
  const assessed = { resource: resources.find(({ kind }) => kind === "compte-piste"), conditions } as unknown as Assessed;
  const planned = { status: "to-do" } as Outcome["planned"];
  const step = { step: { action: "open-espace", actor: { role: "gestionnaire", name: "C1", label: "Menuiserie" } }, item: { request: { state: "asked" } } } as unknown as NonNullable<Outcome["step"]>;
  expect(plannedFacts(assessed, { planned: { ...planned, drifted: true }, step, dueAt: toInstant(NOW_MS + DAY_MS), nowMs: NOW_MS })).toMatchObject({
    kind: ["compte-piste"], status: ["to-do"], proof: ["verified", "none"], reason: ["structure-active", "waits"], unknown: ["waiting"], drifted: ["yes"],
    action: ["open-espace"], actor: ["gestionnaire", "C1", "Menuiserie"], request: ["asked"], due: [DAY_MS],
  });
  expect(plannedFacts(assessed, { planned, step: undefined, dueAt: undefined, nowMs: NOW_MS })).toMatchObject({ drifted: ["no"], action: [], actor: [], request: [], due: [] });
  const steps = [{ items: [{ address: "a" }, { address: "b" }] }, { items: [{ address: "c" }] }] as unknown as readonly Step[];
  expect([...openItems(steps)]).toEqual([["a", { step: steps[0], item: { address: "a" } }], ["b", { step: steps[0], item: { address: "b" } }], ["c", { step: steps[1], item: { address: "c" } }]]);
});

describe("what is asked about", () => {
  it("is everything without a filter", () => {
    expect(concernedBy(undefined, resources)).toBe(resources);
  });

  it("is what a filter may let through, and all that this rests on", () => {
    const concerned = addresses(concernedBy(where("client=C00001 and kind=espace and status=to-do"), resources));
    expect(concerned).toContain("production/espace/C00001/factures-emises");
    for (const below of ["production/structure/C00001", accountOf("C00001"), "production/credentials/principale", "production/application/principale", "production/compte-piste/principal"]) expect(concerned).toContain(below);
    expect(concerned.filter((address) => address.includes("C00002"))).toEqual([]);
    expect(addresses(concernedBy(where("client=nobody"), resources))).toEqual([]);
    expect(addresses(concernedBy(where("status=to-do"), resources))).toEqual(addresses(resources));
    const espaces = resources.filter(({ kind }) => kind === "espace");
    expect(addresses(concernedBy(where("client=C00001"), espaces))).toEqual(["production/espace/C00001/factures-emises"]);
  });
});

describe("a plan narrowed by a filter", () => {
  const end = (days: number) => toInstant(NOW_MS + days * DAY_MS);
  const records = new Map(["C00001", "C00002"].map((code, index) => [accountOf(code), accountRecord(code, end(20 + index * 40), end(-400))]));
  const whole = plan(offlinePlanInput(clientsOf(2), records, NOW_MS));
  const narrow = (text: string) => narrowPlan(whole, where(text));

  it("shows what passes, and counts it", () => {
    const { document, assessed } = narrow("kind=espace");
    expect(document.resources.map(({ kind }) => kind)).toEqual(["espace", "espace"]);
    expect(assessed.map(({ resource }) => resource.kind)).toEqual(["espace", "espace"]);
    expect(document.summary).toMatchObject({ resources: 2, structures: 0 });
    expect(document.environments.map(({ environment }) => environment)).toEqual(["production"]);
  });

  it("keeps of each step the part that passes, with its number", () => {
    const { document } = narrow("client=C00001");
    for (const step of document.steps) {
      const before = whole.document.steps.find(({ number }) => number === step.number);
      expect(step.items.every(({ address }) => address.includes("C00001"))).toBe(true);
      expect(step.items).toEqual(before?.items.filter(({ address }) => address.includes("C00001")));
      if (before?.items.length === step.items.length) expect(step).toBe(before);
    }
    expect(document.steps.length).toBeGreaterThan(0);
    expect(narrow("client=nobody").document.steps).toEqual([]);
  });

  it("shows of a step that is about several things those that pass", () => {
    const [step] = whole.document.steps;
    const items = ["C00001", "C00002"].map((code) => ({ address: accountOf(code), arguments: { code } }));
    const both = { ...whole, document: { ...whole.document, steps: [{ ...step, items }] } } as typeof whole;
    expect(narrowPlan(both, where("client=C00002")).document.steps).toEqual([{ ...step, items: items.slice(1) }]);
    expect(narrowPlan(both, where("kind=compte-technique")).document.steps[0]).toBe(both.document.steps[0]);
  });

  it("knows when a thing is to be seen to, and which step is open on it", () => {
    expect(narrow("due<30d").document.resources.map(({ address }) => address)).toEqual([accountOf("C00001")]);
    expect(narrow("due<30d or due>30d").document.resources).toHaveLength(2);
    expect(narrow("action=reset-password").document.resources.map(({ address }) => address)).toEqual([accountOf("C00001")]);
  });

  it("says of one thing only what passes, and of the whole what it said", () => {
    const notices = [{ notice: "attestation-unmatched", address: accountOf("C00001") }, { notice: "attestation-unmatched", address: accountOf("C00002") }, { notice: "qualification-first", application: "principale" }] as const;
    const said = narrowPlan({ ...whole, document: { ...whole.document, notices } }, where("client=C00002")).document.notices;
    expect(said).toEqual([{ notice: "attestation-unmatched", address: accountOf("C00002") }, { notice: "qualification-first", application: "principale" }]);
  });
});
