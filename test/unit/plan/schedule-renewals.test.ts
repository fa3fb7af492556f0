import { describe, expect, it } from "vitest";
import type { Address } from "../../../src/model/address.ts";
import type { ResourceRecord } from "../../../src/model/condition.ts";
import { DAY_MS, toInstant } from "../../../src/model/instant.ts";
import { isoWeekOf } from "../../../src/model/iso-week.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { assess, type Assessed } from "../../../src/plan/assess.ts";
import { recordCovers } from "../../../src/plan/covers.ts";
import { wantedResources, type PlanInput } from "../../../src/plan/plan.ts";
import { scheduleRenewals } from "../../../src/plan/schedule-renewals.ts";
import { accountOf, accountRecord, clientsOf, offlinePlanInput } from "../../support/clients.ts";

// One renewal a week, of passwords that end in three weeks: the first is due now, the second next week, the third the week after.

const NOW_MS = Date.UTC(2026, 10, 24, 8, 12);
const day = (offset: number) => toInstant(NOW_MS + offset * DAY_MS);
const codes = ["C00001", "C00002", "C00003"] as const;
const desired = clientsOf(3, { avant: "30d", etaler: "1/semaine" });
const records = new Map<Address, ResourceRecord>(codes.map((code, index) => [accountOf(code), accountRecord(code, day(20 + index), day(-400))]));
const accounts = wantedResources(desired, NOW_MS).filter(({ kind }) => kind === "compte-technique");

const scheduled = (more: Partial<PlanInput> = {}, change: (resource: Resource) => Resource = (one) => one, some: (assessed: Assessed) => Assessed = (one) => one) => {
  const input = { ...offlinePlanInput(desired, records, NOW_MS), ...more };
  const list = accounts.map(change).filter(({ address }) => input.selection?.targets?.includes(address) !== false);
  return scheduleRenewals(input, list.map((resource) => some(assess(resource, input))));
};
const weeks = ({ assessed }: ReturnType<typeof scheduled>) =>
  assessed.map(({ conditions }) => conditions.find(({ condition: { type } }) => type === "PasswordCurrent")).map((one) => [one?.renewal?.week, one?.need, one?.condition.reason]);
const only = (code: string, more: object) => (resource: Resource): Resource => (resource.address === accountOf(code) ? { ...resource, ...more } : resource);

const [FIRST, SECOND, THIRD] = ["2026-W48", "2026-W49", "2026-W50"];
const DUE = [FIRST, "due", "expiring"];
const LATER = (week: string | undefined) => [week, undefined, "expiry-known"];
const AS_IF_ALONE = [undefined, "due", "expiring"];

describe("renewals that are spread", () => {
  it("are due in their week, and known until then", () => {
    expect(weeks(scheduled())).toEqual([DUE, LATER(SECOND), LATER(THIRD)]);
  });

  it("are all due at once where nothing is spread", () => {
    const whole = clientsOf(3, { avant: "30d" });
    expect(weeks(scheduled({ desired: whole }))).toEqual([AS_IF_ALONE, AS_IF_ALONE, AS_IF_ALONE]);
    expect(scheduled({ desired: whole }).beyond).toEqual([]);
  });

  it.each<readonly [string, object]>([["is the operator's own", { client: undefined }], ["leaves", { lifecycle: "leaving" }], ["is paused", { lifecycle: "paused" }]])("leave the week of one that %s to the next", (_name, more) => {
    expect(weeks(scheduled({}, only("C00001", more))).slice(1)).toEqual([DUE, LATER(SECOND)]);
  });

  it("leave out one whose login is refused: something is to be done now", () => {
    const refused = (one: Assessed): Assessed =>
      one.resource.address !== accountOf("C00001") ? one : { ...one, conditions: one.conditions.map((each) => (each.condition.type === "LoginAccepted" ? { ...each, condition: { ...each.condition, status: "false" } } : each)) };
    expect(weeks(scheduled({}, undefined, refused)).slice(1)).toEqual([DUE, LATER(SECOND)]);
    const unseen = (one: Assessed): Assessed =>
      one.resource.address !== accountOf("C00001") ? one : { ...one, conditions: one.conditions.map((each) => (each.condition.type === "ReachDeclared" ? { ...each, condition: { ...each.condition, status: "false" } } : each)) };
    expect(weeks(scheduled({}, undefined, unseen))).toEqual([DUE, LATER(SECOND), LATER(THIRD)]);
  });

  it("are due from the first second of their week on", () => {
    const monday = isoWeekOf(NOW_MS).toMs;
    expect(weeks(scheduled({ nowMs: monday }))[0]).toEqual([SECOND, "due", "expiring"]);
  });

  it("do not plan what is past", () => {
    const ended = new Map([...records, [accountOf("C00001"), accountRecord("C00001", day(-1), day(-400))] as const]);
    expect(weeks(scheduled({ records: ended }))[0]).toEqual([undefined, "missing", "expired"]);
  });

  it("of a part of the configuration have the week that they have in all of it, by what is recorded of the others", () => {
    const targets = [accountOf("C00002")];
    expect(weeks(scheduled({ selection: { targets } }))).toEqual([LATER(SECOND)]);
    const alone = new Map([[accountOf("C00002"), accountRecord("C00002", day(21), day(-400))]]);
    expect(weeks(scheduled({ selection: { targets }, records: alone }))).toEqual([DUE]);
    const account = accounts[0];
    if (account === undefined) throw new Error("no account");
    const of = (covers: string) => new Map([...alone, [accountOf("C00001"), { ...accountRecord("C00001", day(20), day(-400)), covers }] as const]);
    expect(weeks(scheduled({ selection: { targets }, records: of(recordCovers(account)) }))).toEqual([LATER(SECOND)]);
    expect(weeks(scheduled({ selection: { targets }, records: of("00000000") }))).toEqual([DUE]);
  });

  it("of a part give no week to one that leaves elsewhere, though its end is recorded", () => {
    const production = desired.environments.production;
    const structure = production?.structures["C00001"];
    if (production === undefined || structure === undefined) throw new Error("the fixture has a structure");
    const left = { ...desired, environments: { production: { ...production, structures: { ...production.structures, C00001: { ...structure, etat: "sortant" as const } } } } };
    expect(weeks(scheduled({ desired: left, selection: { targets: [accountOf("C00002")] } }))).toEqual([DUE]);
  });
});
