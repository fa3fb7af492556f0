import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS, toInstant, toMs } from "../../../src/model/instant.ts";
import { isoWeekOf } from "../../../src/model/iso-week.ts";
import { spreadRenewals, type Renewal } from "../../../src/plan/spread-renewals.ts";
import { accountOf } from "../../support/clients.ts";

const NOW_MS = Date.UTC(2026, 10, 24, 8, 12);
const BEFORE_MS = 90 * DAY_MS;

const renewal = (index: number, days: number): Renewal => ({
  address: accountOf(`C${String(index).padStart(3, "0")}`),
  endsAtMs: NOW_MS + Math.round(days * DAY_MS),
  beforeMs: BEFORE_MS,
});

const worlds = fc.record({
  perWeek: fc.integer({ min: 1, max: 4 }),
  renewals: fc.array(fc.integer({ min: -100, max: 5000 }), { maxLength: 60 }).map((tenths) => tenths.map((ends, index) => renewal(index, ends / 10))),
});

describe("renewals spread over weeks", () => {
  it("keeps every promise, whatever ends when", () => {
    fc.assert(
      fc.property(worlds, ({ renewals, perWeek }) => {
        const { weeks, beyond } = spreadRenewals(renewals, { perWeek, nowMs: NOW_MS });
        const counts = new Map<string, number>();
        for (const { address, endsAtMs } of renewals) {
          const planned = weeks.get(address);
          if (planned === undefined) continue;
          counts.set(planned.week, (counts.get(planned.week) ?? 0) + 1);
          expect(toMs(planned.from)).toBeGreaterThanOrEqual(Math.floor((endsAtMs - BEFORE_MS) / 1000) * 1000);
          expect(toMs(planned.to)).toBeLessThanOrEqual(endsAtMs);
          expect(planned.from < planned.to).toBe(true);
          expect(toMs(planned.to)).toBeGreaterThan(NOW_MS);
          expect(isoWeekOf(toMs(planned.from)).name).toBe(planned.week);
        }
        expect(Math.max(0, ...counts.values())).toBeLessThanOrEqual(perWeek);
        const fresh = isoWeekOf(NOW_MS).name;
        const open = renewals.filter(({ endsAtMs }) => endsAtMs > NOW_MS && isoWeekOf(endsAtMs - 424 * DAY_MS).name !== fresh);
        expect(weeks.size + beyond.length).toBe(open.length);
      }),
    );
  });

  it("finds a week for as many as any order could", () => {
    fc.assert(
      fc.property(worlds, ({ renewals, perWeek }) => {
        const soon = renewals.filter(({ endsAtMs }) => endsAtMs > NOW_MS && endsAtMs < NOW_MS + 400 * DAY_MS);
        const { weeks } = spreadRenewals(soon, { perWeek, nowMs: NOW_MS });
        expect(weeks.size).toBe(mostPossible(soon, perWeek));
      }),
    );
  });

  it("gives no week to what ends as the week begins", () => {
    const monday = isoWeekOf(NOW_MS + 7 * DAY_MS).fromMs;
    const [first, second] = [{ ...renewal(1, 0), endsAtMs: monday }, { ...renewal(2, 0), endsAtMs: monday }];
    const { weeks, beyond } = spreadRenewals([first, second], { perWeek: 1, nowMs: NOW_MS });
    expect([[...weeks.keys()], beyond]).toEqual([[first.address], [second]]);
  });

  it("goes by the address where two end at once, in whatever order they come", () => {
    for (const two of [[renewal(1, 30), renewal(2, 30)], [renewal(2, 30), renewal(1, 30)]]) {
      const { weeks } = spreadRenewals(two, { perWeek: 1, nowMs: NOW_MS });
      expect([1, 2].map((index) => weeks.get(renewal(index, 0).address)?.week)).toEqual(["2026-W48", "2026-W49"]);
    }
  });

  it("lets what ends first go first", () => {
    const { weeks } = spreadRenewals([renewal(1, 40), renewal(2, 20), renewal(3, 30)], { perWeek: 1, nowMs: NOW_MS });
    expect([2, 3, 1].map((index) => weeks.get(renewal(index, 0).address)?.week)).toEqual(["2026-W48", "2026-W49", "2026-W50"]);
  });

  it("says which ones found no week", () => {
    const crowd = Array.from({ length: 5 }, (_, index) => renewal(index, 10));
    const { weeks, beyond } = spreadRenewals(crowd, { perWeek: 2, nowMs: NOW_MS });
    expect(weeks.size).toBe(4);
    expect(beyond).toEqual([renewal(4, 10)]);
  });

  it("counts the passwords made this week as this week's", () => {
    const made = [renewal(1, 423.5), renewal(2, 423.6)];
    const { weeks } = spreadRenewals([...made, renewal(3, 60)], { perWeek: 2, nowMs: NOW_MS });
    expect(weeks.get(renewal(3, 0).address)?.week).toBe("2026-W49");
  });

  it("is the same whatever the order it is given in", () => {
    fc.assert(
      fc.property(worlds, ({ renewals, perWeek }) => {
        const options = { perWeek, nowMs: NOW_MS };
        expect([...spreadRenewals(renewals.toReversed(), options).weeks]).toEqual([...spreadRenewals(renewals, options).weeks]);
      }),
    );
  });
});

describe("weeks of ISO 8601", () => {
  it.each([
    ["2026-11-23T00:00:00Z", "2026-W48"],
    ["2026-11-22T23:59:59Z", "2026-W47"],
    ["2026-12-31T12:00:00Z", "2026-W53"],
    ["2027-01-03T23:59:59Z", "2026-W53"],
    ["2027-01-04T00:00:00Z", "2027-W01"],
    ["2024-12-30T00:00:00Z", "2025-W01"],
    ["2021-01-01T00:00:00Z", "2020-W53"],
    ["1970-01-01T00:00:00Z", "1970-W01"],
  ])("%s is in %s", (at, name) => {
    const week = isoWeekOf(toMs(at));
    expect(week.name).toBe(name);
    expect(toInstant(week.fromMs) <= at && at < toInstant(week.toMs)).toBe(true);
  });
});

/** By augmenting paths: one place in a week for one renewal, as many as there can be. */
const mostPossible = (renewals: readonly Renewal[], perWeek: number): number => {
  const holder = new Map<string, number>();
  const places = renewals.map(({ endsAtMs, beforeMs }) => {
    const first = isoWeekOf(Math.max(endsAtMs - beforeMs, NOW_MS)).fromMs;
    const weeks = Array.from({ length: 16 }, (_, index) => first + index * 7 * DAY_MS).filter((week) => week < endsAtMs);
    return weeks.flatMap((week) => Array.from({ length: perWeek }, (_, place) => `${week}/${place}`));
  });
  const seat = (one: number, tried: Set<string>): boolean =>
    (places[one] ?? []).some((place) => {
      if (tried.has(place)) return false;
      tried.add(place);
      const other = holder.get(place);
      if (other !== undefined && !seat(other, tried)) return false;
      holder.set(place, one);
      return true;
    });
  return renewals.filter((_, index) => seat(index, new Set())).length;
};
