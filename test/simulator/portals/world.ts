import type { ApiId, Scenario, ScenarioPerson } from "../../../src/simulator/scenario.ts";

export const ALICE = "alice@exemple.fr";
export const BOB = "bob@exemple.fr";
export const APP_ALICE = `APP_SANDBOX_${ALICE}`;
export const APP_BOB = `APP_SANDBOX_${BOB}`;
export const APP_PRODUCTION = "EXEMPLE-PRODUCTION";
export const PEOPLE_PASSWORD = "Mot-de-passe-1";

/** Structures of the first gestionnaire, and of the other one. */
export const SIEGE = "33254021516357";
export const AGENCE = "33254021516365";
export const FERMEE = "33254021516373";
export const AUTRUI = "33254021516399";

export const GESTIONNAIRE = "gestionnaire@exemple.fr";
export const AUTRE_GESTIONNAIRE = "autre@ailleurs.fr";
export const UTILISATEUR = "utilisateur@exemple.fr";
export const TECH_AUTRUI = `TECH_1_${AUTRUI}@cpro.fr`;
export const TECH_SIEGE = `TECH_1_${SIEGE}@cpro.fr`;
export const TECH_PASSWORD = "technique:1";

const person = (structures: readonly string[]): ScenarioPerson => ({ nom: "Quelqu'un", motDePasse: PEOPLE_PASSWORD, structures, abonnements: {} });
const APIS: readonly ApiId[] = ["structures", "factures", "transverses", "utilisateurs", "engagements", "organisations"];

const environment = {
  structures: {
    [SIEGE]: { designation: "Exemple siège" },
    [AGENCE]: { designation: "Exemple agence", services: { ACHATS: { nom: "Achats", actif: false } } },
    [FERMEE]: { designation: "Exemple fermée", statut: "INACTIVE" },
    [AUTRUI]: { designation: "Autrui", espaces: ["factures-emises"] },
  },
  gestionnaires: { [GESTIONNAIRE]: person([SIEGE, AGENCE, FERMEE]), [AUTRE_GESTIONNAIRE]: person([AUTRUI]) },
  utilisateurs: { [UTILISATEUR]: person([SIEGE]) },
  comptesTechniques: {
    [TECH_AUTRUI]: { motDePasse: TECH_PASSWORD, structure: AUTRUI, rattachements: [], motDePasseChangeLe: "2026-11-01" },
  },
} satisfies NonNullable<Scenario["environments"]["qualification"]>;

/** Two PISTE accounts, two gestionnaires and a user: nobody has opened or subscribed to anything. */
export const PORTAL_WORLD: Scenario = {
  version: 1,
  comptesPiste: { [ALICE]: { motDePasse: PEOPLE_PASSWORD }, [BOB]: { motDePasse: PEOPLE_PASSWORD } },
  environments: {
    qualification: {
      ...environment,
      applications: {
        [APP_ALICE]: { compte: ALICE, consentements: [], apis: [] },
        [APP_BOB]: { compte: BOB, consentements: APIS, apis: APIS, clientId: "client-de-bob", clientSecret: "secret-de-bob" },
      },
    },
    production: { ...environment, applications: { [APP_PRODUCTION]: { compte: ALICE, consentements: [], apis: [] } } },
  },
};

/** The same, where the first gestionnaire has everything that there is to see. */
export const FULL_WORLD: Scenario = {
  ...PORTAL_WORLD,
  environments: {
    qualification: furnished(PORTAL_WORLD.environments.qualification ?? {}, APP_ALICE),
    production: furnished(PORTAL_WORLD.environments.production ?? {}, APP_PRODUCTION),
  },
};

function furnished(content: NonNullable<Scenario["environments"]["qualification"]>, application: string): NonNullable<Scenario["environments"]["qualification"]> {
  const subscribed = { ...person([SIEGE, AGENCE, FERMEE]), abonnements: { [SIEGE]: { raccordements: "MODIFICATION", "factures-emises": "CONSULTATION" } } } as const;
  return {
    ...content,
    applications: { ...content.applications, [application]: { compte: ALICE, description: "Essai", consentements: APIS, apis: APIS, clientId: "client-d-alice", clientSecret: "secret-d-alice", quotas: { seconde: 10, methodes: { "structures/rechercher": { jour: 100 } } } } },
    structures: { ...content.structures, [SIEGE]: { designation: "Exemple siège", espaces: ["raccordements", "factures-emises"], services: { ACHATS: { nom: "Achats" } }, edi: { reception: true } } },
    gestionnaires: { ...content.gestionnaires, [GESTIONNAIRE]: subscribed },
    comptesTechniques: { ...content.comptesTechniques, [TECH_SIEGE]: { motDePasse: TECH_PASSWORD, structure: SIEGE, rattachements: [AGENCE], motDePasseChangeLe: "2026-11-01" } },
    raccordements: { un: { structure: SIEGE, application, usage: "Utilisateur d'une application interne" } },
  };
}
