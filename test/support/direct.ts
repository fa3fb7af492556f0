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

/** Nothing else is like them: where one of them stands in an output or a file, it has leaked. */
export const SECRETS = {
  CHORUS_PRODUCTION_CLIENT_ID: "canary-id-4c1d",
  CHORUS_PRODUCTION_CLIENT_SECRET: "canary-secret-9f3e",
  CHORUS_PRODUCTION_PASSWORD: "canary-p(a:ss)~$%",
};

/** Everything that `DIRECT` wants is there. */
export const DIRECT_DONE: Scenario = {
  version: 1,
  environments: {
    production: {
      applications: {
        "EXEMPLE-BTP-FACTURATION": {
          compte: "facturation@exemple-btp.fr",
          clientId: SECRETS.CHORUS_PRODUCTION_CLIENT_ID,
          clientSecret: SECRETS.CHORUS_PRODUCTION_CLIENT_SECRET,
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
          motDePasse: SECRETS.CHORUS_PRODUCTION_PASSWORD,
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
