import type { Scenario, ScenarioPerson, ScenarioStructure } from "../scenario.ts";
import type { Matelas, MatelasStructure } from "./generate-matelas.ts";

/** The scenario with a matelas in qualification. What is there already stays as it is. */
export function addMatelas(scenario: Scenario, matelas: Matelas): Scenario {
  const { qualification } = scenario.environments;
  return {
    ...scenario,
    environments: {
      ...scenario.environments,
      qualification: {
        ...qualification,
        structures: {
          ...Object.fromEntries(matelas.map((one) => [one.siret, structureOf(one)])),
          ...qualification?.structures,
        },
        gestionnaires: {
          ...Object.fromEntries(matelas.map((one) => [one.gestionnaire.login, gestionnaireOf(one)])),
          ...qualification?.gestionnaires,
        },
        utilisateurs: {
          ...Object.fromEntries(matelas.map((one) => [one.utilisateur.login, utilisateurOf(one)])),
          ...qualification?.utilisateurs,
        },
      },
    },
  };
}

/** Nothing but the invoices received is open at first: the gestionnaire opens the espaces that he needs. */
function structureOf({ entite, nature, service, siret }: MatelasStructure): ScenarioStructure {
  return {
    designation: `${entite.toUpperCase()} ${siret}`,
    nature,
    services: { [service]: { nom: `Service ${entite}` } },
    ...(nature === "PUBLIQUE" ? { espaces: ["factures-recues"] } : {}),
  };
}

function gestionnaireOf({ entite, siret, gestionnaire }: MatelasStructure): ScenarioPerson {
  return { nom: `Gestionnaire ${entite}`, motDePasse: gestionnaire.motDePasse, structures: [siret], abonnements: {} };
}

function utilisateurOf({ entite, siret, utilisateur }: MatelasStructure): ScenarioPerson {
  return { nom: `Utilisateur ${entite}`, motDePasse: utilisateur.motDePasse, structures: [siret], abonnements: {} };
}
