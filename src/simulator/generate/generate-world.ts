import type { ByName, Scenario, ScenarioEnvironment } from "../scenario.ts";
import type { DraftEnvironment, GenerateOptions } from "./draft.ts";
import { draftWorld } from "./draft-world.ts";

/**
 * A world of any size, the same for the same seed: in production structures whose SIRET holds, in qualification
 * those of a *matelas de données*. What is missing from it, and how often, is in `distribution.ts`;
 * {@link configurationOf} writes the configuration that wants all of it.
 */
export const generateWorld = (options: GenerateOptions): Scenario => {
  const { qualification, production } = draftWorld(options).environments;
  return { version: 1, environments: { qualification: existing(qualification), production: existing(production) } };
};

function existing({ applications, structures, accounts, raccordements, gestionnaires }: DraftEnvironment): ScenarioEnvironment {
  return {
    applications: named(applications, ({ nom }) => nom),
    structures: named(structures, ({ identifiant }) => identifiant),
    comptesTechniques: named(accounts, ({ login }) => login),
    raccordements: named(raccordements, ({ value }) => value.structure),
    gestionnaires: Object.fromEntries(gestionnaires.map(({ name, structures: of }) => [
      `${name.toLowerCase()}@exemple-generation.fr`,
      { nom: `Gestionnaire ${name}`, structures: of },
    ])),
  };
}

function named<D extends { readonly value: unknown; readonly exists: boolean }>(drafted: readonly D[], nameOf: (one: D) => string): ByName<D["value"]> {
  const names: { [name: string]: D["value"] } = {};
  for (const one of drafted) if (one.exists) names[nameOf(one)] = one.value;
  return names;
}
