import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { identifierFault } from "../../src/model/identifier.ts";
import { FIXED_RECIPIENTS } from "../../src/simulator/matelas/fixed-recipients.ts";
import { generateMatelas } from "../../src/simulator/matelas/generate-matelas.ts";
import { matelasCsv } from "../../src/simulator/matelas/matelas-csv.ts";
import { started } from "./client.ts";
import type { Client } from "./client.ts";
import { LOGIN, SIEGE } from "./scenario-fixture.ts";

/** As the product judges it: the two share no code. */
const isSiret = (siret: string): boolean => identifierFault("SIRET", siret) === undefined;

describe("a matelas", () => {
  test("has SIRETs that fail, and logins, services and passwords of the portal's form", () => {
    fc.assert(fc.property(fc.integer(), (seed) => {
      const matelas = generateMatelas(seed);
      expect(matelas.map(({ entite }) => entite.split(" ")[0])).toEqual(["Fournisseur", "Valideur", "MOE", "MOA", "Destinataire", "Destinataire"]);
      expect(new Set(matelas.map(({ siret }) => siret)).size).toBe(matelas.length);
      for (const { siret, nature, service, gestionnaire, utilisateur } of matelas) {
        const word = nature === "PRIVEE" ? "PRIVE" : "PUBLIQUE";
        expect(siret).toMatch(/^\d{14}$/);
        expect(isSiret(siret)).toBe(false);
        expect(service).toBe(`SERVICE_${word}_1_${siret}`);
        expect(gestionnaire.login).toBe(`GEST_${word}_1_${siret}@cpro.fr`);
        expect(utilisateur.login).toBe(`USER_${word}_1_${siret}@cpro.fr`);
        for (const { motDePasse } of [gestionnaire, utilisateur]) {
          expect(motDePasse).toHaveLength(13);
          expect(motDePasse.replaceAll(/[^([)@~$%>]/g, "")).toHaveLength(3);
          expect(motDePasse).not.toMatch(/[:;"\s]/);
        }
      }
      expect(generateMatelas(seed)).toEqual(matelas);
    }));
  });

  test("is downloaded as Entite;Libelle;Valeur", () => {
    const [first, ...rows] = matelasCsv(generateMatelas(1)).split("\r\n").slice(0, -1).map((row) => row.split(";"));
    expect(first).toEqual(["Entite", "Libelle", "Valeur"]);
    expect(rows.every((row) => row.length === 3 && row.every((cell) => cell !== ""))).toBe(true);
    expect(new Set(rows.map(([, libelle]) => libelle))).toEqual(new Set([
      "SIRET Structure", "Code du service", "Login compte GP", "Mot de passe Compte GP", "Login compte US", "Mot de passe Compte US",
    ]));
  });
});

test("the fixed recipients hold, unlike generated ones", () => {
  expect(Object.keys(FIXED_RECIPIENTS)).toHaveLength(5);
  expect(Object.keys(FIXED_RECIPIENTS).filter((siret) => !isSiret(siret))).toEqual([]);
});

let client: Client;
beforeEach(async () => { client = await started(); });
afterEach(async () => { await client.simulator.close(); });

describe("the fixed recipients, in every qualification", () => {
  const consulted = async (identifiantStructure: string): Promise<Record<string, unknown>> => {
    const found = await client.call("structures/v1/rechercher", { body: { structure: { identifiantStructure, typeIdentifiantStructure: "SIRET" } } });
    const [one] = found.body.listeStructures;
    return (await client.call("structures/v1/consulter", { body: { idStructureCPP: one.idStructureCPP } })).body.parametres;
  };
  const organisation = async (identifiant: string): Promise<Record<string, unknown>> =>
    (await client.call("organisations/v1/structures/recherche", { body: { identifiant: { op: "=", val: identifiant } } })).body[0];

  test.each([
    ["12345678200051", [false, false, false]],
    ["12345678200028", [true, false, false]],
    ["12345678200036", [false, true, false]],
    ["12345678200044", [false, false, true]],
    ["11000201100044", [false, false, false]],
  ])("%s asks on an invoice for a service, a commitment, either: %j", async (siret, wanted) => {
    const { codeServiceDoitEtreRenseigne, numeroEJDoitEtreRenseigne, gestionNumeroEJOuCodeService } = await consulted(siret);
    expect([codeServiceDoitEtreRenseigne, numeroEJDoitEtreRenseigne, gestionNumeroEJOuCodeService]).toEqual(wanted);
    const record = await organisation(siret);
    expect([record["codeServiceDoitEtreRenseigne"], record["numeroEjDoitEtreRenseigne"], record["gestionNumeroEJOuCodeService"]]).toEqual(wanted);
  });

  test("are not in production, and another structure asks for nothing", async () => {
    const production = await client.call("structures/v1/rechercher", {
      environment: "production", body: { structure: { identifiantStructure: "11000201100044", typeIdentifiantStructure: "SIRET" } },
    });
    expect(production.body.listeStructures).toEqual([]);
    expect(await consulted(SIEGE)).toMatchObject({ codeServiceDoitEtreRenseigne: false, numeroEJDoitEtreRenseigne: false });
  });

  test("give way to what a scenario writes", async () => {
    await client.patch({ structures: { "12345678200051": { designation: "À nous" } } });
    expect((await organisation("12345678200051"))["raisonSociale"]).toBe("À nous");
  });
});

describe("POST /admin/matelas", () => {

  const siretOf = (csv: string): string => /SIRET Structure;(\d{14})/.exec(csv)?.[1] ?? "";

  test("adds structures to qualification alone, answers the CSV and leaves the rest as it was", async () => {
    const before = client.simulator.scenario().environments;
    const reply = await client.admin("POST", "matelas", { seed: 7 });
    expect(reply.status).toBe(201);
    expect(reply.headers.get("content-type")).toContain("text/csv");
    expect(reply.text).toBe(matelasCsv(generateMatelas(7)));
    const { qualification, production } = client.simulator.scenario().environments;
    expect(production).toEqual(before.production);
    expect(qualification?.structures?.[SIEGE]).toEqual(before.qualification?.structures?.[SIEGE]);
    expect(qualification?.comptesTechniques).toHaveProperty([LOGIN]);
    expect(qualification?.gestionnaires).toHaveProperty([`GEST_PRIVE_1_${siretOf(reply.text)}@cpro.fr`]);
    const found = await client.call("structures/v1/rechercher", { body: { structure: { identifiantStructure: siretOf(reply.text), typeIdentifiantStructure: "SIRET" } } });
    expect(found.body.listeStructures).toHaveLength(1);
  });

  test("gives another one when asked again, the same for the same seed", async () => {
    const replies = [await client.admin("POST", "matelas"), await client.admin("POST", "matelas", {}), await client.admin("POST", "matelas", { seed: 3 })];
    expect(new Set(replies.map(({ text }) => siretOf(text))).size).toBe(3);
    const scenario = client.simulator.scenario();
    expect((await client.admin("POST", "matelas", { seed: 3 })).text).toBe(replies[2]?.text);
    expect(client.simulator.scenario()).toEqual(scenario);
  });

  test("refuses a seed that is none, and another method", async () => {
    for (const body of [{ seed: "1" }, { seed: 1.5 }, { seed: null }, []]) expect((await client.admin("POST", "matelas", body)).status).toBe(400);
    expect((await client.admin("GET", "matelas")).status).toBe(405);
  });
});
