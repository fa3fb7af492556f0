import { describe, expect, it } from "vitest";
import { keysFor } from "../../../../src/apply/walk/keys.ts";
import { parseWhen } from "../../../../src/apply/walk/parse-when.ts";
import { stepValues } from "../../../../src/apply/walk/step-values.ts";
import { refusedUntil } from "../../../../src/apply/walk/what-changed.ts";
import { workersOf } from "../../../../src/apply/walk/workers.ts";
import { GUIDES } from "../../../../src/catalogue/guides/guides.ts";
import { REFUSAL_BELIEVED_MS } from "../../../../src/model/logins.ts";
import type { Actor, StepAction } from "../../../../src/model/step.ts";
import { questionKey } from "../../../../src/model/question.ts";
import { freshInput, halfWay, halfWayInput, NOW_MS, observationsOf, planOf, seen } from "../../views/fixtures/half-way.ts";

const stepOf = (action: StepAction, document = halfWay()) => {
  const step = document.steps.find((one) => one.action === action);
  if (step === undefined) throw new Error(action);
  return step;
};

describe("when a step is put off", () => {
  const NOON = Date.UTC(2026, 10, 24, 12);
  it.each([
    ["", {}],
    ["30m", { untilMs: NOON + 30 * 60_000 }],
    ["3j", { untilMs: NOON + 3 * 86_400_000 }],
    ["2027-12-31", { untilMs: Date.UTC(2027, 11, 31) }],
    ["1/2/2027 : attend le SIRET", { untilMs: Date.UTC(2027, 1, 1), reason: "attend le SIRET" }],
    ["attend la DSI", { reason: "attend la DSI" }],
    ["31/02/2027x", { reason: "31/02/2027x" }],
    ["31/02/2027", "no-day"],
    ["2027-02-31 attend", "no-day"],
    ["24/11/2026", "past"],
    ["2020-01-01 trop tard", "past"],
  ])("%s", (text, when) => {
    expect(parseWhen(text, NOON)).toEqual(when);
  });
});

describe("what is copied", () => {
  it("is the form's values in their order, each alone, then what the path names", () => {
    expect(stepValues(stepOf("declare-raccordement")).map(({ argument, value }) => `${argument} ${value}`)).toEqual([
      "identifiant 73282932000082",
      "identifiant 73282932000090",
      "application EXEMPLE-BTP-FACTURATION",
      "usage Utilisateur d'une application interne",
      "nom Service intégration",
      "telephone +33 4 72 00 00 01",
      "email facturation@exemple-btp.fr",
    ]);
    expect(stepValues(stepOf("open-espace")).map(({ value }) => value)).toEqual(["73282932000082", "73282932000090"]);
  });

  it("is never where a secret is, in any guide", () => {
    for (const { action } of Object.values(GUIDES)) {
      const secrets = { clientId: "$ID", clientSecret: "$SECRET", password: "$PASSWORD" };
      const step = { ...stepOf("open-espace"), action, items: [{ address: stepOf("open-espace").items[0]?.address ?? ("" as never), arguments: { ...secrets, identifiant: "1" } }] };
      expect(stepValues(step).map(({ value }) => value).filter((value) => value.startsWith("$"))).toEqual([]);
    }
  });
});

describe("keys", () => {
  it("are those of what the step has: no word on what an API denies", () => {
    expect(keysFor(stepOf("open-espace"))).toEqual(["1", "2", "return", "v", "o", "a", "g", "s", "p", "q", "?"]);
    expect(keysFor(stepOf("select-apis"))).not.toContain("a");
    expect(keysFor(stepOf("reset-password"))).not.toContain("a");
  });
});

describe("workers", () => {
  it("are counted with what waits, in the order of the plan", () => {
    const { steps } = halfWay();
    expect(workersOf(steps).map(({ key, steps: all, waiting }) => [key, all, waiting])).toEqual([["piste facturation@exemple-btp.fr", 2, 1], ["gestionnaire finances", 4, 1]]);
    expect(workersOf(steps, "finances").map(({ key }) => key)).toEqual(["gestionnaire finances"]);
    expect(workersOf(steps, "nobody")).toEqual([]);
  });

  it("are told apart as requests are: a client is one, and a label that holds another's name is not meant", () => {
    const [step] = halfWay().steps;
    if (step === undefined) throw new Error("no step");
    const of = (actor: Actor) => ({ ...step, actor, waitsFor: [] });
    const steps = [
      of({ role: "piste", name: "api@martin.fr", client: "Martin" }),
      of({ role: "gestionnaire", name: "Martin", label: "Menuiserie" }),
      of({ role: "gestionnaire", name: "C2", label: "Imprimerie Martin" }),
    ];
    expect(workersOf(steps, "Martin").map(({ actor: { name }, steps: all }) => [name, all])).toEqual([["Martin", 2]]);
  });
});

describe("a refused login", () => {
  it("is believed for half an hour from when it was refused", () => {
    const input = halfWayInput();
    const refused = new Map(observationsOf(input.desired, (question) =>
      question.ask === "account-login" ? seen("false", "login-refused", "POST /x") : (input.observations.get(questionKey(question)) ?? seen("true", "attached", "POST /x"))));
    const document = planOf({ ...input, observations: refused });
    expect(refusedUntil(stepOf("create-compte-technique", document), document)).toBe(NOW_MS + REFUSAL_BELIEVED_MS);
    const later = planOf({ ...input, observations: refused, nowMs: NOW_MS + REFUSAL_BELIEVED_MS });
    expect(refusedUntil(stepOf("create-compte-technique", later), later)).toBeUndefined();
    const fresh = planOf(freshInput());
    expect(refusedUntil(stepOf("create-compte-technique", fresh), fresh)).toBeUndefined();
  });
});
