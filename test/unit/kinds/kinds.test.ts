import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { KIND_ORDER, kindOfResource } from "../../../src/kinds/kinds.ts";
import type { Desired } from "../../../src/model/desired.ts";
import type { Observation, Reason } from "../../../src/model/observation.ts";
import { questionKey, type Question } from "../../../src/model/question.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { plan, wantedResources } from "../../../src/plan/plan.ts";
import { actionsOn, said } from "../../support/plans.ts";
import { NOON } from "../../support/virtual-clock.ts";
import { desiredFrom } from "../../support/world.ts";

const example = (name: string, file = "chorus.config.yaml"): string => readFileSync(join(import.meta.dirname, "../../../examples", name, file), "utf8");
const DIRECT = await desiredFrom(example("direct"));
const EDITEUR = await desiredFrom(example("editeur"), { "clients.csv": example("editeur", "clients.csv") });
const CONCENTRATEUR = await desiredFrom(example("concentrateur"), { "clients.csv": example("concentrateur", "clients.csv") });

const DETAILED = await desiredFrom(
  example("direct").replace("lyon:   73282932000082", "lyon: { identifiant: 73282932000082, services: [ACHATS], edi: { reception: true, connexion: false } }"),
);

const declared = (desired: Desired, nowMs = NOON): ReadonlyMap<string, Resource> => new Map(wantedResources(desired, nowMs).map((resource) => [resource.address, resource]));
const addresses = (desired: Desired, kind: string, nowMs = NOON): readonly string[] => [...declared(desired, nowMs).values()].filter((one) => one.kind === kind).map(({ address }) => address);
const at = (desired: Desired, address: string): Resource => {
  const found = declared(desired).get(address);
  if (found === undefined) throw new Error(address);
  return found;
};

const trace = { request: "POST /x", status: 200, at: NOON, tries: 1 };
const yes = (more: Partial<Observation> = {}): Observation => ({ answer: "true", reason: "attached", trace, ...more }) as Observation;
const no = (reason: Reason = "not-attached"): Observation => ({ answer: "false", reason, trace });

/** A plan in which some questions have answers and all others none. */
const planWith = (desired: Desired, answer: (question: Question) => Observation | undefined, nowMs = NOON) => {
  const questions = [...declared(desired, nowMs).values()].flatMap((resource) => kindOfResource(resource).questions(resource));
  const observations = new Map(
    questions.flatMap((question) => {
      const given = answer(question);
      return given === undefined ? [] : [[questionKey(question), given] as const];
    }),
  );
  return plan({ desired, records: new Map(), observations, attestations: new Map(), nowMs }).document;
};

describe("what a configuration declares", () => {
  it.each([
    ["direct", DIRECT, 3 * 2],
    ["editeur", EDITEUR, 3 + 1],
    ["concentrateur", CONCENTRATEUR, 5 + 1 + 2],
  ] as const)("%s: every structure, each with what depends on it, and nothing that hangs in the air", (_, desired, structures) => {
    const all = declared(desired);
    expect(addresses(desired, "structure")).toHaveLength(structures);
    expect(all.size).toBe(wantedResources(desired, NOON).length);
    for (const { address, subject, dependsOn, provenThrough } of all.values()) {
      for (const other of dependsOn) if (!other.includes("/espace/")) expect([address, other, all.has(other)]).toEqual([address, other, true]);
      expect(provenThrough).not.toContain(address);
      expect(subject.split("/")[0]).toBe(address.split("/")[0]);
    }
  });

  it("knows every kind, in the order of an onboarding", () => {
    expect(KIND_ORDER).toEqual(["compte-piste", "application", "cgu", "subscription", "credentials", "matelas", "structure", "compte-technique", "espace", "raccordement", "rattachement", "service", "edi"]);
    expect([...new Set([...declared(DETAILED).values()].map(({ kind }) => kind))].toSorted()).toEqual(KIND_ORDER.toSorted());
  });

  it("direct: one account over all its structures, a raccordement for each", () => {
    expect(addresses(DIRECT, "compte-technique")).toEqual(["production/compte-technique/principal", "qualification/compte-technique/principal"]);
    expect(addresses(DIRECT, "rattachement")).toHaveLength(6);
    expect(addresses(DIRECT, "raccordement")).toHaveLength(6);
    expect(at(DIRECT, "production/raccordement/principale/lyon").dependsOn).toEqual(["production/structure/lyon", "production/application/principale", "production/espace/lyon/raccordements"]);
    expect(at(DIRECT, "production/rattachement/principal/lyon").subject).toBe("production/structure/lyon");
    expect(at(DIRECT, "production/subscription/principale/factures").subject).toBe("production/application/principale");
  });

  it("editeur: each client his application, raccordement and account, and our own PISTE account or his", () => {
    expect(addresses(EDITEUR, "application").filter((one) => one.startsWith("production"))).toEqual(["C00417", "C00932", "C01004"].map((code) => `production/application/${code}`));
    expect(addresses(EDITEUR, "raccordement").filter((one) => one.startsWith("production"))).toEqual(["C00417", "C00932", "C01004"].map((code) => `production/raccordement/${code}/${code}`));
    expect(at(EDITEUR, "production/structure/C00417").client).toBe("C00417");
    expect(addresses(EDITEUR, "compte-piste")).toHaveLength(2);
  });

  it("concentrateur: one application, one raccordement, an account for each client, structures looked up with our own", () => {
    expect(addresses(CONCENTRATEUR, "application").filter((one) => one.startsWith("production"))).toEqual(["production/application/principale"]);
    expect(addresses(CONCENTRATEUR, "raccordement").filter((one) => one.startsWith("production"))).toEqual(["production/raccordement/principale/operateur"]);
    expect(at(CONCENTRATEUR, "production/structure/C00417").spec).toMatchObject({ through: { account: "principal" } });
    expect(at(CONCENTRATEUR, "production/espace/C00417/factures-emises").spec).toMatchObject({ through: { account: "C00417" } });
  });
});

describe("lifecycle", () => {
  const LEAVING = Date.UTC(2026, 11, 31);

  it("asks nothing of what is paused, nor of the application and PISTE account that serve it alone", async () => {
    const paused = planWith(CONCENTRATEUR, () => undefined).resources.filter(({ address }) => address.includes("C01004"));
    expect(paused.length).toBeGreaterThan(2);
    expect(new Set(paused.map(({ status }) => status))).toEqual(new Set(["paused"]));
    const clients = example("editeur", "clients.csv").replace("code;siret;nom;piste", "code;siret;nom;piste;etat").replace(/^(C0.*)$/gm, (line) => `${line};${line.startsWith("C01004") ? "pause" : ""}`);
    const { resources } = planWith(await desiredFrom(example("editeur"), { "clients.csv": clients }), () => undefined);
    const own = resources.filter(({ kind, address }) => address.includes("C01004") || (["compte-piste", "cgu"].includes(kind) && address.includes("transports")));
    expect(own.length).toBeGreaterThan(5);
    expect(own.filter(({ status }) => status !== "paused").map(({ address }) => address)).toEqual([]);
  });

  it("lets a structure be wanted until its date, and its absence from then on", () => {
    expect(at(CONCENTRATEUR, "production/compte-technique/C01288").lifecycle).toBe("active");
    const [before, after] = [declared(CONCENTRATEUR, LEAVING - 1), declared(CONCENTRATEUR, LEAVING)];
    expect(before.get("production/structure/C01288")?.lifecycle).toBe("active");
    expect(after.has("production/structure/C01288")).toBe(false);
    expect(after.has("production/espace/C01288/factures-emises")).toBe(false);
    expect(after.get("production/compte-technique/C01288")?.lifecycle).toBe("leaving");
  });

  it.each([
    ["accepted", yes(), "false verified still-present", ["retire-compte-technique missing"]],
    ["refused", no("login-refused"), "true verified left", []],
    ["not told", undefined, "unknown not-asked not-asked", ["retire-compte-technique unproven"]],
  ] as const)("judges an exit by our secret, which is %s", (_, observation, expected, actions) => {
    const document = planWith(CONCENTRATEUR, ({ ask, ...question }) => (ask === "account-login" && "account" in question && question.account === "C01288" ? observation : undefined), LEAVING);
    expect(said(document, "production/compte-technique/C01288", "Left")).toBe(expected);
    expect(actionsOn(document, "production/compte-technique/C01288")).toEqual(actions);
  });
});

describe("each kind", () => {
  const reach = { fact: { fact: "reach", identifiers: [] } } as const;
  const none = no();
  const CASES: readonly (readonly [string, string, (question: Question) => Observation | undefined, string, readonly string[]])[] = [
    ["compte-piste", "qualification/compte-piste/principal", ({ ask }) => (ask === "token" ? yes() : undefined), "true inferred follows", []],
    ["compte-piste", "qualification/compte-piste/principal", ({ ask }) => (ask === "token" ? no("client-refused") : undefined), "unknown waiting waits", ["register-piste unproven"]],
    ["application", "production/application/principale", ({ ask }) => (ask === "token" ? no("client-disabled") : undefined), "false verified client-disabled", ["create-application missing"]],
    ["application", "qualification/application/principale", () => undefined, "unknown not-asked not-asked", ["create-sandbox-application unproven"]],
    ["credentials", "production/credentials/principale", ({ ask }) => (ask === "token" ? no("client-refused") : undefined), "false verified client-refused", ["generate-credentials missing"]],
    ["cgu", "production/cgu/principal/factures", ({ ask }) => (ask === "subscribed" ? yes() : undefined), "true inferred follows", []],
    ["cgu", "production/cgu/principal/factures", ({ ask }) => (ask === "subscribed" ? no("route-forbidden") : undefined), "unknown waiting waits", ["consent-cgu unproven"]],
    ["subscription", "production/subscription/principale/factures", ({ ask }) => (ask === "subscribed" ? no("route-forbidden") : undefined), "false verified route-forbidden", ["select-apis missing"]],
    ["matelas", "qualification/matelas/principal", (question) => (question.ask === "structure-active" && question.identifier === "33254021516365" ? yes() : undefined), "true inferred follows", []],
    ["matelas", "qualification/matelas/principal", () => undefined, "unknown not-asked not-asked", ["create-matelas unproven"]],
    ["structure", "production/structure/lyon", ({ ask }) => (ask === "structure-active" ? no("structure-inactive") : undefined), "false verified structure-inactive", ["activate-structure missing"]],
    ["structure", "production/structure/lyon", () => undefined, "unknown not-asked not-asked", []],
    ["compte-technique", "production/compte-technique/principal", ({ ask }) => (ask === "account-login" ? no("login-refused") : undefined), "false verified login-refused", ["create-compte-technique missing"]],
    ["compte-technique", "production/compte-technique/principal", ({ ask }) => (ask === "reach" ? yes(reach) : ask === "account-login" ? yes() : undefined), "true verified attached", []],
    ["espace", "production/espace/lyon/factures-emises", ({ ask }) => (ask === "espace-enabled" ? no("not-enabled") : undefined), "false verified not-enabled", ["open-espace missing"]],
    ["espace", "production/espace/lyon/raccordements", () => yes(), "unknown unprovable no-api-tells", ["open-espace unproven"]],
    ["raccordement", "production/raccordement/principale/lyon", () => undefined, "unknown not-asked not-asked", ["declare-raccordement unproven"]],
    ["rattachement", "production/rattachement/principal/lyon", ({ ask }) => (ask === "attached" ? none : undefined), "false verified not-attached", ["attach-structure missing"]],
    ["rattachement", "production/rattachement/principal/lyon", () => undefined, "unknown not-asked not-asked", []],
    ["service", "production/service/lyon/ACHATS", ({ ask }) => (ask === "service-active" ? no("service-not-found") : undefined), "false verified service-not-found", ["create-service missing"]],
    ["edi", "production/edi/lyon", ({ ask }) => (ask === "edi" ? yes({ fact: { fact: "edi", reception: true, connexion: false, uuid: "0" } }) : undefined), "true verified edi-as-declared", []],
    ["edi", "production/edi/lyon", ({ ask }) => (ask === "edi" ? yes({ fact: { fact: "edi", reception: true, connexion: true, uuid: "0" } }) : undefined), "false verified edi-differs", ["set-edi missing"]],
  ];

  it.each(CASES)("%s: %s", (_, address, answer, expected, actions) => {
    const document = planWith(DETAILED, answer);
    expect(said(document, address)).toBe(expected);
    expect(actionsOn(document, address)).toEqual(actions);
  });

  it("has a case", () => {
    expect(new Set(CASES.map(([kind]) => kind))).toEqual(new Set(KIND_ORDER));
  });

  it("tells one step from another by the values to type, never by a place in a list", () => {
    for (const { items } of planWith(DETAILED, () => undefined).steps) {
      for (const { arguments: values } of items) for (const [key, value] of Object.entries(values)) expect([key, typeof value, value]).not.toEqual([key, "string", ""]);
    }
  });
});

describe("what counts an account's reach", () => {
  it("includes its home, which it always reaches", async () => {
    const desired = await desiredFrom(`${example("direct").replace(/qualification:[\s\S]*/, "")}environments:\n  production:\n    comptesTechniques:\n      principal: { structure: siege, couvre: [lyon, nantes] }\n`);
    const identifiers = ["73282932000074", "73282932000082", "73282932000090"];
    const document = planWith(desired, ({ ask }) => (ask === "reach" ? yes({ fact: { fact: "reach", identifiers } }) : ask === "account-login" ? yes() : undefined));
    expect(said(document, "production/compte-technique/principal", "ReachDeclared")).toBe("true verified reach-as-declared");
  });
});
