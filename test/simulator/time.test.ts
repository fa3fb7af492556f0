import { afterEach, describe, expect, test } from "vitest";
import type { Scenario } from "../../src/simulator/scenario.ts";
import { simulatedClock } from "../../src/simulator/clock.ts";
import { started } from "./client.ts";
import type { Client, Reply } from "./client.ts";
import { LOGIN, SCENARIO, SIEGE } from "./scenario-fixture.ts";

let client: Client;
afterEach(async () => { await client.simulator.close(); });

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

const advance = async (advanceMs: number): Promise<void> => {
  expect((await client.admin("PUT", "clock", { advanceMs })).status).toBe(200);
};
const goTo = async (now: string): Promise<void> => {
  expect((await client.admin("PUT", "clock", { now })).status).toBe(200);
};
const search = async (): Promise<Reply> =>
  client.call("structures/v1/rechercher", { token: await client.freshToken(), body: { structure: { identifiantStructure: SIEGE } } });

describe("the password of a compte technique", () => {
  test("lives 424 days, to the millisecond, and a reset begins another 424", async () => {
    client = await started();
    // Changed on 2026-11-01T10:00 in Paris.
    await goTo("2027-12-30T08:59:59.999Z");
    expect((await search()).status).toBe(200);
    await advance(1);
    const refused = await search();
    expect([refused.status, refused.headers.get("www-authenticate")]).toEqual([401, expect.stringContaining('realm="PISTE"')]);
    await client.patch({ comptesTechniques: { [LOGIN]: { motDePasse: "neuf", motDePasseChangeLe: "2027-12-30T09:00:00Z" } } });
    expect((await search()).status).toBe(401);
    const renewed = async (): Promise<number> =>
      (await client.call("structures/v1/rechercher", { token: await client.freshToken(), account: `${LOGIN}:neuf`, body: {} })).status;
    expect(await renewed()).toBe(200);
    await advance(424 * DAY_MS - 1);
    expect(await renewed()).toBe(200);
    await advance(1);
    expect(await renewed()).toBe(401);
  });

  test("424 days pass in one call, and the expiry that consulter tells stays the same", async () => {
    client = await started();
    const { body } = await search();
    const consult = async (): Promise<Reply> =>
      client.call("structures/v1/consulter", { token: await client.freshToken(), body: { idStructureCPP: body.listeStructures[0].idStructureCPP } });
    const told = (await consult()).body.informationGenerales.dateExpirationMotPasseCompteTech;
    await advance(400 * DAY_MS);
    expect((await consult()).body.informationGenerales.dateExpirationMotPasseCompteTech).toBe(told);
    await advance(24 * DAY_MS);
    expect((await consult()).status).toBe(401);
  });

  test("does not work in the first 30 minutes of the account", async () => {
    const young: Scenario = structuredClone(SCENARIO);
    const accounts = young.environments.qualification?.comptesTechniques as Record<string, { creeLe?: string; motDePasseChangeLe: string }>;
    accounts[LOGIN] = { ...accounts[LOGIN], creeLe: "2026-11-24T09:12:00Z", motDePasseChangeLe: "2026-11-24T09:12:00Z" };
    client = await started(young);
    expect((await search()).status).toBe(401);
    await advance(30 * MINUTE_MS - 1);
    expect((await search()).status).toBe(401);
    await advance(1);
    expect((await search()).status).toBe(200);
  });
});

describe("a token", () => {
  test("expires after 3600 s, and is told from one that was never issued", async () => {
    client = await started();
    const token = await client.freshToken();
    const call = (): Promise<Reply> => client.call("structures/v1/rechercher", { token, body: {} });
    await advance(3_599_999);
    expect((await call()).status).toBe(200);
    await advance(1);
    expect((await call()).headers.get("www-authenticate")).toContain("The access token expired");
    await advance(-1);
    expect((await call()).status).toBe(200);
  });
});

describe("quotas", () => {
  test("follow the simulated second", async () => {
    client = await started();
    await client.patch({ applications: { "APP_SANDBOX_facturation@exemple-btp.fr": { quotaParSeconde: 2 } } });
    const token = await client.freshToken();
    const statuses = async (count: number): Promise<number[]> => {
      const found: number[] = [];
      for (let at = 0; at < count; at += 1) found.push((await client.call("structures/v1/rechercher", { token, body: {} })).status);
      return found;
    };
    expect(await statuses(3)).toEqual([200, 200, 429]);
    await advance(999);
    expect(await statuses(1)).toEqual([429]);
    await advance(1);
    expect(await statuses(3)).toEqual([200, 200, 429]);
  });
});

test("the clock goes on with the caller's", async () => {
  client = await started();
  let real = 1000;
  const clock = simulatedClock(() => real);
  clock.set(5_000_000);
  real += 250;
  expect(clock.now()).toBe(5_000_250);
  clock.advance(424 * DAY_MS);
  real += 1;
  expect(clock.now()).toBe(5_000_251 + 424 * DAY_MS);
});
