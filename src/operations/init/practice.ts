import { DAY_MS, toInstant } from "../../model/instant.ts";
import type { Answers } from "./answers.ts";

/** Invented, and of nobody. */
export const PRACTICE_ANSWERS: Answers = {
  topology: "direct",
  piste: "facturation@exemple.fr",
  application: "EXEMPLE-FACTURATION",
  name: "siege",
  siret: "73282932000074",
  contact: "Service facturation",
  telephone: "+33 4 72 00 00 01",
  editeur: "EXEMPLE",
  solution: "EXEMPLE",
};

/**
 * A world to practise on, with the variables that lead there: in production the structure and the application exist, with an
 * API that was forgotten and no compte technique: enough is true for a plan to prove something, and to ask for something.
 */
export const practiceFiles = ({ piste, application, siret }: Answers, port: number, nowMs: number): Readonly<Record<string, string>> => {
  const scenario = {
    version: 1,
    environments: {
      qualification: {},
      production: {
        applications: { [application]: { compte: piste, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET, consentements: APIS, apis: APIS } },
        structures: { [siret]: { designation: "EXEMPLE FOURNISSEUR", espaces: ["raccordements"] } },
        comptesTechniques: {
          [`TECH_1_${siret}@cpro.fr`]: { motDePasse: PASSWORD, structure: siret, rattachements: [siret], motDePasseChangeLe: toInstant(nowMs - 30 * DAY_MS) },
        },
      },
    },
  };
  return {
    [SCENARIO_FILE]: `# What the simulator plays: everything in it is invented. docs/simulator.md says what more it can.\n${JSON.stringify(scenario, null, 2)}\n`,
    [VARIABLES_FILE]: variablesOf(port).map(([name, value]) => `export ${name}='${value}'\n`).join(""),
  };
};

export const SCENARIO_FILE = "practice.scenario.yaml";
export const VARIABLES_FILE = "practice.env";

const variablesOf = (port: number): readonly (readonly [string, string])[] => [
  ...(["qualification", "production"] as const).flatMap((environment) => [
    [`CHORUS_${environment.toUpperCase()}_OAUTH_URL`, `http://127.0.0.1:${port}/${environment}`] as const,
    [`CHORUS_${environment.toUpperCase()}_API_URL`, `http://127.0.0.1:${port}/${environment}`] as const,
  ]),
  ["CHORUS_TRUST", "loopback"],
  ["CHORUS_PRODUCTION_CLIENT_ID", CLIENT_ID],
  ["CHORUS_PRODUCTION_CLIENT_SECRET", CLIENT_SECRET],
  ["CHORUS_PRODUCTION_PASSWORD", PASSWORD],
];

const APIS = ["factures", "structures", "utilisateurs"];
const CLIENT_ID = "7b1f0c52-1c8e-4f57-8c37-2f8b6d4e5a33";
const CLIENT_SECRET = "4e8a2d61-9b3f-4d1c-a6e2-8c5f7b0d9e44";
const PASSWORD = "Kq7(x[M)2~$%z";
