import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FIXED_RECIPIENTS } from "../../src/simulator/matelas/fixed-recipients.ts";
import { started } from "./client.ts";
import type { Client } from "./client.ts";
import { AUTRUI, FERMEE, LYON, MAIRIE, NANTES, PRODUCTION_SIEGE, SIEGE } from "./scenario-fixture.ts";

let client: Client;
const ids: Record<string, number> = {};
beforeAll(async () => {
  client = await started();
  const { body } = await search({}, { parametres: { nbResultatsParPage: 100 } });
  for (const one of body.listeStructures) ids[one.identifiantStructure] = one.idStructureCPP;
});
afterAll(async () => { await client.simulator.close(); });

const search = (structure: object, rest: object = {}) => client.call("structures/v1/rechercher", { body: { structure, ...rest } });
const found = async (structure: object, rest: object = {}): Promise<string[]> =>
  (await search(structure, rest)).body.listeStructures.map((one: { identifiantStructure: string }) => one.identifiantStructure);

describe("rechercher", () => {
  test("finds a structure by its identifier", async () => {
    const reply = await search({ identifiantStructure: SIEGE, typeIdentifiantStructure: "SIRET" });
    expect(reply.body).toEqual({
      codeRetour: 0,
      libelle: "TRA_MSG_00.000",
      listeStructures: [{
        idStructureCPP: expect.any(Number),
        identifiantStructure: SIEGE,
        designationStructure: "Exemple BTP siège",
        typeIdentifiantStructure: "SIRET",
        statut: "ACTIVE",
      }],
      parametresRetour: { nbResultatsParPage: 10, pageCourante: 1, pages: 1, total: 1 },
    });
    expect(reply.headers.get("content-type")).toBe("application/json;charset=utf-8");
  });

  test("an unknown identifier is an empty list", async () => {
    const { body } = await search({ identifiantStructure: "00000000000000", typeIdentifiantStructure: "SIRET" });
    expect(body).toMatchObject({ codeRetour: 0, listeStructures: [], parametresRetour: { total: 0, pages: 0 } });
  });

  test.each([
    ["another type", { identifiantStructure: SIEGE, typeIdentifiantStructure: "RIDET" }, []],
    ["a type", { typeIdentifiantStructure: "HORS_UE" }, ["FR-12"]],
    ["public ones", { typeStructure: "PUBLIQUE" }, [...Object.keys(FIXED_RECIPIENTS), MAIRIE]],
    ["inactive ones", { statutStructure: "INACTIF" }, [FERMEE]],
    ["an active one that is not", { identifiantStructure: FERMEE, statutStructure: "ACTIF" }, []],
    ["a part of the name", { raisonSocialeStructure: "btp l" }, [LYON]],
    ["an address", { adresseVille: "Lyon" }, []],
    ["an inherited name", { identifiantStructure: "constructor" }, []],
  ])("by %s", async (_, structure, expected) => {
    expect(await found(structure)).toEqual(expected);
  });

  test("may be restricted", async () => {
    expect(await found({ identifiantStructure: AUTRUI })).toEqual([AUTRUI]);
    expect(await found({ identifiantStructure: AUTRUI }, { restreindreStructuresPrivees: true })).toEqual([]);
  });

  test("sorts and pages", async () => {
    const parametres = { nbResultatsParPage: 3, pageResultatDemandee: 2, triColonne: "IdentifiantStructure", triSens: "Descendant" };
    const { body } = await search({}, { parametres });
    expect(body.listeStructures.map((one: { identifiantStructure: string }) => one.identifiantStructure)).toEqual([NANTES, LYON, SIEGE]);
    expect(body.parametresRetour).toEqual({ nbResultatsParPage: 3, pageCourante: 2, pages: 4, total: 12 });
    expect((await search({}, { parametres: { ...parametres, pageResultatDemandee: 9 } })).body).toMatchObject({ codeRetour: 0, listeStructures: [] });
    expect((await search({}, { parametres: { nbResultatsParPage: 0 } })).body.codeRetour).not.toBe(0);
    expect((await search({}, { parametres: { triColonne: "Nom" } })).status).toBe(400);
  });

  test("knows each environment apart", async () => {
    expect(await found({ identifiantStructure: PRODUCTION_SIEGE })).toEqual([]);
    const { body } = await client.call("structures/v1/rechercher", { environment: "production", body: { structure: {} } });
    expect(body.listeStructures).toHaveLength(1);
  });

  test("ids survive a restart", async () => {
    const again = await started();
    const { body } = await again.call("structures/v1/rechercher", { body: { structure: { identifiantStructure: SIEGE } } });
    await again.simulator.close();
    expect(body.listeStructures[0].idStructureCPP).toBe(ids[SIEGE]);
  });
});

describe("consulter", () => {
  const consult = (idStructureCPP: unknown) => client.call("structures/v1/consulter", { body: { idStructureCPP, codeLangue: "fr" } });

  test("tells the expiry of the password for the home structure", async () => {
    const { body } = await consult(ids[SIEGE]);
    expect(body).toMatchObject({
      codeRetour: 0,
      informationGenerales: {
        idStructureCPP: ids[SIEGE],
        identifiantStructure: SIEGE,
        typeIdentifiantStructure: "SIRET",
        structurePriveePublique: "PRIVEE",
        dateExpirationMotPasseCompteTech: "2027-12-30T09:00:00.000Z",
      },
      parametres: { connexionEDI: false, recevoirDonneesViaEDI: false },
    });
  });

  test("tells nothing of it for another attached structure or a public one", async () => {
    for (const identifiant of [LYON, MAIRIE]) {
      const { body } = await consult(ids[identifiant]);
      expect(body.codeRetour).toBe(0);
      expect(body.informationGenerales).not.toHaveProperty("dateExpirationMotPasseCompteTech");
    }
  });

  test("refuses private structures of others and unknown ones alike", async () => {
    const others = await consult(ids[AUTRUI]);
    expect(others).toMatchObject({ status: 200 });
    expect(others.body.codeRetour).not.toBe(0);
    expect((await consult(1)).text).toBe(others.text);
  });

  test("needs its id", async () => {
    for (const body of [{}, { idStructureCPP: null }]) {
      const reply = await client.call("structures/v1/consulter", { body });
      expect(reply).toMatchObject({ status: 200, body: { libelle: expect.stringContaining("idStructureCPP") } });
      expect(reply.body.codeRetour).not.toBe(0);
    }
    expect((await consult("abc")).status).toBe(400);
    expect((await consult(String(ids[SIEGE]))).body.codeRetour).toBe(0);
  });
});

describe("services", () => {
  const services = (idStructure: number | undefined, wrapper?: object) => client.call("structures/v1/rechercher/services", {
    body: { idStructure, ...(wrapper === undefined ? {} : { parametresRechercherServicesStructure: wrapper }) },
  });

  test("come ten a page", async () => {
    const { body } = await services(ids[SIEGE]);
    expect(body.parametresRetour).toEqual({ nbResultatsParPage: 10, pageCourante: 1, pages: 3, total: 25 });
    expect(body.listeServices).toHaveLength(10);
    expect(body.listeServices[3]).toEqual({
      idService: expect.any(Number), codeService: "SERVICE_04", libelleService: "Service 4",
      estActif: false, statutService: "INACTIF", dateDbtService: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/),
    });
    const codes: string[] = [];
    for (const pageResultatDemandee of [1, 2, 3]) {
      codes.push(...(await services(ids[SIEGE], { pageResultatDemandee })).body.listeServices.map((one: { codeService: string }) => one.codeService));
    }
    expect(new Set(codes).size).toBe(25);
    expect((await services(ids[SIEGE], { triColonne: "CodeService", triSens: "Descendant" })).body.listeServices[0].codeService).toBe("SERVICE_25");
  });

  test("of a public structure include FACTURES_PUBLIQUES", async () => {
    expect((await services(ids[MAIRIE])).body.listeServices).toMatchObject([{ codeService: "FACTURES_PUBLIQUES", estActif: true }]);
  });

  test("need the right wrapper and a readable structure", async () => {
    expect((await client.call("structures/v1/rechercher/services", { body: { idStructure: ids[SIEGE], parametres: {} } })).status).toBe(400);
    expect((await services(ids[AUTRUI])).body.codeRetour).not.toBe(0);
    expect((await client.call("structures/v1/rechercher/services", { body: {} })).body.codeRetour).not.toBe(0);
  });

  test("can be consulted", async () => {
    const [first] = (await services(ids[SIEGE])).body.listeServices;
    const consult = (idService: number) => client.call("structures/v1/consulter/service", { body: { idStructure: ids[SIEGE], idService } });
    expect((await consult(first.idService)).body).toMatchObject({
      codeRetour: 0, informationsGenerales: { codeService: "SERVICE_01", nomService: "Service 1" }, parametres: { miseEnPaiement: false },
    });
    expect((await consult(1)).body.codeRetour).not.toBe(0);
  });
});

describe("espaces", () => {
  const espaces = (structure: object) => client.call("structures/v1/rechercher/espaces", { body: { structure } });

  test("are listed for an attached structure, with the habilitation", async () => {
    const { body } = await espaces({ identifiantStructure: LYON, typeIdentifiantStructure: "SIRET" });
    expect(body.listeEspace).toMatchObject([
      { libelleEspace: "Factures émises", etatCourant: "ACTIVE" },
      { libelleEspace: "Factures de travaux", etatCourant: "ACTIVE", typeHabilitation: "MODIFICATION" },
    ]);
    expect(body.listeEspace[0]).not.toHaveProperty("typeHabilitation");
    expect((await espaces({ idStructure: ids[SIEGE] })).body.parametresRetour.total).toBe(3);
    for (const wrong of [{ idStructure: ids[AUTRUI] }, { identifiantStructure: LYON, typeIdentifiantStructure: "RIDET" }, {}]) {
      expect((await espaces(wrong)).body.codeRetour).not.toBe(0);
    }
  });

  test("may be switched off, like a route that does not exist", async () => {
    await client.admin("PATCH", "scenario", { settings: { rechercherEspaces: "off" } });
    expect(await espaces({ idStructure: ids[SIEGE] })).toMatchObject({ status: 403, text: "" });
    await client.admin("PATCH", "scenario", { settings: { rechercherEspaces: "on" } });
  });
});
