import { expect, it } from "vitest";
import type { Address } from "../../../src/model/address.ts";
import { DAY_MS, toInstant } from "../../../src/model/instant.ts";
import type { Step } from "../../../src/model/step.ts";
import type { PlannedResource } from "../../../src/plan/plan-document.ts";
import { plan } from "../../../src/plan/plan.ts";
import { statusOf } from "../../../src/plan/status-of.ts";
import { accountOf, accountRecord, clientsOf, offlinePlanInput } from "../../support/clients.ts";

const NOW_MS = Date.UTC(2026, 10, 24, 8, 12);
const day = (offset: number) => toInstant(NOW_MS + offset * DAY_MS);
const records = new Map(["C00001", "C00002"].map((code, index) => [accountOf(code), accountRecord(code, day(20 + index * 20), day(-400))]));
const made = plan(offlinePlanInput(clientsOf(2), records, NOW_MS));
const [production] = made.document.environments;
const statusWith = (more: { readonly steps?: readonly Step[]; readonly resources?: readonly PlannedResource[] }) => statusOf({ ...made, document: { ...made.document, ...more } }).environments[0];
const resource = (address: string, more: object = {}): PlannedResource => ({ address: address as Address, kind: "structure", status: "in-order", conditions: [], ...more });
const proven = (days: number, proof = "verified") => ({ proof, provenAt: day(days) });

it("counts the steps of an environment by who does them and why, and those that wait", () => {
  const step = (mode: string, why: string, waitsFor: readonly number[] = [], environment = "production") => ({ environment, mode, why, waitsFor, items: [] }) as unknown as Step;
  const steps = [step("manual", "missing"), step("automatic", "missing"), step("manual", "due", [1]), step("manual", "missing", [1, 2]), step("manual", "missing", [3]), step("manual", "missing", [], "qualification")];
  expect(statusWith({ steps })?.steps).toEqual([
    { mode: "automatic", why: "missing", count: 1, waiting: 0 }, { mode: "manual", why: "due", count: 1, waiting: 1 }, { mode: "manual", why: "missing", count: 3, waiting: 2 },
  ]);
  expect(statusWith({ steps: steps.toReversed() })?.steps).toEqual(statusWith({ steps })?.steps);
  expect(statusWith({ steps: [] })?.steps).toEqual([]);
});

it("knows the oldest fact that an API proved, of that environment, and what is paused there", () => {
  const seen = (...resources: readonly PlannedResource[]) => statusWith({ resources });
  expect(seen(resource("production/structure/a", { conditions: [proven(-3), proven(-9)] }), resource("production/structure/b", { conditions: [proven(-5), proven(-20, "attested"), { proof: "verified" }] }), resource("qualification/structure/c", { conditions: [proven(-30)] }))?.oldestProofAt).toBe(day(-9));
  expect(seen(resource("production/structure/a", { conditions: [proven(-2), proven(-2)] }))?.oldestProofAt).toBe(day(-2));
  expect(seen(resource("production/structure/a", { conditions: [proven(-20, "inferred")] }))).not.toHaveProperty("oldestProofAt");
  expect(seen(resource("production/structure/a", { status: "paused" }), resource("production/structure/b"), resource("qualification/structure/c", { status: "paused" }))?.paused).toBe(1);
  expect(production?.environment).toBe("production");
});

it("lists what ends within a time, its last moment included, and else all of it", () => {
  const ends = (within?: string) => statusOf(made, within === undefined ? {} : { within }).deadlines.map(({ address }) => address);
  const whole = ends();
  expect(whole).toEqual(expect.arrayContaining([accountOf("C00001"), accountOf("C00002")]));
  expect(statusOf(made)).not.toHaveProperty("within");
  const first = statusOf(made).deadlines.find(({ address }) => address === accountOf("C00002"));
  const days = Math.round((Date.parse(first?.actBy ?? "") - NOW_MS) / DAY_MS);
  expect(ends(`${days}d`)).toContain(accountOf("C00002"));
  expect(ends(`${days - 1}d`)).not.toContain(accountOf("C00002"));
  expect(statusOf(made, { within: "1d" }).within).toBe("1d");
  expect(statusOf(made)).not.toHaveProperty("forecast");
  expect(statusOf(made, { forecast: true }).forecast).toBeDefined();
});
