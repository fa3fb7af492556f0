import { expect, it } from "vitest";
import type { Address } from "../../../src/model/address.ts";
import type { Instant } from "../../../src/model/instant.ts";
import { inOrder, type RequestEvent } from "../../../src/model/request.ts";

const event = (at: string, name: RequestEvent["event"], by = "Camille"): RequestEvent => ({
  at: at as Instant, address: "production/structure/lyon" as Address, action: "activate-structure", event: name, by,
});
const IN_ONE_SECOND = ["asked", "reminded", "refused", "blocked", "unblocked", "done", "noted"] as const;
const NOON = "2026-11-24T12:00:00Z";
const LATER = "2026-11-24T12:00:01Z";

it("puts what happened in order: by time, in one second by what comes of what, then as text", () => {
  const events = [...IN_ONE_SECOND.map((name) => event(NOON, name)), event(LATER, "asked", "Alix"), event(LATER, "asked"), event(LATER, "reminded", "Alix")];
  expect(events.toReversed().toSorted(inOrder)).toEqual(events);
  expect(events.toSorted(inOrder)).toEqual(events);
  expect(inOrder(event(NOON, "asked"), event(NOON, "asked"))).toBe(0);
});
