import { expect, it } from "vitest";
import type { Address } from "../../../src/model/address.ts";
import { toInstant } from "../../../src/model/instant.ts";
import type { RequestEvent } from "../../../src/model/request.ts";
import type { Actor, Step } from "../../../src/model/step.ts";
import type { Assessed } from "../../../src/plan/assess.ts";
import { withRequests } from "../../../src/plan/with-requests.ts";
import { resourceAt } from "../../support/hand-made.ts";

const NOW_MS = Date.UTC(2026, 10, 24);
const OURS: Actor = { role: "piste" };
const FINANCES: Actor = { role: "gestionnaire", name: "finances" };
const ESPACE = "production/espace/lyon/a" as Address;

const assessed = new Map<Address, Assessed>([[
  ESPACE,
  { resource: resourceAt(ESPACE, { spec: { structure: { name: "lyon", identifiant: "1", type: "SIRET" }, gestionnaire: {} } }), conditions: [], recorded: undefined, known: undefined },
]]);

const step = (number: number, actor: Actor, more: Partial<Step> = {}): Step =>
  ({ number, action: "open-espace", mode: "manual", actor, items: [{ address: ESPACE, arguments: { espace: "a" } }], waitsFor: [], ...more }) as unknown as Step;

const requestsOf = (steps: readonly Step[], events: readonly RequestEvent[] = []) =>
  withRequests(steps, { requests: new Map(events.length === 0 ? [] : [[ESPACE, events]]), assessed, attestations: new Map(), rhythm: [], nowMs: NOW_MS }).map(({ items }) => items);

it("leaves alone what we do ourselves, and what Chorus does", () => {
  const steps = [step(1, OURS), step(2, { role: "chorus" }, { mode: "automatic" })];
  expect(withRequests(steps, { requests: new Map(), assessed, attestations: new Map(), rhythm: [], nowMs: NOW_MS })).toStrictEqual(steps);
});

it("says of each thing that somebody outside does where its request stands", () => {
  const item = { address: ESPACE, arguments: { espace: "a" } };
  expect(requestsOf([step(1, FINANCES)])).toStrictEqual([[{ ...item, request: { state: "to-send", reminders: 0 } }]]);
  const asked: RequestEvent = { at: toInstant(NOW_MS), address: ESPACE, action: "open-espace", event: "asked", by: "Camille" };
  expect(requestsOf([step(1, FINANCES)], [asked])).toMatchObject([[{ ...item, request: { state: "asked", askedAt: asked.at } }]]);
});

it("names the steps of others that come first, not one's own", () => {
  const steps = [step(1, OURS), step(2, FINANCES), step(3, FINANCES, { waitsFor: [1, 2] })];
  expect(requestsOf(steps).map(([item]) => item?.request)).toStrictEqual([undefined, { state: "to-send", reminders: 0 }, { state: "to-send", reminders: 0, waitsFor: [1] }]);
});
