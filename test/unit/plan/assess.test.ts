import { describe, expect, it } from "vitest";
import type { Attestation } from "../../../src/model/attestation.ts";
import type { Condition, ResourceRecord } from "../../../src/model/condition.ts";
import { DAY_MS, toInstant } from "../../../src/model/instant.ts";
import type { Observation } from "../../../src/model/observation.ts";
import { questionKey } from "../../../src/model/question.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { assess, type AssessInput } from "../../../src/plan/assess.ts";
import { coversOf, recordCovers } from "../../../src/plan/covers.ts";
import { plan, wantedResources } from "../../../src/plan/plan.ts";
import { accountOf, accountRecord, clientsOf, offlinePlanInput } from "../../support/clients.ts";

const NOW_MS = Date.UTC(2026, 10, 24, 8, 12);
const day = (offset: number) => toInstant(NOW_MS + offset * DAY_MS);
const resources = wantedResources(clientsOf(1), NOW_MS);
const the = (kind: Resource["kind"]): Resource => {
  const found = resources.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(kind);
  return found;
};
const account = the("compte-technique");
const espace = the("espace");
const word = (of: Resource, more: Partial<Attestation> = {}): Attestation => ({ address: of.address, by: "Camille", at: day(-2), until: day(30), covers: coversOf(of), seen: "vu", ...more });
const record = (of: Resource, more: Partial<ResourceRecord> = {}, condition: Partial<Condition> = {}): ResourceRecord => ({
  address: of.address,
  conditions: [{ type: "Open", status: "true", reason: "enabled", proof: "verified", since: day(-40), provenAt: day(-40), ...condition }],
  ...more,
});
const at = { environment: "production", application: "principale", account: "C00001" } as const;
const trace = { request: "POST /x", status: 200, at: NOW_MS, tries: 7 };
const logged = (answer: "true" | "false"): AssessInput["observations"] =>
  new Map([[questionKey({ ask: "account-login", ...at }), { answer, reason: answer === "true" ? "login-accepted" : "login-refused", trace } as Observation]]);

const assessed = (of: Resource, { words = [], known, observations = new Map() }: { readonly words?: readonly Attestation[]; readonly known?: ResourceRecord; readonly observations?: AssessInput["observations"] } = {}) =>
  assess(of, { records: new Map(known === undefined ? [] : [[of.address, known]]), observations, attestations: new Map(words.map((one) => [one.address, one])), nowMs: NOW_MS });

describe("what is assessed of a resource", () => {
  it("has no member that is not there", () => {
    const bare = assessed(espace);
    expect(Object.keys(bare).toSorted()).toEqual(["conditions", "known", "recorded", "resource"]);
    expect(bare.conditions.map((one) => Object.keys(one).toSorted())).toEqual([["condition", "recorded"]]);
  });

  it("is nothing where it is paused, and no word on it is out of date", () => {
    const paused = { ...espace, lifecycle: "paused" } as Resource;
    const other = word(paused, { covers: "another" });
    expect(assessed(paused, { words: [other] })).toMatchObject({ conditions: [] });
    expect(assessed(paused, { words: [other] })).not.toHaveProperty("outdated");
    expect(assessed(espace, { words: [word(espace, { covers: "another" })] })).toMatchObject({ outdated: { covers: "another" } });
    expect(assessed(espace, { words: [word(espace)] })).not.toHaveProperty("outdated");
  });

  it("rests on a record that is about the same thing, and keeps one that is not", () => {
    const own = record(espace, { covers: recordCovers(espace) });
    expect(assessed(espace, { known: own })).toMatchObject({ recorded: own, known: own });
    const other = record(espace, { covers: "00000000" });
    expect(assessed(espace, { known: other })).toMatchObject({ recorded: other, known: undefined });
    expect(assessed(espace, { known: other }).conditions[0]?.condition.status).toBe("unknown");
  });

  it("asks for nothing because of a claim beside the first of which nothing is known", () => {
    expect(assessed(account).conditions.map(({ need }) => need)).toEqual(["unproven", undefined, undefined]);
  });

  it("a difference accepted of what is paused is neither there nor over", () => {
    const paused = { ...account, lifecycle: "paused" } as Resource;
    expect(Object.keys(assessed(paused, { words: [word(paused, { accepted: "on le sait" })] })).toSorted()).toEqual(["conditions", "known", "recorded", "resource"]);
  });

  it("a word is on its first claim alone", () => {
    const { conditions } = assessed(account, { words: [word(account)] });
    expect(conditions.map(({ condition: { type, proof } }) => [type, proof])).toEqual([["LoginAccepted", "attested"], ["PasswordCurrent", "inferred"], ["ReachDeclared", "none"]]);
  });

  it("a word is voided by evidence, and one that was stays so", () => {
    const refused = assessed(account, { words: [word(account)], observations: logged("false") });
    expect(refused).toMatchObject({ voided: { at: day(-2) } });
    expect(assessed(account, { observations: logged("false") })).not.toHaveProperty("voided");
    const before = record(account, { voided: { attestedAt: day(-2), by: "Camille" } as never }, { type: "LoginAccepted", status: "false", reason: "login-refused" });
    expect(assessed(account, { words: [word(account)], known: before }).conditions[0]?.condition.proof).not.toBe("attested");
    expect(assessed(account, { words: [word(account, { at: day(-1) })], known: before }).conditions[0]?.condition.proof).toBe("attested");
  });

  it("a difference that was accepted is over once it is gone", () => {
    const accepted = word(account, { accepted: "on le sait" });
    expect(assessed(account, { words: [accepted], observations: logged("true") })).toHaveProperty("over");
    expect(assessed(account, { words: [accepted], observations: logged("false") })).not.toHaveProperty("over");
    expect(assessed(account, { words: [word(account)], observations: logged("true") })).not.toHaveProperty("over");
  });
});

describe("a plan says of a resource", () => {
  const planned = (of: Resource, { records = [], state = "actif" }: { readonly records?: readonly ResourceRecord[]; readonly state?: "actif" | "pause" } = {}) => {
    const whole = clientsOf(1);
    const production = whole.environments.production;
    if (production === undefined) throw new Error("no production");
    const structures = Object.fromEntries(Object.entries(production.structures).map(([name, one]) => [name, { ...one, etat: state }]));
    const desired = { ...whole, environments: { production: { ...production, structures } } };
    return plan(offlinePlanInput(desired, new Map(records.map((one) => [one.address, one])), NOW_MS)).document.resources.find(({ address }) => address === of.address);
  };

  it("whose client it is, and what it waits for, where there are such", () => {
    expect(planned(the("application"))).not.toHaveProperty("client");
    expect(planned(espace)).toMatchObject({ client: "C00001", status: "unknown", waitsFor: expect.arrayContaining([accountOf("C00001")]) as unknown });
    expect(planned(the("application"))).not.toHaveProperty("waitsFor");
  });

  it("that it is paused, whatever is known of it", () => {
    expect(planned(account, { state: "pause" })).toMatchObject({ status: "paused", conditions: [] });
  });

  it("that it drifted where any of its claims did, not only where all did", () => {
    const known = accountRecord("C00001", day(-3), day(-100));
    expect(planned(account, { records: [known] })).toMatchObject({ status: "to-do", drifted: true });
    expect(planned(account, { records: [accountRecord("C00001", day(200), day(-100))] })).not.toHaveProperty("drifted");
  });
});
