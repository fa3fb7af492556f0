import { request } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import type { ScenarioFault } from "../../src/simulator/scenario.ts";
import { startSimulator } from "../../src/simulator/simulator.ts";
import type { SimulatorOptions } from "../../src/simulator/simulator.ts";
import { Client } from "./client.ts";
import type { Reply } from "./client.ts";
import { LOGIN, SANDBOX, SCENARIO, SIEGE, START_MS } from "./scenario-fixture.ts";

let client: Client;
let slept: number[] = [];
afterEach(async () => { await client.simulator.close(); });

const unreliable = async (faults: readonly ScenarioFault[], options: Partial<SimulatorOptions> = {}): Promise<Client> => {
  slept = [];
  let state = 1;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const sleep = async (ms: number): Promise<void> => { slept.push(ms); };
  client = new Client(await startSimulator(SCENARIO, { now: () => START_MS, random, sleep, faults, ...options }));
  return client;
};

const GRANT = { grant_type: "client_credentials", client_id: SANDBOX.clientId, client_secret: SANDBOX.clientSecret };
const askToken = (): Promise<Reply> => client.askToken("qualification", GRANT);
const search = (body: unknown = { structure: { identifiantStructure: SIEGE } }): Promise<Reply> =>
  client.call("structures/v1/rechercher", { body });
const injected = (): unknown[] => client.simulator.requests().flatMap((entry) => entry.injected ?? []);
const onSearch = (fault: ScenarioFault["fault"], more: Partial<ScenarioFault> = {}): ScenarioFault => ({ fault, route: "/cpro", ...more });

describe("answers in the place of the platform", () => {
  test("invalid_client says what a wrong pair gets, byte for byte, to a right one", async () => {
    await unreliable([{ fault: "invalid-client" }]);
    const struck = await askToken();
    await client.admin("PUT", "faults", { faults: [] });
    const wrong = await client.askToken("qualification", { ...GRANT, client_secret: "wrong" });
    expect([struck.status, struck.text, struck.headers.get("content-type")]).toEqual([400, wrong.text, wrong.headers.get("content-type")]);
    expect((await askToken()).status).toBe(200);
    expect(client.simulator.requests()[0]).toMatchObject({ status: 400, application: "APP_SANDBOX_facturation@exemple-btp.fr", injected: ["invalid-client"] });
  });

  test.each<[ScenarioFault["fault"], number, Record<string, string | null>]>([
    ["401-default-realm", 401, { "www-authenticate": 'Bearer realm="DefaultRealm",error="invalid_token",error_description="Unable to find the access token in persistent storage"' }],
    ["401-piste", 401, { "www-authenticate": 'Bearer realm="PISTE",error="Unauthorized",error_description="login or password incorrects"' }],
    ["429", 429, { "retry-after": null }],
    ["429-retry-after", 429, { "retry-after": "1" }],
    ["429-retry-after-date", 429, { "retry-after": "Tue, 24 Nov 2026 09:12:01 GMT" }],
    ["500", 500, {}],
    ["502", 502, { "content-type": "text/html" }],
    ["503", 503, { "retry-after": null }],
  ])("%s", async (fault, status, headers) => {
    await unreliable([onSearch(fault)]);
    const reply = await search();
    expect(reply.status).toBe(status);
    for (const [name, value] of Object.entries(headers)) expect(reply.headers.get(name)).toBe(value);
    expect(reply.headers.get("x-correlationid")).toMatch(/^Id-/);
    expect(client.simulator.requests().at(-1)).toMatchObject({ status, account: LOGIN, injected: [fault] });
  });

  test("401 is one of both realms", async () => {
    await unreliable([onSearch("401")]);
    const realms = new Set<string | null>();
    for (let count = 0; count < 20; count += 1) realms.add((await search()).headers.get("www-authenticate")?.split(",")[0] ?? null);
    expect(realms).toEqual(new Set(['Bearer realm="DefaultRealm"', 'Bearer realm="PISTE"']));
  });

  test("a write that is refused has not happened; one whose answer is lost has", async () => {
    await unreliable([onSearch("500")]);
    const write = (): Promise<Reply> => client.call(`organisations/v1/structures/${SIEGE}/parametres-edi`, { method: "PATCH", body: { reception_edi: true } });
    const edi = (): unknown => client.simulator.scenario().environments.qualification?.structures?.[SIEGE]?.edi;
    expect((await write()).status).toBe(500);
    expect(edi()).toBeUndefined();
    await client.admin("PUT", "faults", { faults: [onSearch("reset")] });
    await expect(write()).rejects.toThrow("fetch failed");
    expect(edi()).toEqual({ reception: true });
  });

  test("only where they are believable: a refused account is not seen without a subscription or a token", async () => {
    await unreliable([{ fault: "401-piste" }, { fault: "429" }, { fault: "invalid-client" }]);
    expect((await client.call("nowhere/v1/x", { token: await tokenDespite(), body: {} })).status).toBe(403);
    expect((await client.call("structures/v1/rechercher", { token: null, body: {} })).status).toBe(400);
    expect((await client.call("structures/v1/rechercher", { token: "unknown", body: {} })).headers.get("www-authenticate")).toContain("DefaultRealm");
    expect(injected()).toEqual([]);
  });

  const tokenDespite = async (): Promise<string> => {
    const plan = (await client.admin("GET", "faults")).body;
    await client.admin("PUT", "faults", { faults: [] });
    const token = await client.freshToken();
    await client.admin("PUT", "faults", plan);
    return token;
  };
});

describe("answers that travel badly", () => {
  test("reset: no answer at all, and the log says so", async () => {
    await unreliable([onSearch("reset")]);
    await expect(search()).rejects.toThrow("fetch failed");
    expect(client.simulator.requests().at(-1)).toMatchObject({ status: 0, injected: ["reset"] });
  });

  test.each([["a body", SIEGE], ["no body", undefined]])("half an answer, of %s: less than announced, then the end", async (_, identifiant) => {
    await unreliable([onSearch("half-answer")]);
    const { length, received, error } = await raw(identifiant === undefined ? "/qualification/cpro/nowhere" : `/qualification/cpro/structures/v1/rechercher`);
    expect(error).toBe("ECONNRESET");
    expect(length).toBeGreaterThan(received);
  });

  test("not JSON, whatever the content type says", async () => {
    await unreliable([onSearch("not-json")]);
    const reply = await search();
    expect([reply.status, reply.headers.get("content-type"), reply.text, reply.body])
      .toEqual([200, "application/json;charset=utf-8", "Service momentanément indisponible", undefined]);
  });

  test("slow headers wait first, a slow body comes by pieces, both whole", async () => {
    await unreliable([onSearch("slow-headers", { delayMs: 700 }), onSearch("slow-body", { delayMs: 500 })]);
    expect((await search()).body.listeStructures).toHaveLength(1);
    expect(slept[0]).toBe(700);
    expect(slept.slice(1)).toEqual(Array.from({ length: 10 }, () => 50));
    expect(injected()).toEqual(["slow-headers", "slow-body"]);
  });

  test("clock skew moves the Date header alone", async () => {
    await unreliable([{ fault: "clock-skew", skewMs: -3_600_000 }]);
    expect((await search()).headers.get("date")).toBe("Tue, 24 Nov 2026 08:12:00 GMT");
    expect((await client.admin("GET", "clock")).body.now).toBe("2026-11-24T09:12:00.000Z");
  });
});

describe("answers that say something else", () => {
  test("codeRetour as a text", async () => {
    await unreliable([onSearch("code-retour-text")]);
    expect((await search()).body.codeRetour).toBe("0");
  });

  test("unknown fields and values, mixed", async () => {
    await unreliable([onSearch("unknown-fields"), onSearch("unknown-values")]);
    const { body } = await search();
    expect(body).toMatchObject({ codeRetour: 0, champInconnu: expect.anything() });
    expect(body.listeStructures[0]).toMatchObject({ identifiantStructure: SIEGE, statut: "VALEUR_INCONNUE", typeIdentifiantStructure: "VALEUR_INCONNUE", champInconnu: expect.anything() });
    expect(injected()).toEqual(["unknown-fields", "unknown-values"]);
  });

  test("empty pages keep their totals; a list that is empty has nothing to lose", async () => {
    await unreliable([onSearch("empty-pages")]);
    expect((await search({})).body).toMatchObject({ listeStructures: [], parametresRetour: { total: 12 } });
    expect(injected()).toEqual(["empty-pages"]);
    await search({ structure: { identifiantStructure: "nobody" } });
    expect(injected()).toEqual(["empty-pages"]);
  });

  test("a page that shrinks while it is read loses an item of every page but the first", async () => {
    await unreliable([onSearch("shrinking-page")]);
    const page = async (pageResultatDemandee: number) =>
      (await search({ parametres: { nbResultatsParPage: 3, pageResultatDemandee } })).body as { listeStructures: unknown[]; parametresRetour: object };
    expect(await page(1)).toMatchObject({ parametresRetour: { total: 12, pages: 4 } });
    const second = await page(2);
    expect(second.listeStructures).toHaveLength(2);
    expect(second.parametresRetour).toMatchObject({ total: 11, pages: 4, pageCourante: 2 });
  });
});

describe("where and how much", () => {
  test("by route and environment", async () => {
    await unreliable([{ fault: "500", route: "/cpro/structures", environment: "production" }]);
    const status = async (path: string, environment: "qualification" | "production") => (await client.call(path, { environment, body: {} })).status;
    expect(await status("structures/v1/rechercher", "production")).toBe(500);
    expect(await status("structures/v1/rechercher", "qualification")).toBe(200);
    expect(await status("transverses/v1/recuperer/structures/actives/fournisseur", "production")).toBe(200);
  });

  test("the scenario's and the start's together, until an admin call puts others in force", async () => {
    await unreliable([{ fault: "503", environment: "production" }], { faultSeed: 7 });
    await client.admin("PATCH", "scenario", { faults: [{ fault: "clock-skew", rate: 0.5 }] });
    const both = { seed: 7, faults: [{ fault: "clock-skew", rate: 0.5 }, { fault: "503", environment: "production" }] };
    expect((await client.admin("GET", "faults")).body).toEqual(both);
    const sent = { seed: 9, faults: [{ fault: "500", rate: 0.1 }] };
    expect(await client.admin("PUT", "faults", sent)).toMatchObject({ status: 200, body: sent });
    expect((await client.admin("DELETE", "faults")).status).toBe(204);
    expect((await client.admin("GET", "faults")).body).toEqual(both);
  });

  test.each([
    [{}, "/faults"], [{ faults: [{}] }, "/faults/0/fault"], [{ faults: [{ fault: "flood" }] }, "/faults/0/fault"],
    [{ faults: [{ fault: "500", rate: 1.5 }] }, "/faults/0/rate"], [{ faults: [{ fault: "500", route: "cpro" }] }, "/faults/0/route"],
    [{ faults: [{ fault: "500", environment: "test" }] }, "/faults/0/environment"], [{ faults: [], seed: -1 }, "/seed"], [[], ""],
  ])("the admin call refuses %j", async (body, path) => {
    await unreliable([{ fault: "500" }]);
    expect(await client.admin("PUT", "faults", body)).toMatchObject({ status: 400, body: { errors: [{ path }] } });
    expect((await client.admin("GET", "faults")).body.faults).toEqual([{ fault: "500" }]);
  });

  test("administration is never struck", async () => {
    await unreliable([{ fault: "reset" }]);
    expect((await client.admin("GET", "clock")).status).toBe(200);
  });

  test("DNS failure: the addresses lead to a name that no resolver knows", async () => {
    await unreliable([{ fault: "dns", environment: "production", route: "/api/oauth/token" }, { fault: "dns", environment: "qualification" }]);
    expect(client.simulator.environmentVariables()).toEqual({
      CHORUS_QUALIFICATION_OAUTH_URL: "https://dns-failure.invalid/qualification",
      CHORUS_QUALIFICATION_API_URL: "https://dns-failure.invalid/qualification",
      CHORUS_PRODUCTION_OAUTH_URL: "https://dns-failure.invalid/production",
      CHORUS_PRODUCTION_API_URL: `${client.simulator.url}/production`,
    });
    expect((await askToken()).status).toBe(200);
  });
});

/** What comes over the wire: the length announced, the bytes received, and how it ended. */
function raw(path: string): Promise<{ length: number; received: number; error: string | undefined }> {
  return new Promise((resolve) => {
    const sent = request(`${client.simulator.url}${path}`, { method: "POST" }, (response) => {
      let received = 0;
      let error: string | undefined;
      response.on("data", (chunk: Buffer) => { received += chunk.length; });
      response.on("error", (failure: NodeJS.ErrnoException) => { error = failure.code; });
      response.on("close", () => { resolve({ length: Number(response.headers["content-length"]), received, error }); });
    });
    sent.end("{}");
  });
}
