import type { Desired, DesiredEnvironment, SecretSource } from "../../src/model/desired.ts";
import { ENVIRONMENTS } from "../../src/model/environment.ts";
import type { ApiId, EspaceId, Scenario, ScenarioEnvironment, ScenarioSettings } from "../../src/simulator/scenario.ts";

/** A world in which everything that a configuration wants is there. */
export const doneScenario = (desired: Desired, settings: ScenarioSettings = {}): Scenario => ({
  version: 1,
  settings,
  environments: Object.fromEntries(
    ENVIRONMENTS.flatMap((environment) => {
      const wanted = desired.environments[environment];
      return wanted === undefined ? [] : [[environment, doneEnvironment(desired, wanted)]];
    }),
  ),
});

/** The environment variables that hold the secrets of such a world. */
export const secretsOf = (desired: Desired): Record<string, string> => {
  const variables: Record<string, string> = {};
  for (const environment of ENVIRONMENTS) {
    const { applications = {}, comptesTechniques = {} } = desired.environments[environment] ?? {};
    for (const [name, { secrets }] of Object.entries(applications)) {
      if (secrets === "chez-le-client") continue;
      variables[secrets.clientId.env ?? ""] = `id-${name}`;
      variables[secrets.clientSecret.env ?? ""] = `client-secret-${name}`;
    }
    for (const [name, { secrets }] of Object.entries(comptesTechniques)) {
      if (secrets !== "chez-le-client") variables[variableOf(secrets.password)] = `password-${name}`;
    }
  }
  return variables;
};

const variableOf = ({ env }: SecretSource): string => env ?? "";

const doneEnvironment = (desired: Desired, wanted: DesiredEnvironment): ScenarioEnvironment => {
  const siretOf = (name: string): string => wanted.structures[name]?.identifiant ?? name;
  return {
    applications: Object.fromEntries(
      Object.entries(wanted.applications).map(([name, { nom, comptePiste, apis }]) => [
        nom,
        {
          compte: desired.comptesPiste[comptePiste]?.email ?? comptePiste,
          clientId: `id-${name}`,
          clientSecret: `client-secret-${name}`,
          consentements: apis as readonly ApiId[],
          apis: apis as readonly ApiId[],
          quotaParSeconde: 1000,
        },
      ]),
    ),
    structures: Object.fromEntries(
      Object.values(wanted.structures).map(({ identifiant, type, espaces, services, edi }) => [
        identifiant,
        {
          designation: identifiant,
          type,
          espaces: espaces as readonly EspaceId[],
          services: Object.fromEntries((services ?? []).map((code) => [code, { nom: code }])),
          ...(edi === undefined ? {} : { edi }),
        },
      ]),
    ),
    comptesTechniques: Object.fromEntries(
      Object.entries(wanted.comptesTechniques).map(([name, { login, structure, couvre }]) => [
        login,
        {
          motDePasse: `password-${name}`,
          structure: siretOf(structure),
          rattachements: couvre.filter((one) => one !== structure).map(siretOf),
          motDePasseChangeLe: "2026-10-01T00:00:00Z",
        },
      ]),
    ),
    raccordements: Object.fromEntries(
      Object.entries(wanted.raccordements).map(([name, { structure, application }]) => [
        name,
        { structure: siretOf(structure), application: wanted.applications[application]?.nom ?? application, concentrateur: true },
      ]),
    ),
  };
};
