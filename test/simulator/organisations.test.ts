import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FIXED_RECIPIENTS } from "../../src/simulator/matelas/fixed-recipients.ts";
import { started } from "./client.ts";
import type { Client } from "./client.ts";
import { AUTRUI, LYON, MAIRIE, PRODUCTION_SIEGE, SCENARIO, SIEGE } from "./scenario-fixture.ts";

let client: Client;
beforeEach(async () => { client = await started(); });
afterEach(async () => { await client.simulator.close(); });

const search = (body: object) => client.call("organisations/v1/structures/recherche", { body });
const found = async (body: object): Promise<string[]> => (await search(body)).body.map((one: { identifiant: string }) => one.identifiant);
const read = (path: string) => client.call(`organisations/v1/structures/${path}`, { method: "GET" });
const invalid = [{ error: expect.any(String), message: expect.any(String), detail: expect.any(String) }];

test("healthcheck is empty", async () => {
  expect(await client.call("organisations/v1/healthcheck", { method: "GET" })).toMatchObject({ status: 200, text: "" });
});

describe("structures/recherche", () => {
  test("answers records in an array", async () => {
    const [record] = (await search({ identifiant: { op: "=", val: SIEGE } })).body;
    expect(record).toMatchObject({
      uuid: expect.stringMatching(/^[0-9a-f]{32}$/), identifiant: SIEGE, typeIdentifiant: "0", raisonSociale: "Exemple BTP siège",
      typeOrganisation: "private", status: "active", recevoirCyclesViesEdi: false, emetteurFluxEdi: false,
    });
  });

  test.each([
    ["IN", { identifiant: { op: "IN", val: [MAIRIE, SIEGE, SIEGE, "00000000000000", "constructor"] } }, [MAIRIE, SIEGE]],
    ["IN on another field", { typeOrganisation: { op: "IN", val: ["public"] } }, [...Object.keys(FIXED_RECIPIENTS), MAIRIE]],
    ["CONTAINS", { raisonSociale: { op: "CONTAINS", val: "btp l" } }, [LYON]],
    ["two fields", { identifiant: { op: "IN", val: [LYON, MAIRIE] }, status: { op: "=", val: "active" }, typeOrganisation: { op: "=", val: "public" } }, [MAIRIE]],
    ["a comparison", { identifiant: { op: "<", val: "12345678200020" } }, ["11000201100044", MAIRIE]],
    ["nothing", { identifiant: { op: "=", val: "00000000000000" } }, []],
  ])("by %s", async (_, body, expected) => {
    expect(await found(body)).toEqual(expected);
  });

  test("sorts and selects fields", async () => {
    const base = { identifiant: { op: "IN", val: [LYON, SIEGE, MAIRIE] } };
    expect(await found({ ...base, _sort: ["identifiant"] })).toEqual([MAIRIE, SIEGE, LYON]);
    expect(await found({ ...base, _sort: ["identifiant"], _desc: ["identifiant"] })).toEqual([LYON, SIEGE, MAIRIE]);
    expect(await found({ ...base, _desc: ["typeOrganisation"], _sort: ["typeOrganisation", "raisonSociale"] })).toEqual([MAIRIE, LYON, SIEGE]);
    expect((await search({ ...base, _fields: ["identifiant", "status", "nothing"] })).body[0]).toEqual({ identifiant: LYON, status: "active" });
  });

  test.each([
    ["no field", {}],
    ["only directives", { _fields: ["uuid"] }],
    ["no operator", { identifiant: SIEGE }],
    ["an unknown operator", { identifiant: { op: "LIKE", val: "x" } }],
    ["an inherited operator", { identifiant: { op: "constructor", val: "x" } }],
    ["no value", { identifiant: { op: "=" } }],
    ["IN with a text", { identifiant: { op: "IN", val: `${SIEGE},${LYON}` } }],
  ])("%s: 400 with an array", async (_, body) => {
    const reply = await search(body);
    expect(reply).toMatchObject({ status: 400, body: invalid });
  });

  test("a setting chooses the spelling of IN", async () => {
    const asArray = { identifiant: { op: "IN", val: [SIEGE, LYON] } };
    const asText = { identifiant: { op: "IN", val: `${SIEGE}, ${LYON}` } };
    await client.admin("PATCH", "scenario", { settings: { in: "comma" } });
    expect(await found(asText)).toEqual([SIEGE, LYON]);
    expect((await search(asArray)).status).toBe(400);
    await client.admin("PATCH", "scenario", { settings: { in: "none" } });
    expect([(await search(asText)).status, (await search(asArray)).status]).toEqual([400, 400]);
  });
});

describe("one structure", () => {
  test("by uuid, SIRET and VAT number", async () => {
    const bySiret = await read(AUTRUI);
    expect(bySiret.body.identifiant).toBe(AUTRUI);
    expect((await read(bySiret.body.uuid)).text).toBe(bySiret.text);
    const production = (path: string) => client.call(`organisations/v1/structures/${path}`, { environment: "production", method: "GET" });
    expect((await production("FR44732829320")).body.identifiant).toBe(PRODUCTION_SIEGE);
  });

  test.each([
    ["no_exist_uuid", "ParamsInvalidUuidStructures"],
    ["00000000000000", "NotFoundReference"],
    ["0".repeat(32), "NotFoundReference"],
    ["FR00000000000", "NotFoundReference"],
    ["recherche", "ParamsInvalidUuidStructures"],
  ])("%s: 400 %s", async (reference, error) => {
    for (const path of [reference, `${reference}/services`]) {
      expect(await read(path)).toMatchObject({ status: 400, body: [{ error, message: expect.any(String), detail: reference }] });
    }
  });

  test("its services", async () => {
    const { body } = await read(`${MAIRIE}/services`);
    expect(body).toMatchObject([{ uuid: expect.stringMatching(/^[0-9a-f]{32}$/), codeService: "FACTURES_PUBLIQUES", etatService: "ACTIF" }]);
    expect((await read(`${SIEGE}/services`)).body[3]).toMatchObject({ codeService: "SERVICE_04", etatService: "INACTIF" });
  });
});

describe("parametres-edi", () => {
  const patch = (reference: string, body: object) => client.call(`organisations/v1/structures/${reference}/parametres-edi`, { method: "PATCH", body });

  test("changes what is given, and reads back everywhere", async () => {
    const { uuid, identifiant } = (await read(SIEGE)).body;
    expect(await patch(uuid, { reception_edi: true })).toMatchObject({ status: 204, text: "" });
    expect((await read(uuid)).body).toMatchObject({ recevoirCyclesViesEdi: true, emetteurFluxEdi: false });
    expect((await patch(identifiant, { connexion_edi: true })).status).toBe(204);
    expect((await read(uuid)).body).toMatchObject({ recevoirCyclesViesEdi: true, emetteurFluxEdi: true });
    expect((await read(LYON)).body.emetteurFluxEdi).toBe(false);
    expect(client.simulator.scenario().environments.qualification?.structures?.[SIEGE]?.edi).toEqual({ reception: true, connexion: true });
    expect(SCENARIO.environments.qualification?.structures?.[SIEGE]).not.toHaveProperty("edi");
  });

  test("refuses", async () => {
    expect(await patch(AUTRUI, { reception_edi: true })).toMatchObject({ status: 403, body: invalid });
    expect(await patch(SIEGE, { reception_edi: "oui" })).toMatchObject({ status: 400, body: invalid });
    expect(await patch("rien", { reception_edi: true })).toMatchObject({ status: 400, body: invalid });
    await client.admin("PATCH", "scenario", { settings: { ediPatch: "forbid" } });
    expect((await patch(SIEGE, { reception_edi: true })).status).toBe(403);
    expect((await read(SIEGE)).body.recevoirCyclesViesEdi).toBe(false);
  });
});
