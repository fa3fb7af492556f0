import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Environment } from "../../src/simulator/scenario.ts";
import { started } from "./client.ts";
import type { Client } from "./client.ts";
import { SANDBOX, SCENARIO } from "./scenario-fixture.ts";

let client: Client;
beforeEach(async () => { client = await started(); });
afterEach(async () => { await client.simulator.close(); });

const GRANT = { grant_type: "client_credentials" };

describe.each<[Environment, string, string]>([
  ["qualification", SANDBOX.clientId, SANDBOX.clientSecret],
  ["production", "a3a0b5c8-2f57-4f0a-8a53-0c1f8f7d2e01", "canari-secret-production"],
])("the token endpoint of %s", (environment, id, secret) => {
  const pair = { client_id: id, client_secret: secret };

  test("answers an opaque token of 54 characters for an hour", async () => {
    const reply = await client.askToken(environment, { ...GRANT, ...pair, scope: "openid resource.READ" });
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({
      access_token: expect.stringMatching(/^[A-Za-z0-9]{54}$/), token_type: "Bearer", expires_in: 3600, scope: "openid resource.READ",
    });
    expect(reply.headers.get("cache-control")).toBe("no-store");
  });

  test("needs no scope, and issues another token each time", async () => {
    const first = await client.askToken(environment, { ...GRANT, ...pair });
    const second = await client.askToken(environment, { ...GRANT, ...pair });
    expect(first.body.scope).toBe("openid");
    expect(first.body.access_token).not.toBe(second.body.access_token);
  });

  test("takes HTTP Basic", async () => {
    const basic = (text: string): Record<string, string> => ({ authorization: `Basic ${Buffer.from(text).toString("base64")}` });
    expect((await client.askToken(environment, GRANT, basic(`${id}:${secret}`))).status).toBe(200);
    expect((await client.askToken(environment, GRANT, basic(`${id}:wrong`))).body.error).toBe("invalid_client");
    expect((await client.askToken(environment, GRANT, basic("no colon"))).body.error).toBe("invalid_client");
  });

  test("says the same bytes whatever is wrong with the pair", async () => {
    const otherPair = environment === "production" ? SANDBOX : SCENARIO.environments.production?.applications?.["EXEMPLE-BTP-FACTURATION"];
    const replies = await Promise.all([
      { ...pair, client_id: "unknown" },
      { ...pair, client_secret: "wrong" },
      { client_id: otherPair?.clientId ?? "", client_secret: otherPair?.clientSecret ?? "" },
      { client_id: "constructor", client_secret: "" },
      { client_id: secret, client_secret: id },
    ].map((form) => client.askToken(environment, { ...GRANT, ...form })));
    for (const reply of replies) expect(reply).toMatchObject({ status: 400, body: { error: "invalid_client" } });
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
  });

  test("refuses other grants", async () => {
    expect(await client.askToken(environment, { ...pair, grant_type: "password" })).toMatchObject({ status: 400, body: { error: "unsupported_grant_type" } });
    expect(await client.askToken(environment, pair)).toMatchObject({ status: 400, body: { error: "invalid_request" } });
  });
});

test("form-encoded Basic credentials are read too", async () => {
  await client.patch({ applications: { "APP_SANDBOX_facturation@exemple-btp.fr": { clientSecret: "a+b%c:d&e é" } } });
  const encode = (text: string): string => new URLSearchParams({ v: text }).toString().slice(2);
  for (const text of [`${SANDBOX.clientId}:${encode("a+b%c:d&e é")}`, `${SANDBOX.clientId}:a+b%c:d&e é`]) {
    const reply = await client.askToken("qualification", GRANT, { authorization: `Basic ${Buffer.from(text).toString("base64")}` });
    expect(reply.status).toBe(200);
  }
});

test("a form that is not one, another method, a disabled application", async () => {
  const asJson = await client.send("/qualification/api/oauth/token", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...GRANT, client_id: SANDBOX.clientId, client_secret: SANDBOX.clientSecret }),
  });
  expect(asJson).toMatchObject({ status: 400, body: { error: "invalid_request" } });
  expect(await client.send("/qualification/api/oauth/token")).toMatchObject({ status: 400, body: { error: "invalid_request" } });
  await client.patch({ applications: { "APP_SANDBOX_facturation@exemple-btp.fr": { active: false } } });
  const disabled = await client.askToken("qualification", { ...GRANT, client_id: SANDBOX.clientId, client_secret: SANDBOX.clientSecret });
  expect(disabled).toMatchObject({ status: 400, body: { error: "invalid_client" } });
});
