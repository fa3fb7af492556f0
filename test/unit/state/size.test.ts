import { afterEach, expect, it } from "vitest";
import { changedRecords } from "../../../src/state/remember.ts";
import { serializeState } from "../../../src/state/serialize-state.ts";
import { changeState } from "../../../src/state/change-state.ts";
import { emptyState } from "../../../src/state/state.ts";
import { doneScenario, secretsOf } from "../../support/done-world.ts";
import { attestAll } from "../../support/plans.ts";
import { desiredFrom, startWorld, type TestWorld } from "../../support/world.ts";

let world: TestWorld | undefined;
afterEach(() => world?.close());

const SIZE = 100;

const bytesEach = async (structure: (siret: string) => string, apis: string): Promise<number> => {
  const desired = await desiredFrom(
    [
      "version: 1",
      "topology: direct",
      "piste: facturation@exemple-btp.fr",
      "application: EXEMPLE-BTP-FACTURATION",
      `apis: [${apis}]`,
      "espaces: [factures-emises]",
      'contact: { nom: N, email: a@exemple.fr, telephone: "+33 4 72 00 00 01" }',
      "gestionnaire: { nom: G, email: g@exemple.fr }",
      "qualification:",
      ...Array.from({ length: SIZE }, (_, index) => `  etablissement-${String(index).padStart(3, "0")}: ${structure(String(10_000_000_000_000 + index))}`),
      "",
    ].join("\n"),
  );
  world = await startWorld(doneScenario(desired), secretsOf(desired));
  const attestations = attestAll(desired, world.clock.now());
  const { assessed } = await world.plan(desired, { attestations });
  expect(assessed.filter(({ resource, conditions }) => resource.environment === "qualification" && conditions.some(({ condition }) => condition.status !== "true"))).toEqual([]);
  const state = changeState(emptyState("l"), changedRecords(assessed, { nowMs: world.clock.now(), renewProofAfterMs: 1 }));
  // The simulator puts the environment before its paths; the platforms have a host for each.
  return Buffer.byteLength(serializeState(state).replaceAll("/qualification/cpro", "/cpro")) / SIZE;
};

it("keeps a structure and environment in a kilobyte, with everything that it needs", async () => {
  expect(await bytesEach((siret) => siret, "factures, structures, transverses, utilisateurs")).toBeLessThanOrEqual(1024);
});

it("keeps services and EDI parameters in some more", async () => {
  const structure = (siret: string) => `{ identifiant: ${siret}, services: [ACHATS], edi: { reception: true } }`;
  expect(await bytesEach(structure, "factures, structures, transverses, utilisateurs, organisations")).toBeLessThanOrEqual(1536);
});
