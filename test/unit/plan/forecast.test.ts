import { expect, it } from "vitest";
import { DAY_MS, toInstant } from "../../../src/model/instant.ts";
import type { Deadline } from "../../../src/plan/deadline.ts";
import { forecast } from "../../../src/plan/forecast.ts";

// A Tuesday: its week began the day before.
const NOW_MS = Date.UTC(2026, 10, 24, 8, 12);
const ends = (days: number, more: Partial<Deadline> = {}): Deadline =>
  ({ kind: "password", state: days < 0 ? "past-due" : "upcoming", dueAt: toInstant(NOW_MS + days * DAY_MS), ...more }) as Deadline;
const told = (...deadlines: readonly Deadline[]) =>
  forecast(deadlines, NOW_MS).flatMap(({ week, ends: { password, attestation }, renewals }) => (password + attestation + renewals === 0 ? [] : [`${week} ${password} ${attestation} ${renewals}`]));

it("counts what ends in each week from this one on, and the renewals that are planned for it", () => {
  expect(told(ends(0), ends(1), ends(6, { kind: "attestation" }), ends(20, { week: "2026-W49" }))).toEqual(["2026-W48 2 0 0", "2026-W49 0 1 1", "2026-W51 1 0 0"]);
});

it("does not count what ended before now, though it was this week, but the renewal that is planned for it", () => {
  expect(told(ends(-1))).toEqual([]);
  expect(told(ends(-1, { week: "2026-W48" }))).toEqual(["2026-W48 0 0 1"]);
});

it("has sixty weeks, each from its Monday, and nothing of what is beyond", () => {
  const weeks = forecast([ends(420), ends(421)], NOW_MS);
  expect(weeks).toHaveLength(60);
  expect([weeks[0]?.from, weeks[1]?.from]).toEqual(["2026-11-23T00:00:00Z", "2026-11-30T00:00:00Z"]);
  expect(weeks.reduce((sum, { ends: { password } }) => sum + password, 0)).toBe(0);
});
