import { DEFAULT_SETTINGS, ENVIRONMENTS } from "./scenario.ts";
import type { ByName, Environment, Scenario, ScenarioEdi, ScenarioSettings, ScenarioStructure } from "./scenario.ts";
import { own } from "./own.ts";
import { world } from "./world.ts";
import type { World } from "./world.ts";

/** The current scenario and the views of it. It is replaced as a whole; only EDI parameters change in place. */
export interface ScenarioStore {
  readonly scenario: () => Scenario;
  readonly settings: () => Required<ScenarioSettings>;
  readonly world: (environment: Environment) => World;
  readonly replace: (scenario: Scenario) => void;
  readonly setEdi: (environment: Environment, identifiant: string, edi: ScenarioEdi) => void;
}

export function scenarioStore(first: Scenario): ScenarioStore {
  let current = first;
  let worlds = worldsOf(() => current);
  return {
    scenario: () => current,
    settings: () => ({ ...DEFAULT_SETTINGS, ...current.settings }),
    world: (environment) => worlds[environment],
    replace: (scenario) => {
      current = scenario;
      worlds = worldsOf(() => current);
    },
    setEdi: (environment, identifiant, edi) => {
      current = withEdi(current, environment, identifiant, edi);
    },
  };
}

function worldsOf(current: () => Scenario): Readonly<Record<Environment, World>> {
  const [qualification, production] = ENVIRONMENTS.map((environment) =>
    world(environment, current().environments[environment] ?? {}, () => structuresOf(current(), environment)));
  return { qualification, production } as Readonly<Record<Environment, World>>;
}

function structuresOf(scenario: Scenario, environment: Environment): ByName<ScenarioStructure> {
  return scenario.environments[environment]?.structures ?? {};
}

function withEdi(scenario: Scenario, environment: Environment, identifiant: string, edi: ScenarioEdi): Scenario {
  const structures = structuresOf(scenario, environment);
  const structure = own(structures, identifiant);
  if (structure === undefined) return scenario;
  const changed: ScenarioStructure = { ...structure, edi: { ...structure.edi, ...edi } };
  return {
    ...scenario,
    environments: {
      ...scenario.environments,
      [environment]: { ...scenario.environments[environment], structures: { ...structures, [identifiant]: changed } },
    },
  };
}
