import { expect, it } from "vitest";
import type { Condition } from "../../../src/model/condition.ts";
import { toInstant } from "../../../src/model/instant.ts";
import type { Resource } from "../../../src/model/resource.ts";
import type { StepAction } from "../../../src/model/step.ts";
import type { Assessed, AssessedCondition } from "../../../src/plan/assess.ts";
import { guidedSteps } from "../../../src/plan/guided-steps.ts";
import type { Plan } from "../../../src/plan/plan.ts";
import { resourceAt } from "../../support/hand-made.ts";

const gestionnaire = { name: "finances", label: "Direction financière" };
const structure = { name: "lyon", identifiant: "73282932000082", type: "SIRET" };
const EXPIRY = { fact: { fact: "expiry", expiresAt: toInstant(Date.UTC(2026, 11, 24)) } } as const;

const at = (address: string, dependsOn: readonly string[] = []): Resource =>
  resourceAt(address, {
    dependsOn,
    spec: { structure, gestionnaire, label: address.slice(-1), application: "APP", usage: "Test", login: "TECH_1", couvre: [], sharedWith: [], password: "$P", renewBefore: "30d", name: "lyon", identifiant: "1", type: "SIRET" },
  });

const LYON = at("production/structure/lyon");
const ACCOUNT = at("production/compte-technique/principal", [LYON.address]);
const ESPACE = at("production/espace/lyon/a", [LYON.address]);
const OTHER = at("production/espace/lyon/b", [LYON.address]);
const RACCORDEMENT = at("production/raccordement/app/lyon", [ESPACE.address, OTHER.address, ACCOUNT.address, "production/application/elsewhere"]);

/** What each needs: nothing, or a step for a reason. */
type Needs = readonly (readonly [Resource, AssessedCondition["need"], Partial<Condition>?])[];

const planOf = (needs: Needs): Plan => {
  const assessed = needs.map(([resource, need, more]): Assessed => ({
    resource,
    recorded: undefined,
    known: undefined,
    conditions: [{ condition: { type: "Open", status: "false", reason: "not-enabled", proof: "none", since: toInstant(0), ...more }, recorded: undefined, ...(need === undefined ? {} : { need }) }],
  }));
  return { assessed, document: { resources: needs.map(([{ address }, need]) => ({ address, status: need === undefined ? "in-order" : "to-do" })) } } as unknown as Plan;
};

const told = (needs: Needs, wanted: readonly Resource[], chosen?: StepAction) => {
  const { steps, standings, before } = guidedSteps(planOf(needs), wanted, chosen);
  return {
    steps: steps.map(({ action, why, items, waitsFor }) => [action, why, items.map(({ address }) => address.split("/").slice(1).join("/")), waitsFor]),
    standings: [...standings.values()],
    before: [...before.values()],
  };
};

const LOGIN = { type: "LoginAccepted" } as const;

it("gives the step that is open, for the reason that it is", () => {
  expect(told([[LYON, undefined], [ESPACE, "missing"]], [ESPACE])).toEqual({ steps: [["open-espace", "missing", ["espace/lyon/a"], []]], standings: ["open"], before: [[]] });
  expect(told([[LYON, undefined], [ESPACE, "missing"]], [ESPACE], "open-espace")).toMatchObject({ steps: [["open-espace", "missing", ["espace/lyon/a"], []]], standings: ["open"] });
});

it("gives the one that it would need, where none is open", () => {
  expect(told([[LYON, undefined], [ESPACE, undefined]], [ESPACE])).toMatchObject({ steps: [["open-espace", "unproven", ["espace/lyon/a"], []]], standings: ["in-order"] });
});

it("gives another one of its kind where that is asked for, and says that the plan asks for another", () => {
  const needs: Needs = [[LYON, undefined], [ACCOUNT, "missing", LOGIN]];
  expect(told(needs, [ACCOUNT], "reset-password")).toMatchObject({ steps: [["reset-password", "unproven", ["compte-technique/principal"], []]], standings: ["other-step"] });
  expect(told(needs, [ACCOUNT], "create-compte-technique")).toMatchObject({ steps: [["create-compte-technique", "missing", ["compte-technique/principal"], []]], standings: ["open"] });
});

it("gives nothing of what knows no such step", () => {
  expect(told([[ESPACE, "missing"]], [ESPACE], "reset-password")).toMatchObject({ steps: [], standings: [] });
});

it("puts several together and in order, numbered among themselves, through what is not asked for", () => {
  const needs: Needs = [[LYON, undefined], [ACCOUNT, undefined], [ESPACE, "missing"], [OTHER, "missing"], [RACCORDEMENT, "unproven"]];
  expect(told(needs, [RACCORDEMENT, OTHER, ESPACE]).steps).toEqual([
    ["open-espace", "missing", ["espace/lyon/a"], []],
    ["open-espace", "missing", ["espace/lyon/b"], []],
    ["declare-raccordement", "unproven", ["raccordement/app/lyon"], [1, 2]],
  ]);
  const through: Needs = [[LYON, "missing"], [ESPACE, undefined], [RACCORDEMENT, "unproven"]];
  expect(told(through, [RACCORDEMENT, LYON]).steps).toEqual([
    ["activate-structure", "missing", ["structure/lyon"], []],
    ["declare-raccordement", "unproven", ["raccordement/app/lyon"], [1]],
  ]);
});

it("names once what is open and comes first: not what only ends soon, and behind what is in order what is not", () => {
  const due = { type: "PasswordCurrent", reason: "expiring", ...EXPIRY } as const;
  const needs: Needs = [[LYON, "missing"], [ACCOUNT, "due", due], [ESPACE, "missing"], [OTHER, undefined], [RACCORDEMENT, "unproven"]];
  expect(told(needs, [RACCORDEMENT]).before).toEqual([[
    { address: ESPACE.address, action: "open-espace" },
    { address: LYON.address, action: "activate-structure" },
  ]]);
});
