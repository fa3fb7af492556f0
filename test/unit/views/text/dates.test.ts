import { describe, expect, test } from "vitest";
import { messages } from "../../../../src/messages/messages.ts";
import type { Instant } from "../../../../src/model/instant.ts";
import { createDates } from "../../../../src/views/text/dates.ts";

const at = (text: string): Instant => text as Instant;

describe("moments", () => {
  const fr = createDates(messages("fr").dates, "Europe/Paris");
  const en = createDates(messages("en").dates, "America/New_York");

  test("in the language's order and the given zone", () => {
    expect(fr.at(at("2026-11-24T23:30:00Z"))).toBe("25/11/2026 à 00:30");
    expect(en.at(at("2026-11-24T23:30:00Z"))).toBe("2026-11-24 at 18:30");
  });

  test("the time alone on the same day", () => {
    expect(fr.near(at("2026-11-24T08:00:00Z"), at("2026-11-24T20:00:00Z"))).toBe("09:00");
    expect(fr.near(at("2026-11-23T08:00:00Z"), at("2026-11-24T20:00:00Z"))).toBe("23/11/2026");
  });

  test.each([
    ["2026-11-24T08:00:30Z", "à l'instant"],
    ["2026-11-24T07:40:00Z", "il y a 21 min"],
    ["2026-11-24T02:00:00Z", "il y a 6 h"],
    ["2026-11-23T08:00:00Z", "il y a 1 jour"],
    ["2026-11-21T08:00:00Z", "il y a 3 jours"],
  ])("%s is %s", (then, expected) => {
    expect(fr.ago(at(then), at("2026-11-24T08:01:00Z"))).toBe(expected);
  });

  test("a begun day counts", () => {
    expect(fr.days(at("2026-11-24T08:12:00Z"), at("2026-12-06T07:00:00Z"))).toBe(12);
    expect(fr.days(at("2026-11-24T08:12:00Z"), at("2026-11-24T09:00:00Z"))).toBe(1);
  });
});
