import { FIXED_RECIPIENTS } from "../../src/simulator/matelas/fixed-recipients.ts";
import type { ApiId, Scenario, ScenarioSettings } from "../../src/simulator/scenario.ts";
import { startSimulator, type Simulator } from "../../src/simulator/simulator.ts";
import { FIXED_RECIPIENT, type Target } from "./target.ts";

/** A simulator of its own, with an account that works, and what leads the suite there. */
export const simulated = async (settings: ScenarioSettings = {}): Promise<{ readonly simulator: Simulator; readonly target: Target }> => {
  const simulator = await startSimulator({ ...SCENARIO, settings }, { now: () => Date.now(), random: () => Math.random() });
  const url = `${simulator.url}/qualification`;
  return {
    simulator,
    target: { oauthUrl: url, apiUrl: url, clientId: CLIENT_ID, clientSecret: "conformance-secret", login: LOGIN, password: "c([)@~$%>:9", siret: FIXED_RECIPIENT },
  };
};

const CLIENT_ID = "2f9c3a5e-70b1-4c55-9a3d-5be4b0ac0001";
const SUPPLIER = "33254021516357";
const LOGIN = `TECH_1_${SUPPLIER}@cpro.fr`;
const APIS: readonly ApiId[] = ["factures", "structures", "transverses", "utilisateurs", "engagements", "organisations"];

const SCENARIO: Scenario = {
  version: 1,
  environments: {
    qualification: {
      applications: { conformance: { compte: "conformance@exemple.fr", clientId: CLIENT_ID, clientSecret: "conformance-secret", consentements: APIS, apis: APIS } },
      structures: { ...FIXED_RECIPIENTS, [SUPPLIER]: { designation: "Exemple", services: { ACHATS: { nom: "Achats" } }, espaces: ["raccordements", "factures-emises"] } },
      raccordements: { exemple: { structure: SUPPLIER, application: "conformance" } },
      comptesTechniques: {
        [LOGIN]: { motDePasse: "c([)@~$%>:9", structure: SUPPLIER, rattachements: [], motDePasseChangeLe: new Date(Date.now() - 86_400_000).toISOString() },
      },
    },
  },
};
