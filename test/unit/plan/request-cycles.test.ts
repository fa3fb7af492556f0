import { describe, expect, it } from "vitest";
import type { Condition, ResourceRecord } from "../../../src/model/condition.ts";
import { DAY_MS, toInstant, type Instant } from "../../../src/model/instant.ts";
import type { RequestEvent, RequestEventName, RequestStanding } from "../../../src/model/request.ts";
import type { StepAction } from "../../../src/model/step.ts";
import { coversOf, recordCovers } from "../../../src/plan/covers.ts";
import { plan, wantedResources, type PlanInput } from "../../../src/plan/plan.ts";
import { accountOf, accountRecord, clientsOf, offlinePlanInput } from "../../support/clients.ts";

const NOW_MS = Date.UTC(2026, 10, 24, 8, 12);
const ACCOUNT = accountOf("C00001");
const inDays = (days: number): Instant => toInstant(NOW_MS + days * DAY_MS);
const resource = (() => {
  const found = wantedResources(clientsOf(1), NOW_MS).find(({ address }) => address === ACCOUNT);
  if (found === undefined) throw new Error(ACCOUNT);
  return found;
})();

const asked = (days: number, action: StepAction, event: RequestEventName = "asked", more: Partial<RequestEvent> = {}): RequestEvent => ({
  at: inDays(days), address: ACCOUNT, action, event, by: "Camille", ...more,
});

const standing = (record: ResourceRecord | undefined, events: readonly RequestEvent[], more: Partial<PlanInput> = {}): RequestStanding | undefined => {
  const input = offlinePlanInput(clientsOf(1), new Map(record === undefined ? [] : [[ACCOUNT, record]]), NOW_MS);
  const { document } = plan({ ...input, requests: new Map([[ACCOUNT, events]]), ...more });
  return document.steps.flatMap(({ items }) => items).find(({ address }) => address === ACCOUNT)?.request;
};

const refused = (since: Instant, record: ResourceRecord, more: Partial<Condition> = { wasTrue: true }): ResourceRecord => ({
  ...record,
  conditions: record.conditions.map((condition) =>
    condition.type === "LoginAccepted" ? ({ ...condition, status: "false", reason: "login-refused", since, provenAt: inDays(0), ...more }) : condition),
});

const TO_SEND = { state: "to-send", reminders: 0 };

describe("a request whose step was done and comes back", () => {
  it("is to be sent anew for the next end of a password, whatever was said of the last one", () => {
    const record = accountRecord("C00001", inDays(20), inDays(-404));
    expect(standing(record, [asked(-409, "reset-password"), asked(-402, "reset-password", "done")])).toEqual(TO_SEND);
    expect(standing(record, [asked(-409, "reset-password"), asked(-5, "reset-password")])).toMatchObject({ state: "asked", askedAt: inDays(-5), reminders: 0 });
  });

  it("stays the same request while a password ends and its login is refused for it", () => {
    const record = accountRecord("C00001", inDays(-3), inDays(-400));
    expect(standing(record, [asked(-20, "reset-password")])).toMatchObject({ state: "asked", askedAt: inDays(-20) });
    expect(standing(refused(inDays(-2), record), [asked(-20, "reset-password")])).toMatchObject({ state: "asked", askedAt: inDays(-20) });
  });

  it("is to be sent anew where what was true is not any more", () => {
    const record = refused(inDays(-4), accountRecord("C00001", undefined, inDays(-300)));
    expect(standing(record, [asked(-200, "reset-password")])).toEqual(TO_SEND);
    expect(standing(record, [asked(-200, "reset-password"), asked(-3, "reset-password")])).toMatchObject({ askedAt: inDays(-3) });
  });

  it("was asked all the same before anybody saw that it was not so", () => {
    const record = refused(inDays(-1), accountRecord("C00001", undefined, inDays(-1)), { wasTrue: undefined } as never);
    expect(standing(record, [asked(-2, "create-compte-technique")])).toMatchObject({ state: "asked" });
    expect(standing(undefined, [asked(-2, "create-compte-technique")])).toMatchObject({ state: "asked" });
  });

  it("is to be sent anew once a person's word has ended", () => {
    const attestations = new Map([[ACCOUNT, { address: ACCOUNT, by: "Camille", at: inDays(-300), seen: "écran", until: inDays(-5), covers: coversOf(resource) }]]);
    expect(standing(undefined, [asked(-310, "reset-password")], { attestations })).toEqual(TO_SEND);
    expect(standing(undefined, [asked(-4, "reset-password")], { attestations })).toMatchObject({ state: "asked", askedAt: inDays(-4) });
  });

  it("is another request for another login under the same name", () => {
    expect(standing(undefined, [asked(-2, "create-compte-technique", "asked", { covers: "00000000" })])).toEqual(TO_SEND);
    expect(standing(undefined, [asked(-2, "create-compte-technique", "asked", { covers: recordCovers(resource) })])).toMatchObject({ state: "asked" });
  });
});
