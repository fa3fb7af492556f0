import { describe, expect, it } from "vitest";
import type { Address } from "../../../src/model/address.ts";
import { toInstant } from "../../../src/model/instant.ts";
import type { RequestEvent, RequestEventName } from "../../../src/model/request.ts";
import { requestStanding } from "../../../src/plan/request-standing.ts";

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 1);
const event = (day: number, name: RequestEventName, more: Partial<RequestEvent> = {}): RequestEvent => ({
  at: toInstant(START + day * DAY),
  address: "production/espace/lyon/raccordements" as Address,
  action: "open-espace",
  event: name,
  by: "Camille",
  ...more,
});
const on = (day: number, events: readonly RequestEvent[], rhythm = ["7d", "15d", "30d"]) => requestStanding(events, rhythm, START + day * DAY);
const at = (day: number) => toInstant(START + day * DAY);

describe("a request", () => {
  it("is to be sent until it is", () => {
    expect(on(0, [])).toEqual({ state: "to-send", reminders: 0 });
  });

  it("is reminded of in the rhythm, counted from when it was asked, then goes to somebody else", () => {
    const asked = event(0, "asked");
    expect(on(3, [asked])).toEqual({ state: "asked", since: at(0), askedAt: at(0), reminders: 0, remindAt: at(7) });
    expect(on(9, [asked])).toMatchObject({ reminders: 0, remindAt: at(7) });
    expect(on(9, [asked, event(8, "reminded")])).toMatchObject({ reminders: 1, remindAt: at(15) });
    const all = [asked, event(8, "reminded"), event(15, "reminded"), event(29, "reminded")];
    expect(on(29, all)).toEqual({ state: "asked", since: at(0), askedAt: at(0), reminders: 3 });
    expect(on(30, all)).toMatchObject({ reminders: 3, escalate: true });
    expect(on(3, [asked], [])).toMatchObject({ remindAt: at(7) });
    expect(on(3, [asked], ["30d", "2d"])).toMatchObject({ remindAt: at(2) });
  });

  it.each(["refused", "done"] as const)("that is %s stays so, without a reminder, until it is asked anew", (name) => {
    const events = [event(0, "asked"), event(2, name, { note: "non" })];
    expect(on(90, events)).toEqual({ state: name, since: at(2), askedAt: at(0), reminders: 0, note: "non" });
    expect(on(91, [...events, event(91, "asked")])).toMatchObject({ state: "asked", askedAt: at(91), reminders: 0, remindAt: at(98) });
  });

  it("that is blocked says by what, and goes on where it was once it is not", () => {
    const events = [event(0, "asked"), event(8, "reminded"), event(9, "blocked", { reason: "gp-inconnu" })];
    expect(on(40, events)).toMatchObject({ state: "blocked", since: at(9), reason: "gp-inconnu", reminders: 1 });
    expect(on(12, [...events, event(11, "unblocked")])).toMatchObject({ state: "asked", askedAt: at(0), reminders: 1, remindAt: at(15) });
    expect(on(12, [event(1, "blocked", { reason: "pigp" }), event(2, "unblocked")])).toEqual({ state: "to-send", reminders: 0 });
  });

  it("keeps its standing over a word", () => {
    expect(on(3, [event(0, "asked"), event(1, "noted", { note: "rappelle lundi" })])).toMatchObject({ state: "asked", note: "rappelle lundi", remindAt: at(7) });
  });
});
