import pc from "picocolors";
import { describe, expect, it } from "vitest";
import type { Attestation, Attestations } from "../../../src/model/attestation.ts";
import { address } from "../../../src/model/address.ts";
import { DAY_MS, toInstant, toMs, type Instant } from "../../../src/model/instant.ts";
import { isoWeekOf } from "../../../src/model/iso-week.ts";
import { coversOf } from "../../../src/plan/covers.ts";
import { deadlinesOf } from "../../../src/plan/deadlines.ts";
import { plan, wantedResources, type PlanInput } from "../../../src/plan/plan.ts";
import { statusOf } from "../../../src/plan/status-of.ts";
import { renderStatusText } from "../../../src/views/status-text.ts";
import type { RequestEvent } from "../../../src/model/request.ts";
import { accountOf, clientsOf, codesOf, offlinePlanInput, recordsOf } from "../../support/clients.ts";

/** A Tuesday in November; 500 days later it is April, after three changes of the clock in Paris. */
const START_MS = Date.UTC(2026, 10, 24, 8, 12);
const DAYS = 500;
const CLIENTS = 40;
const PER_WEEK = 3;
const BEFORE_DAYS = 90;
const LIFE_MS = 424 * DAY_MS;

const ZONES = ["UTC", "Europe/Paris", "America/Guadeloupe", "Pacific/Noumea"] as const;

const desired = clientsOf(CLIENTS, { avant: `${BEFORE_DAYS}d`, etaler: `${PER_WEEK}/semaine` });

/** Ends at odd hours, some of them in a crowd, one within the hour that the clock skips in Paris. */
const firstEnds = (): Map<string, Instant> =>
  new Map(
    codesOf(CLIENTS).map((code, index) => {
      const ms = START_MS + (index < 25 ? 60 + (index % 5) : index * 10) * DAY_MS + index * 3_700_000;
      return [code, index === 30 ? ("2027-03-28T01:30:00Z" as Instant) : toInstant(ms)];
    }),
  );

const espace = address("production", "espace", "C00001", "factures-emises");

const wordUntil = (until: Instant, at: Instant): Attestations => {
  const resource = wantedResources(desired, START_MS).find((one) => one.address === espace);
  if (resource === undefined) throw new Error("the fixture has an espace");
  return new Map([[espace, { address: espace, by: "Camille Durand", at, seen: "écran", until, covers: coversOf(resource) } satisfies Attestation]]);
};

const inputOf = (ends: ReadonlyMap<string, Instant>, nowMs: number, attestations: Attestations = new Map()): PlanInput => ({
  ...offlinePlanInput(desired, recordsOf(ends, START_MS - DAY_MS), nowMs),
  attestations,
});

describe("500 days of one who does on each day what the plan asks for", () => {
  const ends = firstEnds();
  const renewals: { readonly atMs: number; readonly endedMs: number }[] = [];
  const attestedOn: number[] = [];
  let attestations = wordUntil(toInstant(START_MS + 100 * DAY_MS), toInstant(START_MS));

  for (let day = 0; day < DAYS; day++) {
    const nowMs = START_MS + day * DAY_MS;
    const { document } = plan(inputOf(ends, nowMs, attestations));
    for (const { action, items } of document.steps) {
      for (const { address: on } of items) {
        const code = on.split("/").at(-1) ?? "";
        const ended = ends.get(code);
        if (action === "reset-password" && ended !== undefined) {
          renewals.push({ atMs: nowMs, endedMs: toMs(ended) });
          ends.set(code, toInstant(nowMs + LIFE_MS));
        } else if (action === "open-espace" && on === espace) {
          attestedOn.push(day);
          attestations = wordUntil(toInstant(nowMs + 100 * DAY_MS), toInstant(nowMs));
        }
      }
    }
  }

  it("renews every password in time, none too early", () => {
    expect(renewals.length).toBeGreaterThan(CLIENTS);
    for (const { atMs, endedMs } of renewals) {
      expect(atMs).toBeLessThan(endedMs);
      expect(endedMs - atMs).toBeLessThanOrEqual(BEFORE_DAYS * DAY_MS);
    }
  });

  it("gives no week more than its share", () => {
    const counts = new Map<string, number>();
    for (const { atMs } of renewals) {
      const { name } = isoWeekOf(atMs);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    expect(Math.max(...counts.values())).toBe(PER_WEEK);
  });

  it("attests again on the day after each word's last one", () => {
    expect(attestedOn).toEqual([101, 202, 303, 404]);
  });
});

describe("500 days of a client who answers nobody until somebody else is asked", () => {
  const account = accountOf("C00001");
  const alone = clientsOf(1, { avant: `${BEFORE_DAYS}d`, etaler: `${PER_WEEK}/semaine` });
  const { clients } = alone;
  if (clients === undefined) throw new Error("the fixture has clients");
  const asking = { ...alone, clients: { ...clients, relances: ["7d", "15d", "30d"] } };
  const ends = new Map([["C00001", toInstant(START_MS + 100 * DAY_MS)]]);
  const events: RequestEvent[] = [];
  const happened: [string, number][] = [];

  for (let day = 0; day < DAYS; day++) {
    const nowMs = START_MS + day * DAY_MS;
    const input = { ...offlinePlanInput(asking, recordsOf(ends, START_MS - DAY_MS), nowMs), requests: new Map([[account, events]]) };
    const standing = plan(input).document.steps.flatMap(({ items }) => items).find((item) => item.address === account)?.request;
    if (standing === undefined) continue;
    const isDue = standing.dueAt !== undefined && toMs(standing.dueAt) <= nowMs;
    const event = standing.state === "to-send" ? "asked" : isDue && standing.escalate !== true ? "reminded" : undefined;
    if (event !== undefined) events.push({ at: toInstant(nowMs), address: account, action: "reset-password", event, by: "Camille" });
    if (event !== undefined || standing.escalate === true) happened.push([event ?? "escalated", day]);
    if (standing.escalate === true) ends.set("C00001", toInstant(nowMs + LIFE_MS));
  }

  it("asks once, reminds in its rhythm, then turns to somebody else; and begins anew for the next end", () => {
    const cycles = [happened.slice(0, 5), happened.slice(5)];
    expect(happened.filter(([event]) => event === "asked")).toHaveLength(2);
    for (const cycle of cycles) {
      const [, first] = cycle[0] ?? ["", Number.NaN];
      const rhythm = [["asked", 0], ["reminded", 7], ["reminded", 15], ["reminded", 30], ["escalated", 45]];
      expect(cycle.map(([event, day]) => [event, day - first])).toEqual(rhythm.slice(0, cycle.length));
    }
  });
});

describe("what is due is due to the second", () => {
  const edges = new Map<string, readonly [number, number]>();
  const ends = firstEnds();
  const word = wordUntil(toInstant(START_MS + 200 * DAY_MS), toInstant(START_MS));
  for (const { id, actFrom, dueAt } of deadlinesOf(plan(inputOf(ends, START_MS, word)))) edges.set(id, [toMs(actFrom), toMs(dueAt)]);

  const stateOf = (id: string, nowMs: number) => deadlinesOf(plan(inputOf(ends, nowMs, word))).find((one) => one.id === id)?.state;

  it("whatever ends, a word and a guide holding through their last second", { timeout: 30_000 }, () => {
    for (const { id, kind, week } of deadlinesOf(plan(inputOf(ends, START_MS, word)))) {
      const [fromMs, dueMs] = edges.get(id) ?? [0, 0];
      // Weeks move while nobody renews: only those that have none keep their first day.
      if (week === undefined && fromMs > START_MS) expect([stateOf(id, fromMs - 1000), stateOf(id, fromMs)]).toEqual(["upcoming", "due"]);
      const lastMs = kind === "password" ? dueMs - 1000 : dueMs;
      expect([stateOf(id, lastMs), stateOf(id, lastMs + 1000)]).toEqual(["due", "past-due"]);
    }
  });
});

describe("time zones and changes of the clock", () => {
  const ends = new Map([["C00001", "2027-03-28T23:30:00Z" as Instant]]);
  const shown = (timeZone: string, nowMs: number): string => {
    const made = plan({ ...inputOf(ends, nowMs), desired: clientsOf(1) });
    return renderStatusText({ document: made.document, status: statusOf(made) }, { language: "fr", width: 160, palette: pc.createColors(false), timeZone });
  };

  it("show the day of the place, and decide alike everywhere", () => {
    const at = Date.UTC(2027, 2, 1);
    expect(ZONES.map((zone) => /(\S+) \(\d+ jours\) +C00001/.exec(shown(zone, at))?.[1])).toEqual(["28/03/2027", "29/03/2027", "28/03/2027", "29/03/2027"]);
    for (const zone of ZONES) {
      expect(shown(zone, toMs("2027-03-28T23:29:59Z"))).toContain("1 d'ici 30 jours");
      expect(shown(zone, toMs("2027-03-28T23:30:00Z"))).toContain("1 échue");
    }
  });
});
