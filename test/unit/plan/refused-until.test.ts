import { expect, it } from "vitest";
import { toInstant } from "../../../src/model/instant.ts";
import type { PlannedResource } from "../../../src/plan/plan-document.ts";
import { refusedUntilOf } from "../../../src/plan/refused-until.ts";

const NOW_MS = Date.UTC(2026, 10, 24, 8, 12);
const HALF_HOUR_MS = 30 * 60_000;

const refused = (...minutesAgo: readonly number[]): PlannedResource =>
  ({ conditions: minutesAgo.map((minutes) => ({ type: "LoginAccepted", status: "false", reason: "login-refused", provenAt: toInstant(NOW_MS - minutes * 60_000) })) }) as never;
const accepted = { conditions: [{ type: "LoginAccepted", status: "true", reason: "login-accepted", provenAt: toInstant(NOW_MS) }] } as unknown as PlannedResource;
const until = (...resources: readonly PlannedResource[]) => refusedUntilOf(resources, toInstant(NOW_MS));

it("a refusal is believed for half an hour, and of several the last", () => {
  expect(until(refused(0))).toBe(NOW_MS + HALF_HOUR_MS);
  expect(until(refused(20), refused(5), refused(29))).toBe(NOW_MS + HALF_HOUR_MS - 5 * 60_000);
  expect(until(refused(29, 12))).toBe(NOW_MS + HALF_HOUR_MS - 12 * 60_000);
});

it("one that is half an hour old is no reason to wait, and what was accepted none either", () => {
  expect(until(refused(30), refused(31))).toBeUndefined();
  expect(until(accepted)).toBeUndefined();
  expect(until()).toBeUndefined();
});
