import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Environment } from "../../src/simulator/scenario.ts";
import { started } from "./client.ts";
import type { Client, Reply } from "./client.ts";
import { LOGIN, LYON, PASSWORD, SANDBOX, SIEGE } from "./scenario-fixture.ts";

const APPLICATION = "APP_SANDBOX_facturation@exemple-btp.fr";
const NO_TOKEN = 'Bearer realm="DefaultRealm",error="invalid_request",error_description="Unable to find token in the message"';
const UNKNOWN_TOKEN = 'Bearer realm="DefaultRealm",error="invalid_token",error_description="Unable to find the access token in persistent storage"';
const EXPIRED_TOKEN = 'Bearer realm="DefaultRealm",error="invalid_token",error_description="The access token expired"';
const NO_APPLICATION = 'Bearer realm="DefaultRealm",error="invalid_token",error_description="The client app was not found or is disabled"';
const BAD_ACCOUNT = 'Bearer realm="PISTE",error="Unauthorized",error_description="login or password incorrects"';

let client: Client;
beforeEach(async () => { client = await started(); });
afterEach(async () => { await client.simulator.close(); });

function expectChallenge(reply: Reply, status: number, header: string): void {
  expect(reply).toMatchObject({ status, text: "" });
  expect(reply.headers.get("www-authenticate")).toBe(header);
}

describe.each<Environment>(["qualification", "production"])("the gateway of %s", (environment) => {
  const other = environment === "qualification" ? "production" : "qualification";

  test("lets a valid call through", async () => {
    expect(await client.call("transverses/v1/health-check", { environment, method: "GET" })).toMatchObject({ status: 200 });
  });

  test.each([
    ["no Authorization", {}],
    ["another scheme", { authorization: "Basic YTpi" }],
    ["an empty token", { authorization: "Bearer" }],
    ["two words", { authorization: "Bearer a b" }],
  ])("%s: 400 invalid_request", async (_, headers) => {
    expectChallenge(await client.call("structures/v1/rechercher", { environment, token: null, headers, body: {} }), 400, NO_TOKEN);
  });

  test("an unknown token: 401", async () => {
    expectChallenge(await client.call("structures/v1/rechercher", { environment, token: "x".repeat(54), body: {} }), 401, UNKNOWN_TOKEN);
  });

  test("the other environment's token: 401", async () => {
    const token = await client.freshToken(other);
    expectChallenge(await client.call("structures/v1/rechercher", { environment, token, body: {} }), 401, UNKNOWN_TOKEN);
  });

  test("an expired token: 401, and not a second earlier", async () => {
    const token = await client.freshToken(environment);
    await client.admin("PUT", "clock", { advanceMs: 3_599_999 });
    expect((await client.call("structures/v1/rechercher", { environment, token, body: {} })).status).toBe(200);
    await client.admin("PUT", "clock", { advanceMs: 1 });
    expectChallenge(await client.call("structures/v1/rechercher", { environment, token, body: {} }), 401, EXPIRED_TOKEN);
  });

  test.each([
    ["an unknown route", "structures/v1/rechercher/criteres"],
    ["an unknown API", "inconnue/v1/rechercher"],
    ["the wrong prefix", "engagements/v1/rechercher"],
    ["an API without routes", "facturesTravaux/v1/rechercher"],
    ["another one", "assistanceUtilisateur/v1/rechercher"],
    ["the wrong version", "structures/v2/rechercher"],
  ])("%s: 403 without a body", async (_, path) => {
    const reply = await client.call(path, { environment, body: {} });
    expect(reply).toMatchObject({ status: 403, text: "" });
    expect(reply.headers.get("www-authenticate")).toBeNull();
  });

  test("the wrong method: 403", async () => {
    expect(await client.call("structures/v1/rechercher", { environment, method: "GET" })).toMatchObject({ status: 403, text: "" });
  });

  test.each([
    ["no cpro-account", { account: null }],
    ["not base64", { account: null, headers: { "cpro-account": "login:password" } }],
    ["no colon", { account: "nobody" }],
    ["an unknown login", { account: "nobody:at-all" }],
    ["a wrong password", { account: `${LOGIN}:wrong` }],
    ["a login that every object has", { account: "constructor:x" }],
    ["another such", { account: "__proto__:x" }],
    ["the other environment's account", { account: environment === "production" ? `${LOGIN}:${PASSWORD}` : "TECH_1_73282932000074@cpro.fr:autre:canari-9" }],
  ])("%s: 401 of the realm PISTE", async (_, options) => {
    expectChallenge(await client.call("structures/v1/rechercher", { environment, body: {}, ...options }), 401, BAD_ACCOUNT);
  });
});

test("an application disabled, deleted or given another id after its token was issued: 401", async () => {
  const token = await client.freshToken();
  for (const change of [{ active: false }, null, { ...SANDBOX, active: true, clientId: "new-id" }]) {
    expect((await client.patch({ applications: { [APPLICATION]: change } })).status).toBe(204);
    expectChallenge(await client.call("structures/v1/rechercher", { token, body: {} }), 401, NO_APPLICATION);
  }
  await client.patch({ applications: { [APPLICATION]: { ...SANDBOX, clientSecret: "regenerated" } } });
  expect((await client.call("structures/v1/rechercher", { token, body: {} })).status).toBe(200);
});

test("an API must be both consented to and selected", async () => {
  const without = { applications: { [APPLICATION]: { apis: ["transverses"] } } };
  const withoutConsent = { applications: { [APPLICATION]: { apis: SANDBOX.apis, consentements: ["transverses"] } } };
  for (const change of [without, withoutConsent]) {
    await client.patch(change);
    expect(await client.call("structures/v1/rechercher", { body: {} })).toMatchObject({ status: 403, text: "" });
    expect((await client.call("transverses/v1/health-check", { method: "GET" })).status).toBe(200);
  }
});

test("a garbage account tells a subscribed route from another one", async () => {
  await client.patch({ applications: { [APPLICATION]: { apis: ["structures"] } } });
  const account = "personne@exemple.invalid:rien";
  expect((await client.call("structures/v1/rechercher", { account, body: {} })).status).toBe(401);
  expect((await client.call("transverses/v1/recuperer/tauxtva", { account, body: {} })).status).toBe(403);
});

test("a setting makes the empty 403 an empty object", async () => {
  await client.admin("PATCH", "scenario", { settings: { emptyForbiddenBody: "object" } });
  expect(await client.call("structures/v1/nowhere", { body: { a: 1 } })).toMatchObject({ status: 403, text: "{}" });
});

test("a bad account on the organisations API has a body", async () => {
  const reply = await client.call("organisations/v1/healthcheck", { method: "GET", account: `${LOGIN}:wrong` });
  expect(reply).toMatchObject({ status: 401, body: { ErrorCode: "401", Description: "[invalid field]" } });
  expect(reply.headers.get("www-authenticate")).toBe(BAD_ACCOUNT);
});

test("the quota is one of any sliding second, after the subscription and before the account", async () => {
  await client.patch({ applications: { [APPLICATION]: { quotaParSeconde: 2 } } });
  const status = async (path = "structures/v1/rechercher"): Promise<number> => (await client.call(path, { body: {} })).status;
  expect([await status(), await status(), await status()]).toEqual([200, 200, 429]);
  expect(await status("structures/v1/nowhere")).toBe(403);
  expect((await client.call("structures/v1/rechercher", { account: "a:b", body: {} })).status).toBe(429);
  await client.admin("PUT", "clock", { advanceMs: 999 });
  expect(await status()).toBe(429);
  await client.admin("PUT", "clock", { advanceMs: 1 });
  expect(await status()).toBe(200);
});

test("a password dies after 424 days", async () => {
  const expiry = Date.parse("2026-11-01T10:00:00+01:00") + 424 * 86_400_000;
  await client.admin("PUT", "clock", { now: new Date(expiry - 1).toISOString() });
  const token = await client.freshToken();
  expect((await client.call("structures/v1/rechercher", { token, body: {} })).status).toBe(200);
  await client.admin("PUT", "clock", { advanceMs: 1 });
  expectChallenge(await client.call("structures/v1/rechercher", { token, body: {} }), 401, BAD_ACCOUNT);
});

test("an account is usable 30 minutes after its creation", async () => {
  await client.patch({ comptesTechniques: { [LOGIN]: { creeLe: "2026-11-24T09:12:00Z" } } });
  expectChallenge(await client.call("structures/v1/rechercher", { body: {} }), 401, BAD_ACCOUNT);
  await client.admin("PUT", "clock", { advanceMs: 30 * 60_000 - 1 });
  expect((await client.call("structures/v1/rechercher", { body: {} })).status).toBe(401);
  await client.admin("PUT", "clock", { advanceMs: 1 });
  expect((await client.call("structures/v1/rechercher", { body: {} })).status).toBe(200);
});

describe("a missing raccordement", () => {
  const sent = '{ "structure" : {"identifiantStructure":"é"} }';

  test.each([["none", 200, 200], ["structures", 403, 200], ["all", 403, 403]] as const)("%s", async (setting, structures, others) => {
    await client.admin("PATCH", "scenario", { settings: { missingRaccordement: setting } });
    const reply = await client.call("structures/v1/rechercher", { body: sent });
    expect(reply.status).toBe(structures);
    if (structures === 403) expect(reply.text).toBe(sent);
    expect((await client.call("utilisateurs/v1/monCompte/recuperer/rattachements", { body: {} })).status).toBe(others);
    expect((await client.call("structures/v1/rechercher", { account: "a:b", body: sent })).status).toBe(401);
  });

  test.each([
    ["of the home structure", { structure: SIEGE, application: APPLICATION }, 200],
    ["of an attached structure", { structure: LYON, application: APPLICATION }, 200],
    ["of a structure out of reach", { structure: "12345678200010", application: APPLICATION }, 403],
    ["of a concentrateur", { structure: "12345678200010", application: APPLICATION, concentrateur: true }, 200],
    ["of another application", { structure: SIEGE, application: "ANOTHER" }, 403],
  ])("one %s", async (_, raccordement, status) => {
    await client.admin("PATCH", "scenario", {
      settings: { missingRaccordement: "all" },
      environments: { qualification: { raccordements: { one: raccordement } } },
    });
    expect((await client.call("structures/v1/rechercher", { body: sent })).status).toBe(status);
  });
});

describe("requests that do not fit", () => {
  test.each(["", "{", "[]", '"text"', "null", '{"structure":[]}', '{"structure":{"estMOA":"oui"}}',
    '{"structure":{"typeIdentifiantStructure":"SIREN"}}', '{"parametres":{"nbResultatsParPage":"dix"}}', "\u0000"])("%j: 400", async (body) => {
    expect((await client.call("structures/v1/rechercher", { body })).status).toBe(400);
  });

  test("a type that is not JSON: 415", async () => {
    expect((await client.call("structures/v1/rechercher", { body: "<a/>", headers: { "content-type": "application/xml" } })).status).toBe(415);
  });

  test("more than 1 MB: 413", async () => {
    const reply = await client.call("structures/v1/rechercher", { body: JSON.stringify({ filler: "x".repeat(3_000_000) }) });
    expect(reply).toMatchObject({ status: 413, text: "" });
  });

  test("nowhere: 404; a broken escape: 400; a deep body: no stack trace", async () => {
    expect((await client.send("/elsewhere")).status).toBe(404);
    expect((await client.send("/qualification/cpro/%ff")).status).toBe(400);
    const deep = await client.call("structures/v1/rechercher", { body: `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}` });
    expect(deep.text).not.toContain("at ");
    const patch = await client.send("/admin/scenario", { method: "PATCH", body: `${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}` });
    expect(patch.status).toBeGreaterThanOrEqual(400);
    expect(patch.text).not.toContain("at ");
    expect((await client.call("structures/v1/rechercher", { body: {} })).status).toBe(200);
  });
});

test("every answer has its own correlation id", async () => {
  const replies = [
    await client.call("structures/v1/rechercher", { body: {} }),
    await client.call("structures/v1/nowhere", { body: {} }),
    await client.call("structures/v1/rechercher", { token: null, body: {} }),
    await client.askToken("production", {}),
    await client.send("/elsewhere"),
    await client.admin("GET", "clock"),
  ];
  const ids = replies.map((reply) => reply.headers.get("x-correlationid"));
  for (const id of ids) expect(id).toMatch(/^Id-[0-9a-f]{8} 0$/);
  expect(new Set(ids).size).toBe(ids.length);
});
