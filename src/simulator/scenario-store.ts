import { DEFAULT_SETTINGS, ENVIRONMENTS } from "./scenario.ts";
import type { ByName, Environment, Scenario, ScenarioEdi, ScenarioSettings, ScenarioStructure } from "./scenario.ts";
import { FIXED_RECIPIENTS } from "./matelas/fixed-recipients.ts";
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
  const structures = structuresOf();
  const [qualification, production] = ENVIRONMENTS.map((environment) =>
    world(environment, current().environments[environment] ?? {}, () => structures(current(), environment)));
  return { qualification, production } as Readonly<Record<Environment, World>>;
}

function writtenIn(scenario: Scenario, environment: Environment): ByName<ScenarioStructure> {
  return scenario.environments[environment]?.structures ?? NONE;
}

/** What is written, and in qualification the fixed recipients: the same value for as long as nothing changes. */
function structuresOf(): (scenario: Scenario, environment: Environment) => ByName<ScenarioStructure> {
  const completed = new WeakMap<ByName<ScenarioStructure>, ByName<ScenarioStructure>>();
  return (scenario, environment) => {
    const written = writtenIn(scenario, environment);
    if (environment !== "qualification") return written;
    const all = completed.get(written) ?? { ...FIXED_RECIPIENTS, ...written };
    completed.set(written, all);
    return all;
  };
}

function withEdi(scenario: Scenario, environment: Environment, identifiant: string, edi: ScenarioEdi): Scenario {
  const structures = writtenIn(scenario, environment);
  const structure = own(structures, identifiant) ?? own(FIXED_RECIPIENTS, identifiant);
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

const NONE: ByName<ScenarioStructure> = {};
