import { describe, expect, it } from "vitest";
import type { ReadOperationId, WriteOperationId } from "../../../src/catalogue/operations.ts";
import type { Call } from "../../../src/piste/client.ts";
import { createReadClient } from "../../../src/piste/create-client.ts";
import { createWriteClient } from "../../../src/piste/create-write-client.ts";
import { createPace } from "../../../src/piste/pace.ts";
import { ACCOUNT, ACCOUNT_REJECTED_REPLY, application, CANARY, LOGIN, testClient, testPorts, TOKEN_REPLY } from "./support/access.ts";
import { type Received, type Reply, serve } from "./support/http-server.ts";

/** A gateway with its authorisation server on one port; `answer` sees the calls of APIs alone. */
const gateway = (
  answer: (request: Received, nth: number) => Reply | undefined,
  token: (nth: number) => Reply = () => TOKEN_REPLY,
) => {
  let calls = 0;
  let tokens = 0;
  return serve((request) =>
    request.path === "/api/oauth/token" ? token((tokens += 1)) : answer(request, (calls += 1)),
  );
};

const OK: Reply = { body: '{"codeRetour":0,"libelle":"TRA_MSG_00.000"}', headers: { "x-correlationid": "Id-abc 0" } };

const search = (url: string, more: Partial<Call<ReadOperationId>> = {}): Call<ReadOperationId> => ({
  application: application(url),
  account: ACCOUNT,
  operation: "structures.rechercher",
  body: { structure: { identifiantStructure: "12345678901234" } },
  ...more,
});

const tokensAsked = (server: { readonly received: readonly Received[] }): number =>
  server.received.filter(({ path }) => path === "/api/oauth/token").length;

describe("a call", () => {
  it("sends what PISTE expects", async () => {
    const server = await gateway(() => OK);
    const { client, clock } = testClient();
    const outcome = await client.call(search(server.url));
    expect(outcome).toEqual({
      ok: true,
      body: { codeRetour: 0, libelle: "TRA_MSG_00.000" },
      trace: {
        request: "POST /cpro/structures/v1/rechercher",
        status: 200,
        correlationId: "Id-abc 0",
        at: clock.now(),
        tries: 1,
        // The server dates its answer by the real clock, the client lives by another.
        clues: ["clock-off"],
      },
    });
    const [token, call] = server.received;
    expect(Object.fromEntries(new URLSearchParams(token?.body))).toEqual({
      grant_type: "client_credentials",
      client_id: CANARY.id,
      client_secret: CANARY.secret,
      scope: "openid",
    });
    expect(token?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    expect(call?.headers).toMatchObject({
      authorization: `Bearer ${CANARY.token}`,
      "cpro-account": Buffer.from(`${LOGIN}:${CANARY.password}`, "utf8").toString("base64"),
      "content-type": "application/json;charset=utf-8",
      accept: "application/json;charset=utf-8",
    });
    expect(call).toMatchObject({ method: "POST", body: '{"structure":{"identifiantStructure":"12345678901234"}}' });
  });

  it("fills in the path, overrides prefixes, and sends no body with a GET", async () => {
    const server = await gateway(() => ({ body: "{}" }));
    const { client } = testClient();
    const access = application(`${server.url}/base/`, { prefixes: { organisations: "/other/v2" } });
    const outcome = await client.call({
      application: { ...access, endpoints: { ...access.endpoints, oauth: server.url } },
      account: ACCOUNT,
      operation: "organisations.structure",
      path: { uuid: "a/b?c" },
    });
    expect(outcome.trace.request).toBe("GET /base/other/v2/structures/a%2Fb%3Fc");
    expect(server.received[1]).toMatchObject({ method: "GET", path: "/base/other/v2/structures/a%2Fb%3Fc", body: "" });
  });

  it.each([{}, { uuid: "" }, { uuid: ".." }])("is a bug with the path %j", async (path) => {
    const server = await gateway(() => OK);
    const { client } = testClient();
    const call = { application: application(server.url), account: ACCOUNT, operation: "organisations.structure", path } as const;
    await expect(client.call(call)).rejects.toThrow(TypeError);
    expect(server.received).toEqual([]);
  });

  it("posts {} where there is nothing to say", async () => {
    const server = await gateway(() => OK);
    const { client } = testClient();
    const { application: access } = search(server.url);
    await client.call({ application: access, account: ACCOUNT, operation: "transverses.structures-actives-travaux" });
    expect(server.received[1]?.body).toBe("{}");
  });

  it("asks with a login that cannot exist, and takes the refusal for the answer", async () => {
    const server = await gateway(() => ACCOUNT_REJECTED_REPLY);
    const { client } = testClient();
    const outcome = await client.call(search(server.url, { account: "impossible" }));
    expect(outcome).toMatchObject({ ok: false, failure: { code: "account-rejected" }, trace: { tries: 1, status: 401 } });
    expect(Buffer.from(String(server.received[1]?.headers["cpro-account"]), "base64").toString()).toBe(
      "CHORUS_PROBE@invalid:invalid",
    );
  });
});

describe("tries", () => {
  it("renews the token before a refusal is believed", async () => {
    const server = await gateway(
      () => ACCOUNT_REJECTED_REPLY,
      (nth) => ({ body: JSON.stringify({ access_token: `token-number-${nth}`, expires_in: 3600 }) }),
    );
    const { client } = testClient();
    const outcome = await client.call(search(server.url));
    expect(outcome).toMatchObject({ failure: { code: "account-rejected" }, trace: { tries: 7 } });
    expect(server.received.map(({ headers, path }) => (path.endsWith("token") ? "token" : headers.authorization))).toEqual(
      [1, 2, 3, 4, 5, 6, 7].flatMap((nth) => ["token", `Bearer token-number-${nth}`]),
    );
  });

  it("outlives a false refusal, a lost connection and a short outage", async () => {
    const server = await serve((request, response) => {
      if (request.path === "/api/oauth/token") {
        return server.received.length === 1 ? { status: 400, body: '{"error":"invalid_client"}' } : TOKEN_REPLY;
      }
      const nth = server.received.length - tokensAsked(server);
      if (nth === 1) return ACCOUNT_REJECTED_REPLY;
      if (nth === 2) return void response.socket?.destroy();
      return nth === 3 ? { status: 503 } : OK;
    });
    const { client, clock } = testClient();
    expect(await client.call(search(server.url))).toMatchObject({ ok: true, trace: { tries: 4 } });
    expect(clock.slept.filter((ms) => ms >= 500)).toEqual([2000, 1000, 500, 1000]);
  });

  it("ends with the token's failure, and its tries, where there is no token", async () => {
    const server = await gateway(
      () => OK,
      () => ({ status: 400, body: '{"error":"invalid_client"}' }),
    );
    const { client } = testClient();
    const outcome = await client.call(search(server.url));
    expect(outcome).toMatchObject({
      failure: { code: "invalid-client" },
      trace: { request: "POST /api/oauth/token", status: 400, tries: 9 },
    });
    expect(await client.call(search(server.url))).toEqual(outcome);
    expect(server.received).toHaveLength(9);
  });

  it("asks again for a token half a minute after a refusal", async () => {
    const server = await gateway(
      () => OK,
      (nth) => (nth <= 5 ? { status: 400, body: '{"error":"invalid_client"}' } : TOKEN_REPLY),
    );
    const { client, clock } = testClient();
    await client.token(application(server.url));
    clock.advance(30_000);
    expect(await client.token(application(server.url))).toMatchObject({ ok: true });
  });

  it("stops on an abort, in a wait and in a request", async () => {
    const stop = new AbortController();
    const server = await serve((request) => {
      if (request.path === "/api/oauth/token") return TOKEN_REPLY;
      setTimeout(() => stop.abort(), 20);
      return undefined;
    });
    const { client } = testClient({ signal: stop.signal });
    const aborted = { ok: false, failure: { code: "unreachable", cause: "aborted" } };
    expect(await client.call(search(server.url))).toMatchObject(aborted);
    const before = server.received.length;
    expect(await client.call(search(server.url))).toMatchObject({ ...aborted, trace: { tries: 0 } });
    expect(server.received).toHaveLength(before);
  });
});

describe("tokens", () => {
  it("are asked once for callers at the same time, and kept", async () => {
    const server = await gateway(() => OK);
    const { client } = testClient();
    await Promise.all(Array.from({ length: 8 }, () => client.call(search(server.url))));
    await client.call(search(server.url));
    expect(tokensAsked(server)).toBe(1);
  });

  it("expire, with a margin", async () => {
    const server = await gateway(() => OK);
    const { client, clock } = testClient();
    const granted = await client.token(application(server.url));
    expect(granted).toMatchObject({ ok: true, body: { expiresAt: clock.now() + 3_600_000, scope: "openid" } });
    clock.advance(3_530_000);
    await client.token(application(server.url));
    expect(tokensAsked(server)).toBe(1);
    clock.advance(20_000);
    await client.token(application(server.url));
    expect(tokensAsked(server)).toBe(2);
  });

  it("are renewed once for many that were refused with the same", async () => {
    const server = await gateway(
      ({ headers }) =>
        headers.authorization === "Bearer token-1"
          ? { status: 401, headers: { "www-authenticate": 'Bearer realm="DefaultRealm",error="invalid_token"' } }
          : OK,
      (nth) => ({ body: JSON.stringify({ access_token: `token-${nth}`, expires_in: 3600 }) }),
    );
    const { client } = testClient();
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => client.call(search(server.url))));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(tokensAsked(server)).toBe(2);
  });

  it("are not shared by another secret, environment or server", async () => {
    const [one, two] = [await gateway(() => OK), await gateway(() => OK)];
    const { client } = testClient();
    await client.token(application(one.url));
    await client.token(application(one.url, { clientSecret: { from: "environment", variable: "PASSWORD" } }));
    await client.token(application(one.url, { environment: "production" }));
    await client.token(application(two.url));
    expect([tokensAsked(one), tokensAsked(two)]).toEqual([3, 1]);
  });
});

describe("pace", () => {
  it("counts token requests too, and is halved by a 429", async () => {
    const server = await gateway((_, nth) => (nth === 2 ? { status: 429 } : OK));
    const { client, clock } = testClient();
    const call = () => client.call(search(server.url, { application: application(server.url, { rates: { perSecond: 10 } }) }));
    await call();
    expect(clock.slept).toEqual([103]);
    expect(await call()).toMatchObject({ ok: true, trace: { tries: 2 } });
    await Promise.all([call(), call()]);
    expect(clock.slept.slice(-1)).toEqual([206]);
  });
});

describe("nothing leaves", () => {
  const unsent = { status: undefined, tries: 0 };

  it.each([
    ["https://api.piste.gouv.fr.evil.example", "api.piste.gouv.fr.evil.example"],
    ["http://api.piste.gouv.fr", "api.piste.gouv.fr"],
    ["https://api.piste.gouv.fr@evil.example", "evil.example"],
  ])("for a host that is not trusted: %s", async (url, host) => {
    let resolved = 0;
    const secrets = {
      resolve: async () => {
        resolved += 1;
        return { missing: "", reason: "unset" } as const;
      },
    };
    const { client } = testClient({ secrets });
    const failure = { code: "untrusted-host", host };
    expect(await client.token(application(url))).toMatchObject({ failure });
    expect(await client.call(search(url))).toMatchObject({ failure, trace: { tries: 0 } });
    const split = application("https://api.piste.gouv.fr", {
      endpoints: { api: "https://api.piste.gouv.fr", oauth: url },
    });
    expect(await client.call(search(url, { application: split }))).toMatchObject({ failure });
    expect(resolved).toBe(0);
  });

  it("through a prefix that means another host", async () => {
    const server = await gateway(() => OK);
    const { client } = testClient();
    for (const prefix of ["@evil.example/x", "//evil.example/x", "\\\\evil.example", "?x=", "#", "../../x"]) {
      const access = application(server.url, { prefixes: { structures: prefix } });
      expect(await client.call(search(server.url, { application: access }))).toMatchObject({ ok: true });
    }
    expect(server.received).toHaveLength(7);
  });

  it("for this machine, where nobody said so", async () => {
    const server = await gateway(() => OK);
    const { client } = testClient({ trust: { hosts: new Set(), loopback: false } });
    expect(await client.call(search(server.url))).toMatchObject({ failure: { code: "untrusted-host" } });
    expect(server.received).toEqual([]);
  });

  it("where a secret is missing, which is named", async () => {
    const server = await gateway(() => OK);
    const { client } = testClient();
    const missing = { from: "environment", variable: "NONE" } as const;
    const failure = { code: "not-configured", missing: "$NONE", reason: "unset" };
    for (const call of [
      search(server.url, { account: { login: LOGIN, password: missing } }),
      search(server.url, { application: application(server.url, { clientId: missing }) }),
      search(server.url, { application: application(server.url, { clientSecret: missing }) }),
    ]) {
      const outcome = await client.call(call);
      expect(outcome).toMatchObject({ failure });
      expect({ status: outcome.trace.status, tries: outcome.trace.tries }).toEqual(unsent);
    }
    expect(server.received).toEqual([]);
  });

  it("through the read client, if it writes", async () => {
    const server = await gateway(() => OK);
    const { client } = testClient();
    const write = { ...search(server.url), operation: "organisations.parametres-edi", path: { uuid: "1" } } as const;
    // @ts-expect-error The types say no as well.
    await expect(client.call(write)).rejects.toThrow("not through the read client");
    expect(server.received).toEqual([]);
  });
});

describe("the write client", () => {
  it("writes, and only writes", async () => {
    const server = await gateway(({ method }) => ({ status: method === "PATCH" ? 204 : 500 }));
    const ports = testPorts();
    const client = createWriteClient({ ...ports, pace: createPace(ports.clock) });
    const write: Call<WriteOperationId> = {
      application: application(server.url),
      account: ACCOUNT,
      operation: "organisations.parametres-edi",
      path: { uuid: "0123" },
      body: { reception_edi: true },
    };
    expect(await client.write(write)).toMatchObject({ ok: true, body: undefined });
    expect(server.received[1]).toMatchObject({
      method: "PATCH",
      path: "/cpro/organisations/v1/structures/0123/parametres-edi",
      body: '{"reception_edi":true}',
    });
    const read = { ...write, operation: "structures.rechercher" } as const;
    // @ts-expect-error The types say no as well.
    await expect(client.write(read)).rejects.toThrow("not through the write client");
  });

  it("does not write again after a lost answer", async () => {
    const server = await gateway(() => ({ status: 503 }));
    const ports = testPorts();
    const client = createWriteClient({ ...ports, pace: createPace(ports.clock) });
    const outcome = await client.write({
      application: application(server.url),
      account: ACCOUNT,
      operation: "organisations.parametres-edi",
      path: { uuid: "0123" },
    });
    expect(outcome).toMatchObject({ failure: { code: "unavailable" }, trace: { tries: 1 } });
  });
});

describe("secrets", () => {
  /** A server that says in many forms all that it was told, wherever an answer has room for it. */
  const echo = ({ headers, body }: Received, status: number, returned: number): Reply => {
    const form = new URLSearchParams(body);
    const header = String(headers["cpro-account"] ?? "");
    const account = Buffer.from(header, "base64").toString("utf8");
    const told = [body, header, account, account.split(":")[1] ?? "", headers.authorization ?? ""];
    // A token is known where it is granted, or was.
    if (status === 200 || headers.authorization !== undefined) told.push(CANARY.token);
    const all = [...told, form.get("client_id") ?? "", form.get("client_secret") ?? ""];
    const forms = all.flatMap((text) => [text, encodeURIComponent(text), Buffer.from(text).toString("base64")]);
    const libelle = forms.join(" ");
    const sayable = forms.filter((text) => /^[!-~]+$/.test(text)).at(status % 7) ?? "";
    const json = { codeRetour: returned, libelle, error: libelle, scope: libelle, deep: [{ forms, [libelle]: 1 }] };
    return {
      status,
      headers: { "x-correlationid": sayable, "content-type": `text/${sayable}` },
      body: status === 404 ? forms.join("\n") : JSON.stringify(status === 400 ? [json] : { ...json, access_token: told.at(-1) }),
    };
  };

  it.each([
    [200, 0],
    [200, 5],
    [302, 0],
    [400, 0],
    [401, 0],
    [403, 0],
    [404, 0],
    [500, 0],
  ])("are in no outcome, though the server says them all (%i, codeRetour %i)", async (status, returned) => {
    const everywhere = await serve((request) => echo(request, status, returned));
    const onCalls = await serve((request) =>
      request.path === "/api/oauth/token" ? TOKEN_REPLY : echo(request, status, returned),
    );
    const { client } = testClient();
    const outcomes = [
      await client.token(application(everywhere.url)),
      await client.call(search(everywhere.url)),
      await client.call(search(onCalls.url)),
      await client.call(search(onCalls.url, { account: "impossible" })),
    ];
    const text = JSON.stringify(outcomes);
    for (const secret of [...Object.values(CANARY), `${LOGIN}:${CANARY.password}`]) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(JSON.stringify(secret).slice(1, -1));
      expect(text).not.toContain(encodeURIComponent(secret));
      expect(text).not.toContain(Buffer.from(secret).toString("base64"));
    }
  });

  it("close with the transport", async () => {
    const ports = testPorts();
    await expect(createReadClient(ports).close()).resolves.toBeUndefined();
  });
});
