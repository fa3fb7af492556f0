import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { started, type Client } from "./client.ts";
import { AUTRUI, FERMEE, LOGIN, LYON, MAIRIE, NANTES, SIEGE } from "./scenario-fixture.ts";

let client: Client;
beforeAll(async () => {
  client = await started();
});
afterAll(async () => client.simulator.close());

const call = (path: string, body: object = {}) => client.call(path, { body });
const read = (path: string) => client.call(path, { method: "GET" });
const idOf = async (identifiantStructure: string): Promise<number> =>
  (await call("structures/v1/rechercher", { structure: { identifiantStructure } })).body.listeStructures[0].idStructureCPP as number;
const refusal = { codeRetour: 20001, libelle: expect.any(String) };

describe("structures lister/rattachementsutilisateur", () => {
  const list = (body: object) => call("structures/v1/lister/rattachementsutilisateur", body);

  it("lists the services of an attached structure, by pages", async () => {
    const { body } = await list({
      idStructure: await idOf(SIEGE),
      parametresListerRattachementsStructureUtilisateur: { nbResultatsParPage: 2, triColonne: "CodeService", triSens: "Descendant" },
    });
    expect(body).toMatchObject({
      codeRetour: 0, identifiantStructure: SIEGE, designationStructure: "Exemple BTP siège", premierService: false,
      listeServices: [{ codeService: "SERVICE_25", statutRattachement: "VALIDEE" }, { codeService: "SERVICE_24" }],
      parametresRetour: { nbResultatsParPage: 2, pageCourante: 1, pages: 13, total: 25 },
    });
  });

  it("by identifier and by the e-mail of a user", async () => {
    const named = { identifiantStructure: SIEGE, typeIdentifiantStructure: "SIRET" };
    expect((await list({ ...named, adresseEmailConnexionUtilisateur: LOGIN })).body.parametresRetour.total).toBe(25);
    expect((await list({ ...named, adresseEmailConnexionUtilisateur: "personne@exemple.invalid" })).body).toEqual(refusal);
    expect((await list({ ...named, typeIdentifiantStructure: "RIDET" })).body).toEqual(refusal);
    expect((await list({ ...named, idUtilisateur: 1 })).body).toEqual(refusal);
  });

  it("refuses a structure of others, one that is public, and none", async () => {
    for (const identifiantStructure of [AUTRUI, MAIRIE, "00000000000000"]) expect((await list({ identifiantStructure })).body).toEqual(refusal);
    expect((await list({})).body).toEqual(refusal);
  });
});

describe("organisations", () => {
  it("one service, by uuid", async () => {
    const [first] = (await read(`organisations/v1/structures/${MAIRIE}/services`)).body;
    expect((await read(`organisations/v1/services/${first.uuid}`)).body).toEqual(first);
    const unknown = await read(`organisations/v1/services/${"0".repeat(32)}`);
    expect(unknown).toMatchObject({ status: 400, body: [{ error: "NotFoundReference" }] });
    expect(await read("organisations/v1/services/SERVICE_01")).toMatchObject({ status: 400, body: [{ error: "ParamsInvalidUuidServices" }] });
  });

  it("services by uuid, by structure, by code", async () => {
    const search = async (body: object): Promise<string[]> =>
      (await call("organisations/v1/services/recherche", body)).body.map((one: { codeService: string }) => one.codeService);
    const { uuid } = (await read(`organisations/v1/structures/${SIEGE}`)).body;
    const [mairie] = (await read(`organisations/v1/structures/${MAIRIE}/services`)).body;
    expect(await search({ rattachementOrganisation: { op: "=", val: uuid } })).toHaveLength(25);
    expect(await search({ rattachementOrganisation: { op: "=", val: uuid }, etatService: { op: "=", val: "INACTIF" } })).toEqual(["SERVICE_04"]);
    expect(await search({ uuid: { op: "IN", val: [mairie.uuid, "0".repeat(32)] } })).toEqual(["FACTURES_PUBLIQUES"]);
    expect(await search({ codeService: { op: "IN", val: ["SERVICE_24", "SERVICE_25"] }, _sort: ["codeService"], _desc: ["codeService"] }))
      .toEqual(["SERVICE_25", "SERVICE_24"]);
    expect((await call("organisations/v1/services/recherche", { libelle: { op: "CONTAINS", val: "service 25" }, _fields: ["libelle"] })).body)
      .toEqual([{ libelle: "Service 25" }]);
    expect((await call("organisations/v1/services/recherche")).body).toMatchObject([{ error: expect.any(String) }]);
  });

  it("structures by uuid", async () => {
    const { uuid } = (await read(`organisations/v1/structures/${LYON}`)).body;
    expect((await call("organisations/v1/structures/recherche", { uuid: { op: "=", val: uuid } })).body).toMatchObject([{ identifiant: LYON }]);
  });

  it("attachments: none", async () => {
    expect((await read(`organisations/v1/structures/${SIEGE}/pieces_jointes`)).body).toEqual([]);
    expect(await read(`organisations/v1/structures/${SIEGE}/pieces_jointes/${"0".repeat(32)}`)).toMatchObject({ status: 400, body: [{ error: "NotFoundReference" }] });
    expect(await read("organisations/v1/structures/rien/pieces_jointes")).toMatchObject({ status: 400, body: [{ error: "ParamsInvalidUuidStructures" }] });
  });

  it("refuses a body that is not JSON with an array", async () => {
    expect(await client.call("organisations/v1/structures/recherche", { body: "{" })).toMatchObject({ status: 400, body: [{ error: expect.any(String) }] });
  });
});

describe("transverses", () => {
  const identifiers = (body: { listeStructures: { identifiantStructure: string }[] }): string[] =>
    body.listeStructures.map(({ identifiantStructure }) => identifiantStructure);

  it("structuresPourUtilisateur: all, and those of one espace", async () => {
    expect(identifiers((await call("transverses/v1/recuperer/structuresPourUtilisateur")).body)).toEqual([SIEGE, LYON, NANTES, FERMEE]);
    expect(identifiers((await call("transverses/v1/recuperer/structuresPourUtilisateur", { espaceFo: null })).body)).toHaveLength(4);
    expect(identifiers((await call("transverses/v1/recuperer/structuresPourUtilisateur", { espaceFo: 3 })).body)).toEqual([LYON]);
    expect(identifiers((await call("transverses/v1/recuperer/structuresPourUtilisateur", { espaceFo: 7 })).body)).toEqual([]);
  });

  it("rechercher/destinataire: public structures", async () => {
    const found = async (body: object) => (await call("transverses/v1/rechercher/destinataire", body)).body.listeDestinataires;
    expect(await found({})).toHaveLength(6);
    expect(await found({ identifiant: MAIRIE })).toMatchObject([{ siret: MAIRIE, nomDestinataire: "Mairie exemple" }]);
    expect(await found({ identifiant: SIEGE })).toEqual([]);
    expect(await found({ nomVilleCodePostal: "mairie", parametresRecherche: { nbResultatsParPage: 1 } })).toHaveLength(1);
  });

  it("coordbanc/valides: of attached structures", async () => {
    const details = (idStructure?: number) => call("transverses/v1/recuperer/coordbanc/valides", { idStructure });
    expect((await details(await idOf(SIEGE))).body).toMatchObject({ codeRetour: 0, listeCoordonneeBancaire: [] });
    expect((await details(await idOf(MAIRIE))).body).toEqual(refusal);
    expect((await details()).body).toEqual(refusal);
  });

  it.each([
    ["recuperer/pays", "listePays", { codePays: "FR", libellePays: "France" }],
    ["recuperer/motifs/exonerationtva", "listeMotifsExonerationTva", { codeMotifExonerationTva: "EXPT", libelleMotifExonerationTva: "Exportation" }],
    ["recuperer/cadrefacturation", "listeCadreFacturation", { codeCadreFacturation: "A1_FACTURE_FOURNISSEUR" }],
    ["recuperer/modedepot", "listeModeDepot", { modeDepot: "SAISIE_API" }],
    ["recuperer/modereglements", "listeModePaiement", { modePaiement: "VIREMENT" }],
    ["recuperer/formatflux", "listeFormatFlux", { formatFlux: "IN_DP_E2_FACTURX" }],
    ["recuperer/typedp", "listeTypeDemandePaiement", { typeDemandePaiement: "FACTURE" }],
    ["recuperer/typefacturetravaux", "listeTypeFactureTravaux", { typeFactureTravaux: "PROJET_DECOMPTE_MENSUEL" }],
  ])("%s", async (path, list, one) => {
    const { body } = await call(`transverses/v1/${path}`);
    expect(body[list]).toContainEqual(one);
  });
});

it.each([
  ["rechercher/valideur", { pagination: { nbResultatsParPage: 5 } }, { listeFactures: [], parametresRetour: { nbResultatsParPage: 5, total: 0 } }],
  ["rechercher/demandePaiement", { roleUtilisateur: "FOURNISSEUR" }, { listeDemandePaiement: [], total: 0 }],
  ["rechercher/aTraiter/valideur", { identifiantStructure: SIEGE }, { listeFactures: [], parametresRetour: { pages: 0 } }],
  ["rechercher/atraiter/recipiendaire", {}, { listeFactures: [], parametresRetour: { total: 0 } }],
  ["rechercher/atraiter/fournisseur", {}, { listeFactures: [], parametresRetour: { total: 0 } }],
  ["recuperer/statutsFactureVisibles/valideur", {}, { codeRetour: 0 }],
])("factures %s", async (path, body, answer) => {
  const reply = await call(`factures/v1/${path}`, body);
  expect(reply).toMatchObject({ status: 200, body: { libelle: "GCU_MSG_01_000", ...answer } });
});

it("an enumeration of the description is held: 400", async () => {
  expect((await call("factures/v1/rechercher/fournisseur", { typeFacture: "DEVIS" })).status).toBe(400);
  expect((await call("factures/v1/rechercher/fournisseur", { montantHTMin: "beaucoup" })).status).toBe(400);
  expect((await call("factures/v1/rechercher/fournisseur", { statutCourant: "DEPOSEE" })).status).toBe(400);
  expect((await call("factures/v1/soumettre", {})).status).toBe(403);
});
