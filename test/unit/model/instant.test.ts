import { afterEach, describe, expect, it } from "vitest";
import { isDay, meantDay } from "../../../src/model/day.ts";
import { parseInstant, parseUntil } from "../../../src/model/instant.ts";

const before = process.env["TZ"];
afterEach(() => {
  process.env["TZ"] = before;
  if (before === undefined) delete process.env["TZ"];
});

describe.each(["Pacific/Noumea", "America/Guadeloupe", "Europe/Paris"])("where the machine is in %s", (zone) => {
  it.each([
    ["2027-06-30", "2027-06-30T00:00:00Z", "2027-06-30T23:59:59Z"],
    ["2028-02-29", "2028-02-29T00:00:00Z", "2028-02-29T23:59:59Z"],
    ["2027-06-30T23:00Z", "2027-06-30T23:00:00Z", "2027-06-30T23:00:00Z"],
    ["2027-06-30T23:00:00+11:00", "2027-06-30T12:00:00Z", "2027-06-30T12:00:00Z"],
    ["2027-06-30T23:00:00.250-0400", "2027-07-01T03:00:00Z", "2027-07-01T03:00:00Z"],
  ])("%s is one moment, and one end", (text, at, until) => {
    process.env["TZ"] = zone;
    expect([parseInstant(text), parseUntil(text)]).toEqual([at, until]);
  });

  it.each([
    "01/02/2027", "12-01-2027", "2027", "2027-06", "2027-6-1", "2027-02-31", "2027-02-31T10:00:00Z", "2027-13-01", "2027-00-10", "2026-02-29",
    "2027-06-30T23:00", "2027-06-30 23:00", "2027-06-30T23:00:00", "2027-06-30T25:00Z", "2027-06-30T23:61Z", "2027-06-30T23:00Z (Paris)", "Jun 30 2027", "1", "", " 2027-06-30",
  ])("« %s » is none", (text) => {
    process.env["TZ"] = zone;
    expect([parseInstant(text), parseUntil(text)]).toEqual([undefined, undefined]);
  });
});

it("says which day is meant by one that is written as people write it", () => {
  expect(["01/02/2027", "1.2.2027", "31-12-2027", "31/02/2027", "2027/02/01", "2027-02", "x1/02/2027", "01/02/20270"].map(meantDay)).toEqual(["2027-02-01", "2027-02-01", "2027-12-31", undefined, "2027-02-01", undefined, undefined, undefined]);
  expect(["2027-02-28", "2027-02-29", "2000-02-29", "1900-02-29", "2027-01-31", "2027-04-31", "2027-01-00"].map(isDay)).toEqual([true, false, true, false, true, false, false]);
});
