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
    expect(on(3, [asked])).toEqual({ state: "asked", since: at(0), askedAt: at(0), reminders: 0, remindAt: at(7), dueAt: at(7) });
    expect(on(9, [asked])).toMatchObject({ reminders: 0, remindAt: at(7) });
    expect(on(9, [asked, event(8, "reminded")])).toMatchObject({ reminders: 1, remindAt: at(15) });
    expect(on(3, [asked], [])).toMatchObject({ remindAt: at(7) });
  });

  it("goes to somebody else a last interval after the last reminder, not a second after it", () => {
    const all = [event(0, "asked"), event(8, "reminded"), event(15, "reminded"), event(30, "reminded")];
    expect(on(30, all)).toEqual({ state: "asked", since: at(0), askedAt: at(0), reminders: 3, dueAt: at(45) });
    expect(on(45, all)).toMatchObject({ reminders: 3, escalate: true, dueAt: at(45) });
    expect(on(13.9, [event(0, "asked"), event(7, "reminded")], ["7d"])).not.toHaveProperty("escalate");
    expect(on(14, [event(0, "asked"), event(7, "reminded")], ["7d"])).toHaveProperty("escalate");
  });

  it("that was reminded of late leaves the shortest interval before the next", () => {
    const late = [event(0, "asked"), event(20, "reminded")];
    expect(on(20, late)).toMatchObject({ reminders: 1, remindAt: at(27) });
    expect(on(27, [...late, event(27, "reminded")])).toMatchObject({ reminders: 2, remindAt: at(34) });
  });

  it("is reminded of at its time after a reminder that came in time", () => {
    expect(on(9, [event(0, "asked"), event(7, "reminded")])).toMatchObject({ reminders: 1, remindAt: at(15) });
  });

  it("that goes on keeps the time at which it was asked", () => {
    const events = [event(0, "asked"), event(1, "blocked", { reason: "x" }), event(2, "unblocked")];
    expect(on(3, events)).toMatchObject({ state: "asked", since: at(2), remindAt: at(7) });
  });

  it("keeps a reminder of the day on which an answer came", () => {
    expect(on(9, [event(0, "asked"), event(7, "reminded"), event(7.2, "refused")])).toMatchObject({ state: "refused", reminders: 1 });
  });

  it("counts reminders of one day once", () => {
    const twice = [event(0, "asked"), event(8, "reminded", { by: "Camille" }), event(8.1, "reminded", { by: "Dominique" })];
    expect(on(9, twice)).toMatchObject({ reminders: 1, remindAt: at(15.1) });
    expect(on(16, [...twice, event(15.2, "reminded")])).toMatchObject({ reminders: 2 });
  });

  it("is the same whatever the order of what happened in one second", () => {
    const same = [event(0, "asked"), event(0, "blocked", { reason: "x" }), event(0, "noted", { note: "n" })];
    const orders = [same, same.toReversed(), [same[1], same[0], same[2]] as RequestEvent[]];
    for (const events of orders) expect(on(1, events)).toMatchObject({ state: "blocked", reason: "x", note: "n" });
  });

  it("takes what somebody noted ahead of his time as noted now", () => {
    expect(on(3, [event(0, "asked"), event(3.5, "refused")])).toMatchObject({ state: "refused", since: at(3) });
  });

  it("takes a rhythm in any order, each time once", () => {
    expect(on(3, [event(0, "asked")], ["30d", "2d"])).toMatchObject({ remindAt: at(2) });
    expect(on(8, [event(0, "asked"), event(7, "reminded")], ["7d", "7d"])).toMatchObject({ reminders: 1, dueAt: at(14) });
  });

  it("is due to be decided where it is refused or blocked, and to be looked at where it is said to be done", () => {
    expect(on(3, [event(0, "asked"), event(2, "refused")])).toMatchObject({ dueAt: at(2) });
    expect(on(3, [event(0, "asked"), event(2, "blocked", { reason: "x" }), event(3, "noted", { until: at(20) })])).toMatchObject({ state: "blocked", dueAt: at(20) });
    expect(on(3, [event(0, "asked"), event(2, "done")])).toMatchObject({ dueAt: at(9) });
  });

  it.each(["refused", "done"] as const)("that is %s stays so, without a reminder, until it is asked anew", (name) => {
    const events = [event(0, "asked"), event(2, name, { note: "non" })];
    expect(on(90, events)).toEqual({ state: name, since: at(2), askedAt: at(0), reminders: 0, note: "non", dueAt: at(name === "done" ? 9 : 2) });
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
