import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { started, type Client, type Reply } from "./client.ts";
import { SANDBOX, START_MS } from "./scenario-fixture.ts";

const APPLICATION = "APP_SANDBOX_facturation@exemple-btp.fr";

let client: Client;
beforeEach(async () => {
  client = await started();
});
afterEach(async () => client.simulator.close());

const ask = (token?: string): Promise<Reply> => client.call("transverses/v1/recuperer/tauxtva", { body: {}, ...(token === undefined ? {} : { token }) });
const limit = (quotas: object) => client.patch({ applications: { [APPLICATION]: quotas } });
const later = (advanceMs: number) => client.admin("PUT", "clock", { advanceMs });

/** How many of the next calls are accepted. */
const accepted = async (calls: number): Promise<number> => {
  let count = 0;
  for (let index = 0; index < calls; index += 1) count += (await ask()).status === 200 ? 1 : 0;
  return count;
};

describe("quotas", () => {
  it("by the second: any second", async () => {
    await limit({ quotas: { seconde: 2 } });
    expect(await accepted(4)).toBe(2);
    await later(999);
    expect(await accepted(1)).toBe(0);
    await later(1);
    expect(await accepted(3)).toBe(2);
  });

  it("by the minute and by the day: those of the clock", async () => {
    await limit({ quotas: { minute: 3, jour: 5 } });
    expect(await accepted(5)).toBe(3);
    await later(60_000);
    expect(await accepted(5)).toBe(2);
    await later(60_000);
    expect(await accepted(1)).toBe(0);
    await later(86_400_000);
    expect((await ask(await client.freshToken())).status).toBe(200);
  });

  it("a call that one quota refuses is not counted against another", async () => {
    await limit({ quotas: { seconde: 1, jour: 2 } });
    expect(await accepted(10)).toBe(1);
    await later(1000);
    expect(await accepted(10)).toBe(1);
    await later(1000);
    expect(await accepted(1)).toBe(0);
  });

  it("of the two ways to give one by the second, the smaller counts", async () => {
    await limit({ quotaParSeconde: 3, quotas: { seconde: 1 } });
    expect(await accepted(4)).toBe(1);
  });

  it("of one method: counted besides the application's", async () => {
    await limit({ quotas: { minute: 3, methodes: { "transverses/recuperer/tauxtva": { minute: 1 } } } });
    expect(await accepted(3)).toBe(1);
    const devises = async (): Promise<number> => (await client.call("transverses/v1/recuperer/devises", { body: {} })).status;
    expect([await devises(), await devises(), await devises()]).toEqual([200, 200, 429]);
  });

  it("are those of one application", async () => {
    await client.patch({ applications: { AUTRE: { ...SANDBOX, clientId: "autre", clientSecret: "autre" }, [APPLICATION]: { quotas: { jour: 1 } } } });
    const { body } = await client.askToken("qualification", { grant_type: "client_credentials", client_id: "autre", client_secret: "autre" });
    expect(await accepted(2)).toBe(1);
    expect((await ask(body.access_token as string)).status).toBe(200);
  });
});

describe("a 429", () => {
  it.each([
    ["empty", "", null],
    ["object", "{}", "application/json;charset=utf-8"],
    ["message", '{"error":"quota_exceeded","error_description":"Quota exceeded"}', "application/json;charset=utf-8"],
    ["text", "Quota exceeded", "text/plain;charset=utf-8"],
  ])("with the body %s", async (quotaBody, text, type) => {
    await client.admin("PATCH", "scenario", { settings: { quotaBody } });
    await limit({ quotas: { jour: 1 } });
    await ask();
    const reply = await ask();
    expect(reply).toMatchObject({ status: 429, text });
    expect(reply.headers.get("content-type")).toBe(type);
    expect(reply.headers.get("retry-after")).toBeNull();
  });

  it.each([
    ["seconde", "1", "Tue, 24 Nov 2026 09:12:01 GMT"],
    ["minute", "60", "Tue, 24 Nov 2026 09:13:00 GMT"],
    ["jour", String((Date.UTC(2026, 10, 25) - START_MS) / 1000), "Wed, 25 Nov 2026 00:00:00 GMT"],
  ])("says when the %s is over", async (quota, seconds, date) => {
    await limit({ quotas: { [quota]: 1 } });
    await ask();
    for (const [retryAfter, value] of [["seconds", seconds], ["date", date]]) {
      await client.admin("PATCH", "scenario", { settings: { retryAfter } });
      expect((await ask()).headers.get("retry-after")).toBe(value);
    }
  });
});

describe("other choices", () => {
  it("a missing raccordement that blocks all but factures", async () => {
    await client.admin("PATCH", "scenario", { settings: { missingRaccordement: "all-but-factures" } });
    expect((await client.call("factures/v1/rechercher/fournisseur", { body: {} })).status).toBe(200);
    expect((await ask()).status).toBe(403);
  });

  it("the status of a business refusal", async () => {
    const refused = () => client.call("structures/v1/consulter", { body: { idStructureCPP: 1 } });
    expect((await refused()).status).toBe(200);
    await client.admin("PATCH", "scenario", { settings: { businessRefusal: "400" } });
    expect(await refused()).toMatchObject({ status: 400, body: { codeRetour: 20001 } });
    expect((await ask()).status).toBe(200);
  });

  it("the spelling of attachments and of the nature of a structure", async () => {
    const settings = { roleUtilisateur: "UTILISATEUR", statutRattachement: "VALIDEE", rattachementsField: "listeRattachements", typeOrganisation: "PRIVEE-PUBLIQUE" };
    await client.admin("PATCH", "scenario", { settings });
    const { body } = await client.call("utilisateurs/v1/monCompte/recuperer/rattachements", { body: {} });
    expect(body.listeRattachements[0]).toMatchObject({ roleUtilisateur: "UTILISATEUR", statutRattachementStructure: "VALIDEE", nomStructure: "Exemple BTP siège" });
    const { body: found } = await client.call("organisations/v1/structures/recherche", { body: { typeOrganisation: { op: "=", val: "PUBLIQUE" } } });
    expect(found).toHaveLength(6);
  });
});
