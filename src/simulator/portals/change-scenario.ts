import type { Environment, Scenario, ScenarioEnvironment, ScenarioPisteAccount } from "../scenario.ts";
import type { Portals } from "./portals.ts";

/** Changes one environment of the world; what is not named stays the same object. */
export function changeEnvironment(
  { store }: Portals,
  environment: Environment,
  change: (content: ScenarioEnvironment) => ScenarioEnvironment,
): void {
  const scenario = store.scenario();
  store.replace({ ...scenario, environments: { ...scenario.environments, [environment]: change(scenario.environments[environment] ?? {}) } });
}

/** Puts one thing into a map of an environment, or takes it out. */
export function put<K extends keyof ScenarioEnvironment>(
  portals: Portals,
  environment: Environment,
  map: K,
  name: string,
  value: Entry<K> | undefined,
): void {
  changeEnvironment(portals, environment, (content) => {
    const entries = Object.entries(content[map] ?? {}).filter(([known]) => known !== name || value !== undefined);
    return { ...content, [map]: { ...Object.fromEntries(entries), ...(value === undefined ? {} : { [name]: value }) } };
  });
}

type Entry<K extends keyof ScenarioEnvironment> = Required<ScenarioEnvironment>[K] extends { readonly [name: string]: infer T } ? T : never;

export function putPisteAccount({ store }: Portals, email: string, account: ScenarioPisteAccount): void {
  const scenario: Scenario = store.scenario();
  store.replace({ ...scenario, comptesPiste: { ...scenario.comptesPiste, [email]: account } });
}
