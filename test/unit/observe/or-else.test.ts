import { expect, it, onTestFinished } from "vitest";
import { desiredFrom, startWorld } from "../../support/world.ts";

const APIS = ["factures", "structures", "transverses", "utilisateurs"] as const;

const CONFIG = `
version: 1
topology: concentrateur
piste: api@exemple-gestion.fr
application: EXEMPLE-CONCENTRATEUR
apis: [${APIS.join(", ")}]
contact: { nom: Équipe API, email: api@exemple-gestion.fr, telephone: "+33 2 99 00 00 01" }
gestionnaire: { nom: Direction }
structures: { operateur: 73282932000074 }
clients: { from: clients.csv }
`;

it("looks a client's structure up with the client's account where ours does not work yet", async () => {
  const world = await startWorld(
    {
      version: 1,
      environments: {
        production: {
          applications: {
            "EXEMPLE-CONCENTRATEUR": { compte: "api@exemple-gestion.fr", clientId: "id", clientSecret: "secret", consentements: APIS, apis: APIS },
          },
          structures: { "73282932000082": { designation: "Menuiserie" } },
          comptesTechniques: {
            "TECH_1_73282932000082@cpro.fr": {
              motDePasse: "p:w",
              structure: "73282932000082",
              rattachements: [],
              motDePasseChangeLe: "2026-10-01T00:00:00Z",
            },
          },
        },
      },
    },
    { CHORUS_PRODUCTION_CLIENT_ID: "id", CHORUS_PRODUCTION_CLIENT_SECRET: "secret", CHORUS_PRODUCTION_PASSWORD_C1: "p:w" },
  );
  onTestFinished(() => world.close());
  const desired = await desiredFrom(CONFIG, { "clients.csv": "code;siret;nom\nC1;73282932000082;Menuiserie\n" });
  const { document } = await world.plan(desired);
  const status = (address: string) => document.resources.find((resource) => resource.address === address)?.status;
  expect(status("production/structure/C1")).toBe("in-order");
  expect(status("production/structure/operateur")).toBe("unknown");
});
