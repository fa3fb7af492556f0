import { describe, expect, it } from "vitest";
import type { Address } from "../../../src/model/address.ts";
import type { ResourceRecord } from "../../../src/model/condition.ts";
import { toInstant } from "../../../src/model/instant.ts";
import type { Resource } from "../../../src/model/resource.ts";
import type { Assessed } from "../../../src/plan/assess.ts";
import { coversOf, isAbout, recordCovers } from "../../../src/plan/covers.ts";
import { canonical, digestOf } from "../../../src/plan/digest.ts";
import { plan, wantedResources } from "../../../src/plan/plan.ts";
import { planDigest } from "../../../src/plan/plan-digest.ts";
import { sealPlan } from "../../../src/plan/seal-plan.ts";
import { clientsOf, offlinePlanInput } from "../../support/clients.ts";
import { ediInput } from "../views/fixtures/other-plans.ts";

const NOW_MS = Date.UTC(2026, 10, 24);

it.each<readonly [unknown, string]>([
  [{ b: 1, a: [1, "x", null, { d: true, c: undefined }] }, '{"a":[1,"x",null,{"d":true}],"b":1}'],
  [[undefined, 2], "[null,2]"], [[], "[]"], [{}, "{}"], [null, "null"], ["é\"", '"é\\""'], [{ a: undefined, b: { a: "" } }, '{"b":{"a":""}}'],
])("the canonical form of %o", (value, text) => {
  expect(canonical(value)).toBe(text);
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
});

it("a digest is 16 hex digits, the same whatever the order of keys", () => {
  expect(digestOf({ b: 1, a: 2 })).toBe(digestOf({ a: 2, b: 1 }));
  expect(digestOf({ a: 2, b: 1 })).toBe("d3626ac30a87e6f7");
});

describe("what a word and a record hold for", () => {
  const found = wantedResources(clientsOf(1), NOW_MS).find(({ kind }) => kind === "rattachement");
  const resource = found as Resource & { readonly kind: "rattachement" };
  const other: Resource = { ...resource, spec: { ...resource.spec, login: "TECH_2" } };
  const leaving: Resource = { ...resource, lifecycle: "leaving" };
  const record = (more: Partial<ResourceRecord>): ResourceRecord => ({ address: resource.address, conditions: [], ...more });

  it("is another for another login; a word on what leaves is another word, its record is not", () => {
    expect(new Set([resource, other, leaving, { ...other, lifecycle: "leaving" } as Resource].map(coversOf)).size).toBe(4);
    expect(coversOf({ ...resource, lifecycle: "paused" })).toBe(coversOf(resource));
    expect(recordCovers(leaving)).toBe(recordCovers(resource));
    expect(recordCovers(resource)).toMatch(/^[0-9a-f]{8}$/);
  });

  it("is what it was when words and records were written that are kept in repositories", () => {
    expect([coversOf(resource), coversOf(leaving), recordCovers(resource)]).toEqual(["cd46cb43df3a4bf4", "12218f611400b97f", "cd46cb43"]);
  });

  it("a record that says nothing of it is of whatever there is", () => {
    expect(isAbout(record({}), resource)).toBe(true);
    expect(isAbout(record({ covers: recordCovers(resource) }), resource)).toBe(true);
    expect(isAbout(record({ covers: recordCovers(other) }), resource)).toBe(false);
  });
});

describe("a sealed plan", () => {
  const made = plan(offlinePlanInput(clientsOf(1), new Map(), NOW_MS));
  const address = "production/subscription/principale/structures" as Address;
  const digest = (assessed = made.assessed) => sealPlan({ ...made, assessed }).resources.find((one) => one.address === address)?.digest;
  const changed = (change: (one: Assessed) => Assessed) => digest(made.assessed.map((one) => (one.resource.address === address ? change(one) : one)));
  const within = (more: object) => changed((one) => ({ ...one, conditions: one.conditions.map((each) => ({ ...each, condition: { ...each.condition, ...more } })) }));

  it("digests what is reviewed of a resource, each part for itself", () => {
    const before = digest();
    expect(before).toMatchObject({ step: { action: "select-apis", writes: false } });
    const spec = changed((one) => ({ ...one, resource: { ...one.resource, spec: { ...one.resource.spec, titre: "X" } } as Resource }));
    expect([spec?.desired === before?.desired, spec?.conditions === before?.conditions]).toEqual([false, true]);
    expect(changed((one) => ({ ...one, resource: { ...one.resource, lifecycle: "leaving" } }))?.desired).not.toBe(before?.desired);
    for (const more of [{ type: "Exists" }, { status: "false" }, { reason: "waits" }]) expect(within(more)?.conditions).not.toBe(before?.conditions);
    expect(within({ since: toInstant(0), provenAt: toInstant(0) })).toEqual(before);
    expect(changed((one) => ({ ...one, conditions: one.conditions.map(({ need: _need, ...rest }) => rest) }))).not.toHaveProperty("step");
    expect(changed((one) => ({ ...one, conditions: [...one.conditions, ...one.conditions] }))?.conditions).toBe(`${before?.conditions ?? ""} ${before?.conditions ?? ""}`);
  });

  it("says where a step writes", () => {
    const steps = sealPlan(plan(ediInput())).resources.flatMap(({ digest: { step } }) => step ?? []);
    expect(steps.filter(({ writes }) => writes).map(({ action }) => action)).toEqual(["set-edi", "set-edi"]);
  });

  it("has one fingerprint for what is reviewed in all of it", () => {
    const { resources } = sealPlan(made);
    const whole = planDigest({ resources });
    expect(planDigest({ resources: resources.map((one) => ({ ...one, status: "in-order" as const, conditions: [] })) })).toBe(whole);
    expect(planDigest({ resources: resources.slice(1) })).not.toBe(whole);
    expect(planDigest({ resources: resources.map((one, index) => (index === 0 ? { ...one, digest: { ...one.digest, desired: "x" } } : one)) })).not.toBe(whole);
    expect(planDigest({ resources: resources.map((one, index) => (index === 0 ? { ...one, address } : one)) })).not.toBe(whole);
  });
});
