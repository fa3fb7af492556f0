import { afterEach, beforeEach, expect, it } from "vitest";
import { started, type Client } from "./client.ts";
import { SANDBOX } from "./scenario-fixture.ts";

const APPLICATION = "APP_SANDBOX_facturation@exemple-btp.fr";
const GRANT = { grant_type: "client_credentials", client_id: SANDBOX.clientId };

let client: Client;
beforeEach(async () => {
  client = await started();
});
afterEach(async () => client.simulator.close());

const use = async (token: string): Promise<number> => (await client.call("transverses/v1/health-check", { method: "GET", token })).status;
const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString("base64")}` });

it("a regenerated secret: the old one dies at once, the same bytes as ever", async () => {
  const wrong = await client.askToken("qualification", { ...GRANT, client_secret: "wrong" });
  const before = await client.freshToken();
  await client.patch({ applications: { [APPLICATION]: { clientSecret: "regenerated" } } });
  const old = await client.askToken("qualification", { ...GRANT, client_secret: SANDBOX.clientSecret });
  expect([old.status, old.text]).toEqual([400, wrong.text]);
  const asBasic = await client.askToken("qualification", { grant_type: "client_credentials" }, basic(`${SANDBOX.clientId}:${SANDBOX.clientSecret}`));
  expect([asBasic.status, asBasic.text]).toEqual([400, wrong.text]);
  const next = await client.askToken("qualification", { ...GRANT, client_secret: "regenerated" });
  expect(await use(next.body.access_token as string)).toBe(200);
  // What was granted stays granted: only the secret is another.
  expect(await use(before)).toBe(200);
});

it("an application that is deleted or disabled gets no token, and its tokens are refused", async () => {
  const token = await client.freshToken();
  for (const change of [{ active: false }, null]) {
    await client.patch({ applications: { [APPLICATION]: change } });
    expect(await use(token)).toBe(401);
    expect((await client.askToken("qualification", { ...GRANT, client_secret: SANDBOX.clientSecret })).body.error).toBe("invalid_client");
  }
});

it("neither a refresh token nor a refresh grant", async () => {
  const granted = await client.askToken("qualification", { ...GRANT, client_secret: SANDBOX.clientSecret, scope: "openid" });
  expect(granted.body).not.toHaveProperty("refresh_token");
  const refreshed = await client.askToken("qualification", { ...GRANT, grant_type: "refresh_token", refresh_token: "x" });
  expect(refreshed.body.error).toBe("unsupported_grant_type");
});
