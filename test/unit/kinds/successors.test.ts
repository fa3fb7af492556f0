import { expect, it } from "vitest";
import { plan } from "../../../src/plan/plan.ts";
import { NOON } from "../../support/virtual-clock.ts";
import { desiredFrom } from "../../support/world.ts";

const MOVING = `
version: 1
topology: concentrateur
piste: api@exemple-gestion.fr
application: EXEMPLE-CONCENTRATEUR
apis: [factures, structures, transverses, utilisateurs]
contact: { nom: Équipe API, email: api@exemple-gestion.fr, telephone: "+33 2 99 00 00 01" }
gestionnaire: { nom: Direction }
structures: { operateur: 73282932000074 }
clients: { from: clients.csv }
`;

const CLIENTS = `code;siret;nom;etat;date;remplace
C1;73282932000082;Menuiserie;sortant;2026-11-01;
C2;73282932000090;Menuiserie;actif;;C1
`;

it("does for the new SIRET first what the old one then loses, in one worklist", async () => {
  const desired = await desiredFrom(MOVING, { "clients.csv": CLIENTS });
  const { document } = plan({ desired, records: new Map(), observations: new Map(), attestations: new Map(), nowMs: NOON });
  const step = (action: string, client: string) =>
    document.steps.find((one) => one.action === action && one.items.some(({ address }) => address.endsWith(`/${client}`)));
  const created = step("create-compte-technique", "C2");
  const retired = step("retire-compte-technique", "C1");
  expect(retired?.waitsFor).toContain(created?.number);
  expect(created?.number).toBeLessThan(retired?.number ?? 0);
});
