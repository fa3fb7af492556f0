import * as oauth from "oauth4webapi";
import { ClientCredentials } from "simple-oauth2";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { started } from "./client.ts";
import type { Client } from "./client.ts";
import { LOGIN, PASSWORD, SANDBOX } from "./scenario-fixture.ts";

// OAuth libraries that strangers build their clients on: what they make of the token endpoint, by the book.

const APPLICATION = "APP_SANDBOX_facturation@exemple-btp.fr";
/** Encoded by those who follow RFC 6749, 2.3.1 to the letter, and not by the others. */
const AWKWARD = "s+e/c r%41:et&e=-_.!~*'()";

let client: Client;
beforeAll(async () => { client = await started(); });
afterAll(() => client.simulator.close());

interface Pair {
  readonly id: string;
  readonly secret: string;
}

/** What a library gives back: the token, its life in seconds, or the OAuth error that it reports. */
interface Given {
  readonly token?: unknown;
  readonly life?: unknown;
  readonly refused?: string;
}

const LIBRARIES: Readonly<Record<string, (pair: Pair) => Promise<Given>>> = {
  "oauth4webapi, the pair in the form": (pair) => byOauth4webapi(pair, oauth.ClientSecretPost(pair.secret)),
  "oauth4webapi, HTTP Basic": (pair) => byOauth4webapi(pair, oauth.ClientSecretBasic(pair.secret)),
  "simple-oauth2, the pair in the form": (pair) => bySimpleOauth2(pair, { authorizationMethod: "body" }),
  "simple-oauth2, HTTP Basic": (pair) => bySimpleOauth2(pair, { authorizationMethod: "header" }),
  "simple-oauth2, HTTP Basic as older servers want it": (pair) => bySimpleOauth2(pair, { authorizationMethod: "header", credentialsEncodingMode: "loose" }),
};

describe.each(Object.entries(LIBRARIES))("%s", (_, ask) => {
  const pair: Pair = { id: SANDBOX.clientId, secret: SANDBOX.clientSecret };

  test("gets a token that opens the APIs", async () => {
    const { token, life } = await ask(pair);
    expect(life).toBe(3600);
    const reply = await client.call("transverses/v1/health-check", { method: "GET", token: String(token), account: `${LOGIN}:${PASSWORD}` });
    expect(reply).toMatchObject({ status: 200, body: { statusCode: "OK" } });
  });

  test("reports a secret that is refused as invalid_client", async () => {
    expect(await ask({ ...pair, secret: `${pair.secret}x` })).toEqual({ refused: "invalid_client" });
    expect(await ask({ ...pair, id: "nobody" })).toEqual({ refused: "invalid_client" });
  });

  test("sends any secret so that it arrives", async () => {
    await client.patch({ applications: { [APPLICATION]: { clientSecret: AWKWARD } } });
    try {
      expect(await ask({ ...pair, secret: AWKWARD })).toMatchObject({ token: expect.any(String) });
    } finally {
      await client.patch({ applications: { [APPLICATION]: { clientSecret: SANDBOX.clientSecret } } });
    }
  });
});

const byOauth4webapi = async ({ id }: Pair, authentication: oauth.ClientAuth): Promise<Given> => {
  const server: oauth.AuthorizationServer = { issuer: client.simulator.url, token_endpoint: `${client.simulator.url}/qualification/api/oauth/token` };
  const form = new URLSearchParams({ scope: "openid" });
  const response = await oauth.clientCredentialsGrantRequest(server, { client_id: id }, authentication, form, { [oauth.allowInsecureRequests]: true });
  try {
    const { access_token: token, expires_in: life } = await oauth.processClientCredentialsResponse(server, { client_id: id }, response);
    return { token, life };
  } catch (error) {
    if (error instanceof oauth.ResponseBodyError) return { refused: error.error };
    throw error;
  }
};

interface SimpleOptions {
  readonly authorizationMethod: "body" | "header";
  readonly credentialsEncodingMode?: "loose";
}

const bySimpleOauth2 = async ({ id, secret }: Pair, options: SimpleOptions): Promise<Given> => {
  const asking = new ClientCredentials({
    client: { id, secret },
    auth: { tokenHost: client.simulator.url, tokenPath: "/qualification/api/oauth/token" },
    options,
  });
  try {
    const { token } = await asking.getToken({ scope: "openid" });
    return { token: token["access_token"], life: token["expires_in"] };
  } catch (error) {
    const { data } = error as { readonly data?: { readonly payload?: { readonly error?: string } } };
    if (data?.payload?.error === undefined) throw error;
    return { refused: data.payload.error };
  }
};
