import { describe, expect, it } from "vitest";
import { configurationOf } from "../../src/simulator/generate/configuration-of.ts";
import type { GenerateOptions } from "../../src/simulator/generate/draft.ts";
import { generateWorld } from "../../src/simulator/generate/generate-world.ts";
import type { ScenarioSettings } from "../../src/simulator/scenario.ts";
import { startProject } from "../support/project.ts";
import { actionsOn } from "../support/plans.ts";
import { desiredFrom } from "../support/world.ts";
import { NOON } from "../support/virtual-clock.ts";
import { expectedConditions, isAsExpected } from "./expected-conditions.ts";

// A generated world and the configuration that wants all of it, planned over HTTP on a virtual clock: what the plan says
// is what the scenario's own data say, worked out beside it without a line of the product.

interface Case extends GenerateOptions {
  readonly missingRaccordement: NonNullable<ScenarioSettings["missingRaccordement"]>;
}

const CASES: readonly Case[] = (["direct", "editeur", "concentrateur"] as const).flatMap((topology): readonly Case[] => [
  { seed: 7, structures: 12, topology, missingRaccordement: "none" },
  { seed: 7, structures: 12, topology, missingRaccordement: "all" },
  { seed: 10, structures: 80, topology, missingRaccordement: "structures" },
]);

/** The conditions that are false somewhere in these worlds, and what a plan then asks of a person. */
const STEP_OF: Readonly<Record<string, string>> = {
  Authenticates: "generate-credentials missing",
  Subscribed: "select-apis missing",
  LoginAccepted: "create-compte-technique missing",
  Attached: "attach-structure missing",
  Active: "activate-structure missing",
  Open: "open-espace missing",
};

const denied = new Set<string>();

describe.each(CASES)("$topology, $structures structures, seed $seed, missing raccordements block $missingRaccordement", ({ missingRaccordement, ...generated }) => {
  it("is planned as its data say", async () => {
    const options = { ...generated, now: NOON };
    const scenario = { ...generateWorld(options), settings: { missingRaccordement } };
    const { "chorus.config.yaml": yaml = "", ...others } = configurationOf(options);
    const desired = await desiredFrom(yaml, others);
    const project = await startProject(scenario, { yaml, secrets: {}, others });
    try {
      const { document } = (await project.refresh()).plan;
      const said = document.resources.flatMap(({ address, conditions }) => conditions.map(({ type, status }) => [`${address} ${type}`, status] as const));
      const expected = expectedConditions(desired, scenario, { fromMs: NOON, toMs: project.clock.now() });
      expect(said.map(([condition]) => condition).toSorted()).toEqual([...expected.keys()].toSorted());
      expect(said.filter(([condition, status]) => !isAsExpected(expected.get(condition), status)).map(([condition, status]) => `${condition} is ${status}, not ${expected.get(condition)}`)).toEqual([]);
      const refused = said.filter(([, status]) => status === "false").map(([condition]) => condition.split(" ") as [string, string]);
      for (const [, type] of refused) denied.add(type);
      for (const [address, type] of refused) expect([address, type, actionsOn(document, address)]).toEqual([address, type, expect.arrayContaining([STEP_OF[type]])]);
      const connected = new Set(Object.values(scenario.environments).flatMap(({ raccordements = {} }) => Object.values(raccordements).map(({ structure }) => structure)));
      for (const { address, conditions } of document.resources) {
        if (conditions[0]?.reason !== "refused-as-if-not-connected") continue;
        denied.add("Declared");
        const [environment = "", , , structure = ""] = address.split("/");
        const identifiant = desired.environments[environment as keyof typeof desired.environments]?.structures[structure]?.identifiant;
        expect([address, connected.has(identifiant ?? "")]).toEqual([address, false]);
      }
    } finally {
      await project.close();
    }
  });
});

it("meets every kind of trouble", () => {
  expect([...denied].toSorted()).toEqual([...Object.keys(STEP_OF), "Declared"].toSorted());
});
