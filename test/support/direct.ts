import type { Scenario } from "../../src/simulator/scenario.ts";

/** One organisation with three establishments, in production. */
export const DIRECT = `
version: 1
topology: direct
piste: facturation@exemple-btp.fr
application: EXEMPLE-BTP-FACTURATION
apis: [factures, structures, transverses, utilisateurs]
espaces: [factures-emises]
contact: { nom: Service intégration, email: facturation@exemple-btp.fr, telephone: "+33 4 72 00 00 01" }
gestionnaire: { nom: Direction financière, email: finances@exemple-btp.fr }
structures:
  siege: 73282932000074
  lyon: 73282932000082
  nantes: 73282932000090
`;

export const LOGIN = "TECH_1_73282932000074@cpro.fr";

/** Everything that `DIRECT` wants is there. */
export const DIRECT_DONE: Scenario = {
  version: 1,
  environments: {
    production: {
      applications: {
        "EXEMPLE-BTP-FACTURATION": {
          compte: "facturation@exemple-btp.fr",
          clientId: "id",
          clientSecret: "client-secret",
          consentements: ["factures", "structures", "transverses", "utilisateurs"],
          apis: ["factures", "structures", "transverses", "utilisateurs"],
        },
      },
      structures: Object.fromEntries(
        ["73282932000074", "73282932000082", "73282932000090"].map((siret) => [
          siret,
          { designation: siret, espaces: ["raccordements", "factures-emises"] },
        ]),
      ),
      comptesTechniques: {
        [LOGIN]: {
          motDePasse: "p(a:ss)~$%",
          structure: "73282932000074",
          rattachements: ["73282932000082", "73282932000090"],
          motDePasseChangeLe: "2026-10-01T00:00:00Z",
        },
      },
      raccordements: {
        siege: { structure: "73282932000074", application: "EXEMPLE-BTP-FACTURATION" },
        lyon: { structure: "73282932000082", application: "EXEMPLE-BTP-FACTURATION" },
        nantes: { structure: "73282932000090", application: "EXEMPLE-BTP-FACTURATION" },
      },
    },
  },
};

export const SECRETS = {
  CHORUS_PRODUCTION_CLIENT_ID: "id",
  CHORUS_PRODUCTION_CLIENT_SECRET: "client-secret",
  CHORUS_PRODUCTION_PASSWORD: "p(a:ss)~$%",
};
