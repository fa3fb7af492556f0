import { describe, expect, it } from "vitest";
import type { Attestation, Attestations } from "../../../src/model/attestation.ts";
import { address, type Address } from "../../../src/model/address.ts";
import { DAY_MS, toInstant, toMs, type Instant } from "../../../src/model/instant.ts";
import type { RequestEvent } from "../../../src/model/request.ts";
import { coversOf } from "../../../src/plan/covers.ts";
import type { Deadline } from "../../../src/plan/deadline.ts";
import { deadlinesOf } from "../../../src/plan/deadlines.ts";
import { plan, wantedResources, type PlanInput } from "../../../src/plan/plan.ts";
import { accountOf, accountRecord, clientsOf, codesOf, offlinePlanInput, recordsOf } from "../../support/clients.ts";
import { actionsOn } from "../../support/plans.ts";
import { halfWayInput } from "../views/fixtures/half-way.ts";
import { ediInput } from "../views/fixtures/other-plans.ts";

const NOW_MS = Date.UTC(2026, 10, 24, 8, 12);

const of = (input: PlanInput, kind: Deadline["kind"]): readonly Deadline[] => deadlinesOf(plan(input)).filter((one) => one.kind === kind);

const inDays = (days: number): Instant => toInstant(NOW_MS + days * DAY_MS);

const oneClient = (days: number | undefined, since = -10): PlanInput =>
  offlinePlanInput(clientsOf(1), new Map([[accountOf("C00001"), accountRecord("C00001", days === undefined ? undefined : inDays(days), inDays(since))]]), NOW_MS);

const wordOn = (input: PlanInput, on: Address, word: Partial<Attestation> & Pick<Attestation, "until">): Attestations => {
  const resource = wantedResources(input.desired, input.nowMs).find((one) => one.address === on);
  if (resource === undefined) throw new Error(on);
  return new Map([[on, { address: on, by: "Camille Durand", at: inDays(-100), seen: "écran", covers: coversOf(resource), ...word } as Attestation]]);
};

describe("passwords", () => {
  it.each([
    [31, "upcoming"],
    [30, "due"],
    [1, "due"],
    [0, "past-due"],
    [-3, "past-due"],
  ])("one that ends in %i days is %s, and its step says the same", (days, state) => {
    const input = oneClient(days);
    expect(of(input, "password")).toMatchObject([{ state, dueAt: inDays(days), subject: "C00001", client: "C00001", actor: { role: "gestionnaire" } }]);
    const wanted = { upcoming: [], due: ["reset-password due"], "past-due": ["reset-password missing"] }[state];
    expect(actionsOn(plan(input).document, accountOf("C00001"))).toEqual(wanted);
  });

  it("of which no API told the end, ends at the latest 424 days after it first worked", () => {
    expect(of(oneClient(undefined, -400), "password")).toMatchObject([{ dueAt: inDays(24), state: "due", estimated: true }]);
  });

  it("that a person told of, ends at the latest 424 days after", () => {
    const input = offlinePlanInput(clientsOf(1), new Map(), NOW_MS);
    const attestations = wordOn(input, accountOf("C00001"), { until: inDays(200) });
    expect(of({ ...input, attestations }, "password")).toMatchObject([{ dueAt: inDays(324), estimated: true }]);
  });

  it("that works after its latest end was reset since, nobody knows when", () => {
    const record = accountRecord("C00001", undefined, inDays(-500));
    const conditions = record.conditions.map((condition) => ({ ...condition, provenAt: inDays(-1) }));
    const input = offlinePlanInput(clientsOf(1), new Map([[accountOf("C00001"), { ...record, conditions }]]), NOW_MS);
    expect(of(input, "password")).toMatchObject([{ dueAt: inDays(423), state: "upcoming", estimated: true }]);
  });

  it.each([
    [-300, "upcoming", []],
    [-400, "due", ["reset-password due"]],
    [-424, "past-due", ["reset-password missing"]],
  ])("whose end is estimated from a login that first worked %i days ago is %s, and its step says the same", (since, state, wanted) => {
    const input = oneClient(undefined, since);
    expect(of(input, "password")).toMatchObject([{ state, estimated: true }]);
    expect(actionsOn(plan(input).document, accountOf("C00001"))).toEqual(wanted);
  });

  it("waits where its step does, until it is past", () => {
    const waiting = (days: number) => {
      const made = plan(oneClient(days));
      const steps = made.document.steps.map((step) => ({ ...step, waitsFor: [99] }));
      return deadlinesOf({ ...made, document: { ...made.document, steps } }).flatMap(({ kind, state }) => (kind === "password" ? [state] : []));
    };
    expect([31, 10, 0].map(waiting)).toEqual([["upcoming"], ["waiting"], ["past-due"]]);
  });

  it("is told of a refused login where it has ended, and not where it is to end", () => {
    const refused = (days: number) => {
      const made = plan(oneClient(days));
      const assessed = made.assessed.map((one) => ({ ...one, conditions: one.conditions.map((each, index) => (index === 0 ? { ...each, condition: { ...each.condition, status: "false" as const } } : each)) }));
      return deadlinesOf({ ...made, assessed }).flatMap(({ kind, state }) => (kind === "password" ? [state] : []));
    };
    expect([-3, 0, 3].map(refused)).toEqual([["past-due"], ["past-due"], []]);
  });

  it("is never shown as wrong where its end is only estimated", () => {
    const { resources } = plan(oneClient(undefined, -430)).document;
    const [, current] = resources.find(({ address: of }) => of === accountOf("C00001"))?.conditions ?? [];
    expect(current).toMatchObject({ type: "PasswordCurrent", status: "unknown", reason: "expired", unknown: "unprovable" });
  });

  it("ends 424 days after a person told of the account again, whatever an API told before", () => {
    const input = oneClient(10);
    const attestations = wordOn(input, accountOf("C00001"), { at: inDays(-0.5), until: inDays(300) });
    expect(of({ ...input, attestations }, "password")).toMatchObject([{ dueAt: inDays(423.5), estimated: true }]);
  });

  it("ends 424 days after another one was first accepted, whatever an API told before", () => {
    const record = accountRecord("C00001", inDays(10), inDays(-200));
    const conditions = record.conditions.map((condition) =>
      condition.type === "LoginAccepted" ? { ...condition, fact: { fact: "renewed", at: inDays(0.5) } as const } : condition,
    );
    const input = offlinePlanInput(clientsOf(1), new Map([[accountOf("C00001"), { ...record, conditions }]]), NOW_MS + DAY_MS);
    expect(of(input, "password")).toMatchObject([{ dueAt: inDays(424.5), estimated: true, state: "upcoming" }]);
  });

  it("that was told to be there, is reset and not made again once that word is old", () => {
    const input = offlinePlanInput(clientsOf(1), new Map(), NOW_MS);
    const attestations = wordOn(input, accountOf("C00001"), { until: inDays(-1) });
    expect(actionsOn(plan({ ...input, attestations }).document, accountOf("C00001"))).toEqual(["reset-password attestation-expired"]);
  });

  it("that is refused ahead of its end is another one by now", () => {
    const record = accountRecord("C00001", inDays(100), inDays(-10));
    const conditions = record.conditions.map((condition) =>
      condition.type === "LoginAccepted" ? ({ ...condition, status: "false", reason: "login-refused", wasTrue: true } as const) : condition,
    );
    const input = offlinePlanInput(clientsOf(1), new Map([[accountOf("C00001"), { ...record, conditions }]]), NOW_MS);
    expect(of(input, "password")).toEqual([]);
    expect(actionsOn(plan(input).document, accountOf("C00001"))).toEqual(["reset-password missing"]);
  });
});

describe("renewals that are spread", () => {
  const crowd = (perWeek: number, count = 6, selection?: PlanInput["selection"]): PlanInput => ({
    ...offlinePlanInput(
      clientsOf(count, { avant: "90d", etaler: `${perWeek}/semaine` }),
      recordsOf(new Map(codesOf(count).map((code, index) => [code, inDays(20 + index)])), NOW_MS - DAY_MS),
      NOW_MS,
    ),
    ...(selection === undefined ? {} : { selection }),
  });

  it("are due in their week, with a step that says by when", () => {
    const input = crowd(2);
    const passwords = of(input, "password");
    expect(passwords.map(({ week, state }) => `${week} ${state}`)).toEqual([
      "2026-W48 due",
      "2026-W48 due",
      "2026-W49 upcoming",
      "2026-W49 upcoming",
      "2026-W50 upcoming",
      "2026-W50 upcoming",
    ]);
    const { steps } = plan(input).document;
    expect(steps.filter(({ action }) => action === "reset-password").map(({ items, dueAt, doBy, why }) => [items[0]?.address, dueAt, doBy, why])).toEqual([
      [accountOf("C00001"), inDays(20), "2026-11-30T00:00:00Z", "due"],
      [accountOf("C00002"), inDays(21), "2026-11-30T00:00:00Z", "due"],
    ]);
  });

  it("have the same week whatever part of the configuration is looked at", () => {
    const part = of(crowd(2, 6, { targets: [accountOf("C00005")] }), "password");
    expect(part.map(({ week, state }) => `${week} ${state}`)).toEqual(["2026-W50 upcoming"]);
  });

  it("say so where more end than there is room for, and ask for those at once", () => {
    const input = crowd(1);
    const { document } = plan(input);
    expect(document.notices).toContainEqual({ notice: "renewals-beyond", count: 2, from: inDays(24), until: inDays(25) });
    expect(of(input, "password").filter(({ week }) => week === undefined).map(({ state }) => state)).toEqual(["due", "due"]);
    expect(actionsOn(document, accountOf("C00006"))).toEqual(["reset-password due"]);
  });

  it("are planned anew, and nothing else, by a plan of the plan's own outcome", () => {
    const first = plan(crowd(2));
    const records = new Map(first.assessed.map(({ resource, conditions }) => [resource.address, { address: resource.address, conditions: conditions.map(({ condition }) => condition) }]));
    expect(plan({ ...crowd(2), records }).document.steps).toEqual(first.document.steps);
  });
});

describe("people's words", () => {
  const site = address("qualification", "espace", "lyon", "raccordements");
  const worded = (until: Instant): PlanInput => {
    const input = halfWayInput();
    return { ...input, nowMs: NOW_MS, attestations: wordOn(input, site, { until }) };
  };
  const states = (until: Instant): readonly string[] => of(worded(until), "attestation").map(({ state }) => state);

  it.each([
    [inDays(31), "upcoming"],
    [inDays(30), "due"],
    [toInstant(NOW_MS), "due"],
    [toInstant(NOW_MS - 1000), "past-due"],
  ])("hold through their last second: until %s", (until, state) => {
    expect(states(until)).toEqual([state]);
    expect(actionsOn(plan(worded(until)).document, site)).toEqual(state === "past-due" ? ["open-espace attestation-expired"] : []);
  });

  it("count where a difference is accepted, also once its date is past", () => {
    const input = ediInput();
    const edi = address("production", "edi", "lyon");
    for (const [days, state] of [[60, "upcoming"], [3, "due"], [-2, "past-due"]] as const) {
      const attestations = wordOn(input, edi, { until: inDays(days), accepted: "opérateur changé" });
      expect(of({ ...input, attestations }, "difference")).toMatchObject([{ state, address: edi }]);
    }
  });
});

describe("nothing ends", () => {
  const words = (input: PlanInput): readonly string[] => deadlinesOf(plan(input)).filter(({ kind }) => kind === "attestation" || kind === "difference").map(({ kind }) => kind);
  const edi = address("production", "edi", "lyon");

  it("where a client is paused, whatever was said or accepted of what is his", () => {
    const desired = clientsOf(1);
    const production = desired.environments.production;
    const [site] = Object.values(production?.structures ?? {});
    if (production === undefined || site === undefined) throw new Error("the fixture has a structure");
    const paused = { ...desired, environments: { production: { ...production, structures: { C00001: { ...site, etat: "pause" as const } } } } };
    const input = offlinePlanInput(paused, new Map(), NOW_MS);
    expect(wantedResources(paused, NOW_MS).filter(({ lifecycle }) => lifecycle === "paused").length).toBeGreaterThan(0);
    for (const more of [{}, { accepted: "on le sait" }]) {
      const structure = address("production", "structure", "C00001");
      expect(words({ ...input, attestations: wordOn(input, structure, { until: inDays(3), ...more }) })).toEqual([]);
    }
  });

  it("of a difference that was accepted of something else, or that is gone", () => {
    const input = ediInput();
    const accepted = { until: inDays(3), accepted: "opérateur changé" };
    expect(words({ ...input, attestations: wordOn(input, edi, accepted) })).toEqual(["difference"]);
    expect(words({ ...input, attestations: wordOn(input, edi, { ...accepted, covers: "0000000000000000" }) })).toEqual([]);
    const made = plan({ ...input, attestations: wordOn(input, edi, accepted) });
    const gone = made.assessed.map((one) => ({ ...one, conditions: one.conditions.map((each) => ({ ...each, condition: { ...each.condition, status: "true" as const } })) }));
    expect(deadlinesOf({ ...made, assessed: gone }).filter(({ kind }) => kind === "difference")).toEqual([]);
  });
});

describe("what was asked of somebody outside", () => {
  const asked = (...events: readonly (Pick<RequestEvent, "event"> & Partial<RequestEvent> & { readonly day: number })[]): PlanInput => ({
    ...offlinePlanInput(clientsOf(1), new Map(), NOW_MS),
    requests: new Map([[accountOf("C00001"), events.map(({ day, ...event }) => ({ at: inDays(day), address: accountOf("C00001"), action: "create-compte-technique", by: "Camille", ...event }))]]),
  });
  const due = (input: PlanInput) => of(input, "request").map(({ move, state, dueAt }) => ({ move, state, dueAt }));

  it("is due to be reminded of, then to be asked of somebody else", () => {
    expect(due(asked())).toEqual([]);
    expect(due(asked({ day: -3, event: "asked" }))).toEqual([{ move: "remind", state: "upcoming", dueAt: inDays(4) }]);
    expect(due(asked({ day: -8, event: "asked" }))).toEqual([{ move: "remind", state: "past-due", dueAt: inDays(-1) }]);
    const sent = [{ day: -60, event: "asked" }, { day: -53, event: "reminded" }, { day: -45, event: "reminded" }, { day: -30, event: "reminded" }] as const;
    expect(due(asked(...sent))).toEqual([{ move: "escalate", state: "past-due", dueAt: inDays(-15) }]);
  });

  it("is nobody's turn here while it waits for others", () => {
    const made = plan(asked({ day: -8, event: "asked" }));
    const steps = made.document.steps.map((step) => ({ ...step, items: step.items.map((item) => ({ ...item, ...(item.request === undefined ? {} : { request: { ...item.request, waitsFor: "elsewhere" as never } }) })) }));
    expect(deadlinesOf({ ...made, document: { ...made.document, steps } }).filter(({ kind }) => kind === "request")).toEqual([]);
  });

  it("is due to be looked at where it is said to be done, and to be decided where it is refused or blocked", () => {
    expect(due(asked({ day: -3, event: "done" }))).toEqual([{ move: "check", state: "upcoming", dueAt: inDays(4) }]);
    expect(due(asked({ day: -3, event: "refused" }))).toEqual([{ move: "decide", state: "past-due", dueAt: inDays(-3) }]);
    expect(due(asked({ day: -3, event: "blocked" }, { day: -2, event: "noted", until: inDays(9) }))).toEqual([{ move: "decide", state: "upcoming", dueAt: inDays(9) }]);
  });
});

describe("what a deadline is called", () => {
  it("is the same when its date moves, and another for another login", () => {
    const id = (input: PlanInput) => of(input, "password")[0]?.id;
    const desired = clientsOf(1);
    const production = desired.environments.production;
    const account = production?.comptesTechniques["C00001"];
    if (production === undefined || account === undefined) throw new Error("the fixture has an account");
    const renamed = { ...desired, environments: { production: { ...production, comptesTechniques: { C00001: { ...account, login: "TECH_2@cpro.fr" } } } } };
    expect(id(oneClient(20))).toBe(id(oneClient(400)));
    expect(id({ ...oneClient(20), desired: renamed })).not.toBe(id(oneClient(20)));
  });

  it("is what calendars know it by, whoever made them", () => {
    const ids = deadlinesOf(plan(oneClient(20))).flatMap(({ kind, subject, id }) => (kind === "password" || subject === "reset-password" ? [id] : []));
    expect(ids).toEqual(["1ff25af3ef7f902b", "067d28e11dc9efaf"]);
  });

  it("tells deadlines apart", () => {
    const ids = deadlinesOf(plan(halfWayInput())).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

it("puts first what is to be seen to first", () => {
  const dates = deadlinesOf(plan(halfWayInput())).map(({ actBy }) => toMs(actBy));
  expect(dates).toEqual(dates.toSorted((a, b) => a - b));
});

it("puts what is to be done earlier before what ends earlier, in whatever order they are declared", () => {
  for (const early of ["C00001", "C00002"]) {
    const ends = new Map([["C00001", inDays(20)], ["C00002", inDays(20)], [early, inDays(25)]]);
    const made = plan(offlinePlanInput(clientsOf(2), recordsOf(ends, NOW_MS - DAY_MS), NOW_MS));
    const renewal = { week: "2026-W48", from: inDays(0), to: inDays(5) };
    const assessed = made.assessed.map((one) => (one.resource.address === accountOf(early) ? { ...one, conditions: one.conditions.map((each) => ({ ...each, renewal })) } : one));
    expect(deadlinesOf({ ...made, assessed }).filter(({ kind }) => kind === "password").map(({ subject }) => subject)[0]).toBe(early);
  }
});

it("asks to hold the guides of what is declared against their sources a year after", () => {
  const guides = of(oneClient(300), "guide");
  expect(guides.map(({ subject }) => subject)).toContain("reset-password");
  expect(guides.map(({ subject }) => subject)).not.toContain("set-edi");
  const [first] = guides;
  if (first === undefined) throw new Error("there are guides");
  const at = (ms: number) => of({ ...oneClient(300), nowMs: toMs(first.dueAt) + ms }, "guide")[0]?.state;
  expect([at(0), at(1000)]).toEqual(["due", "past-due"]);
});
