import { expect, it } from "vitest";
import { kindFacts } from "../../../src/kinds/kind-facts.ts";
import { kindNamed } from "../../../src/kinds/kinds.ts";
import { possibleSteps } from "../../../src/kinds/possible-steps.ts";
import type { KindName } from "../../../src/model/address.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { wantedResources } from "../../../src/plan/plan.ts";
import { clientsOf } from "../../support/clients.ts";

const NOW_MS = Date.UTC(2026, 10, 24);
const resource = (kind: KindName, more: Partial<Resource> = {}): Resource => {
  const found = wantedResources(clientsOf(1), NOW_MS).find((one) => one.kind === kind);
  if (found === undefined) throw new Error(kind);
  return { ...found, ...more } as Resource;
};

it("every step that a resource may ever ask for is told once, the usual one first", () => {
  const actions = (kind: KindName, more: Partial<Resource> = {}) => possibleSteps(resource(kind, more)).map(({ action }) => action);
  expect(actions("compte-technique")).toEqual(["create-compte-technique", "reset-password", "retire-compte-technique"]);
  expect(actions("compte-technique", { lifecycle: "leaving" })).toEqual(["retire-compte-technique", "create-compte-technique", "reset-password"]);
  expect(actions("compte-technique", { lifecycle: "paused" })).toEqual(actions("compte-technique"));
  expect(actions("rattachement")).toEqual(["attach-structure", "detach-structure"]);
  expect(actions("application")).toEqual(["create-application"]);
  expect(actions("structure")).toEqual(["activate-structure"]);
  const spec = { structure: { name: "x", identifiant: "1", type: "SIRET" }, reception: true, gestionnaire: { name: "g", label: "g" }, through: { application: "a", account: "b" } };
  expect(actions("structure", { kind: "edi", spec } as never)).toEqual(["set-edi-by-hand", "set-edi"]);
});

it("a kind tells what it claims, asks and who does its steps", () => {
  expect(kindFacts(resource("compte-technique"))).toMatchObject({
    claims: ["LoginAccepted", "PasswordCurrent", "ReachDeclared"],
    asks: ["account-login", "reach", "password-expiry"],
    whenUnknown: "act", attestable: true, attestedForDays: 365,
  });
  const steps = kindFacts(resource("compte-technique")).steps.map(({ action, portal }) => [action, portal]);
  expect(steps).toContainEqual(["create-compte-technique", "Chorus Pro"]);
  expect(new Set(steps.map(([action]) => action))).toEqual(new Set(["create-compte-technique", "reset-password", "retire-compte-technique"]));
  const edi = { structure: { name: "x", identifiant: "1", type: "SIRET" }, reception: true, gestionnaire: { name: "g", label: "g" } };
  expect(kindFacts(resource("structure", { kind: "edi", spec: edi } as never)).steps.find(({ action }) => action === "set-edi")).not.toHaveProperty("portal");
  const cgu = kindFacts(resource("cgu"));
  expect(cgu.asks).toEqual(["subscribed"]);
  expect(cgu.steps.map(({ portal }) => portal)).toEqual(["PISTE"]);
});

it.each<readonly [KindName, string, number]>([
  ["compte-piste", "act", 730], ["application", "act", 730], ["cgu", "act", 730], ["subscription", "act", 365], ["credentials", "act", 365], ["structure", "wait", 365],
  ["compte-technique", "act", 365], ["espace", "wait", 365], ["rattachement", "wait", 365], ["matelas", "act", 180], ["raccordement", "act", 365],
  ["service", "wait", 365], ["edi", "wait", 365],
])("of %s, what is unknown asks to %s, and a word holds %i days", (name, whenUnknown, days) => {
  const kind = kindNamed(name);
  expect([kind.name, kind.whenUnknown, kind.attestable, kind.attestedForDays]).toEqual([name, whenUnknown, true, days]);
});
