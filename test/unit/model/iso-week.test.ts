import { expect, it } from "vitest";
import { toInstant, toMs } from "../../../src/model/instant.ts";
import { isoWeekOf } from "../../../src/model/iso-week.ts";

/** ISO 8601: a week belongs to the year that holds its Thursday. */
it.each([
  ["2026-11-24T08:12:00Z", "2026-W48", "2026-11-23"],
  ["2026-11-23T00:00:00Z", "2026-W48", "2026-11-23"],
  ["2026-11-29T23:59:59Z", "2026-W48", "2026-11-23"],
  ["2027-01-03T12:00:00Z", "2026-W53", "2026-12-28"],
  ["2027-01-04T00:00:00Z", "2027-W01", "2027-01-04"],
  ["2024-12-30T00:00:00Z", "2025-W01", "2024-12-30"],
  ["2022-01-01T00:00:00Z", "2021-W52", "2021-12-27"],
  ["1970-01-01T00:00:00Z", "1970-W01", "1969-12-29"],
])("%s is in %s", (at, name, monday) => {
  const week = isoWeekOf(toMs(at));
  expect([week.name, toInstant(week.fromMs), week.toMs - week.fromMs]).toEqual([name, `${monday}T00:00:00Z`, 7 * 24 * 60 * 60 * 1000]);
});
