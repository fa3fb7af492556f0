import { afterEach, beforeEach, expect, test } from "vitest";
import { requestLog } from "../../src/simulator/request-log.ts";
import type { RequestLogEntry } from "../../src/simulator/request-log.ts";
import { started } from "./client.ts";
import type { Client } from "./client.ts";

let client: Client;
beforeEach(async () => { client = await started(); });
afterEach(async () => { await client.simulator.close(); });

const ENTRY: RequestLogEntry = {
  time: "2026-11-24T09:12:00.000Z", environment: "production", application: "A", account: null,
  method: "POST", path: "/production/cpro/x", status: 200, correlationId: "Id-1 0",
};

test("proves a quota from outside: accepted calls by application and second, and the refused ones", async () => {
  await client.patch({ applications: { "APP_SANDBOX_facturation@exemple-btp.fr": { quotaParSeconde: 3 } } });
  for (let second = 0; second < 3; second += 1) {
    await Promise.all(Array.from({ length: 5 }, () => client.call("structures/v1/rechercher", { body: {} })));
    await client.admin("PUT", "clock", { advanceMs: 1000 });
  }
  const calls = client.simulator.requests().filter(({ path }) => path.endsWith("/rechercher"));
  const seconds = new Set(calls.map(({ time }) => time));
  expect(seconds.size).toBe(3);
  for (const second of seconds) {
    const inSecond = calls.filter(({ time }) => time === second);
    expect(inSecond.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(inSecond.filter(({ status }) => status === 429)).toHaveLength(2);
    expect(new Set(inSecond.map(({ application }) => application))).toEqual(new Set(["APP_SANDBOX_facturation@exemple-btp.fr"]));
  }
});

test("tells what was injected, in the answers' order of faults, and nothing where nothing was", async () => {
  await client.admin("PUT", "faults", { faults: [{ fault: "500", rate: 0.5, route: "/cpro" }, { fault: "clock-skew" }] });
  for (let count = 0; count < 30; count += 1) await client.call("structures/v1/rechercher", { body: {} });
  const calls = client.simulator.requests().filter(({ path }) => path.endsWith("/rechercher"));
  for (const { status, injected } of calls) expect(injected).toEqual(status === 500 ? ["500", "clock-skew"] : ["clock-skew"]);
  expect(new Set(calls.map(({ status }) => status))).toEqual(new Set([200, 500]));
  await client.admin("PUT", "faults", { faults: [] });
  await client.call("structures/v1/rechercher", { body: {} });
  expect(client.simulator.requests().at(-1)).not.toHaveProperty("injected");
});

test("keeps the last ones, in order, and counts those it forgot", () => {
  const log = requestLog();
  const total = 120_000;
  for (let count = 0; count < total; count += 1) log.add({ ...ENTRY, status: count });
  const kept = log.entries();
  expect(kept.length).toBeGreaterThanOrEqual(50_000);
  expect(kept.length).toBeLessThan(56_000);
  expect(kept.length + log.forgotten()).toBe(total);
  expect([kept[0]?.status, kept.at(-1)?.status]).toEqual([log.forgotten(), total - 1]);
});
