import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { started } from "./client.ts";
import type { Client } from "./client.ts";
import { FERMEE, LOGIN, LYON, NANTES, PRODUCTION_SIEGE, SIEGE } from "./scenario-fixture.ts";

let client: Client;
beforeEach(async () => { client = await started(); });
afterEach(async () => { await client.simulator.close(); });

describe("utilisateurs", () => {
  const rattachements = (parametresRecherche?: object) => client.call("utilisateurs/v1/monCompte/recuperer/rattachements", {
    body: parametresRecherche === undefined ? {} : { parametresRecherche },
  });

  test("lists the home structure and the attached ones that exist", async () => {
    const { body } = await rattachements();
    expect(body).toMatchObject({ codeRetour: 0, libelle: "TRA_MSG_00.000", parametresRetour: { total: 4, pages: 1 } });
    expect(body.listeStructureRattachement.map((one: { identifiantStructure: string }) => one.identifiantStructure)).toEqual([SIEGE, LYON, NANTES, FERMEE]);
    expect(body.listeStructureRattachement[0]).toMatchObject({
      idRattachementStructure: expect.any(Number), idStructure: expect.any(Number), typeIdentifiantStructure: "SIRET",
      designationStructure: "Exemple BTP siège", roleUtilisateur: "GESTIONNAIRE", statutUtilisateur: "ACTIF", statutRattachementStructure: "ACTIF",
    });
    expect(body.listeStructureRattachement[0].listeServicesRattache).toHaveLength(25);
    expect(body.listeStructureRattachement[0].listeServicesRattache[0]).toMatchObject({ codeService: "SERVICE_01", statutRattachementService: "ACTIF" });
  });

  test("pages and sorts", async () => {
    const { body } = await rattachements({ nbResultatsParPage: 3, pageResultatDemandee: 2, triColonne: "IdentifiantStructure", triSens: "Ascendant" });
    expect(body.listeStructureRattachement).toMatchObject([{ identifiantStructure: FERMEE }]);
    expect(body.parametresRetour).toEqual({ nbResultatsParPage: 3, pageCourante: 2, pages: 2, total: 4 });
  });

  test("follows the world as it changes", async () => {
    await client.patch({ comptesTechniques: { [LOGIN]: { rattachements: [] } } });
    expect((await rattachements()).body.parametresRetour.total).toBe(1);
  });
});

describe("transverses", () => {
  const actives = async (role: string): Promise<string[]> =>
    (await client.call(`transverses/v1/recuperer/structures/actives/${role}`, { body: {} })).body.listeStructures
      .map((one: { identifiant: string }) => one.identifiant);

  test("health-check", async () => {
    const reply = await client.call("transverses/v1/health-check", { method: "GET" });
    expect(reply).toMatchObject({ status: 200, body: { body: expect.any(String), statusCode: "OK", statusCodeValue: 200 } });
    expect((await client.call("transverses/v1/health-check", { method: "GET", account: "a:b" })).status).toBe(401);
  });

  test("active structures: attached, espace open, habilitated", async () => {
    // Lyon has factures-emises open, but the account is habilitated to factures-travaux there only.
    expect(await actives("fournisseur")).toEqual([SIEGE]);
    expect(await actives("destinataire")).toEqual([SIEGE]);
    expect(await actives("facturetravaux")).toEqual([LYON]);
    await client.patch({ comptesTechniques: { [LOGIN]: { habilitations: null } }, structures: { [NANTES]: { espaces: ["factures-emises"] } } });
    expect(await actives("fournisseur")).toEqual([SIEGE, LYON, NANTES]);
    await client.patch({ structures: { [SIEGE]: { espaces: [] } } });
    expect(await actives("fournisseur")).toEqual([LYON, NANTES]);
  });

  test("reference lists", async () => {
    const types = await client.call("transverses/v1/recuperer/typeidentifiant/structure", { body: {} });
    expect(types.body.listeTypeIdentifiant.map((one: { typeIdentifiantStructure: string }) => one.typeIdentifiantStructure))
      .toEqual(["SIRET", "UE_HORS_FRANCE", "HORS_UE", "RIDET", "TAHITI", "AUTRE", "PARTICULIER"]);
    const rates = await client.call("transverses/v1/recuperer/tauxtva", { body: { codeLangue: "fr" } });
    expect(rates.body).toMatchObject({ codeRetour: 0, listeTauxTva: expect.arrayContaining([expect.objectContaining({ valeurTauxTva: 20 })]) });
    const currencies = await client.call("transverses/v1/recuperer/devises", { body: {} });
    expect(currencies.body).toMatchObject({ codeRetour: 0, listeDevises: expect.arrayContaining([expect.objectContaining({ codeDevise: "EUR" })]) });
  });

  test("INSEE data fails in qualification and works in production", async () => {
    const consult = (environment: "qualification" | "production", siretStructure?: string) =>
      client.call("transverses/v1/consulter/information/siret", { environment, body: { siretStructure } });
    expect((await consult("qualification", SIEGE)).body.codeRetour).not.toBe(0);
    expect((await consult("production", PRODUCTION_SIEGE)).body).toMatchObject({ codeRetour: 0, siret: PRODUCTION_SIEGE, siren: "732829320", estActif: true });
    expect((await consult("production", SIEGE)).body.codeRetour).not.toBe(0);
    expect((await consult("production")).body.codeRetour).not.toBe(0);
  });
});

describe("the searches that find nothing", () => {
  test("factures by supplier: paging in its envelope", async () => {
    const { body } = await client.call("factures/v1/rechercher/fournisseur", {
      body: { periodeDateDepotDu: "2026-11-23T00:00:00Z", rechercheFactureParFournisseur: { nbResultatsParPage: 1 } },
    });
    expect(body).toEqual({
      codeRetour: 0, libelle: "GCU_MSG_01_000", listeFactures: [],
      parametresRetour: { nbResultatsParPage: 1, pageCourante: 1, pages: 0, total: 0 },
    });
  });

  test("factures by recipient: paging flat", async () => {
    const { body } = await client.call("factures/v1/rechercher/recipiendaire", { body: { paramRecherche: { nbResultatsParPage: 5 } } });
    expect(body).toEqual({ codeRetour: 0, libelle: "GCU_MSG_01_000", listeFactures: [], nbResultatsParPage: 5, pageCourante: 1, pages: 0, total: 0 });
  });

  test("engagements", async () => {
    const { body } = await client.call("engagementsJuridiques/v1/rechercher", { body: { etatCourantEngagementJuridique: "COMMANDE" } });
    expect(body).toMatchObject({ codeRetour: 0, listeEngagementJuridique: [] });
  });
});
