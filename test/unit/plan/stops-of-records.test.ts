import { describe, expect, it } from "vitest";
import type { Address } from "../../../src/model/address.ts";
import type { Desired, Structure } from "../../../src/model/desired.ts";
import { plan, wantedResources, type PlanInput } from "../../../src/plan/plan.ts";
import { stopsOfRecords, type Recorded } from "../../../src/plan/review/stops-of-records.ts";
import { changeState } from "../../../src/state/change-state.ts";
import { changedRecords } from "../../../src/state/remember.ts";
import { emptyState } from "../../../src/state/state.ts";
import { clientsInput } from "../../support/report-world.ts";

const BASE = await clientsInput(40);

/** The first clients leave, on a date. */
const withLeaving = (count: number, date = "2026-01-01T00:00:00Z"): Desired => {
  const desired = structuredClone(BASE.desired);
  const structures = desired.environments.production?.structures as Record<string, Structure>;
  for (const name of Object.keys(structures).filter((one) => one.startsWith("C")).slice(0, count)) Object.assign(structures[name] as object, { etat: "sortant", date });
  return desired;
};

const recordedOf = ({ desired, records, nowMs }: PlanInput, gone: readonly Address[] = []): Recorded => ({
  records,
  subjects: new Map(wantedResources(desired, nowMs).map(({ address, subject }) => [address, subject])),
  gone,
});

const stops = (desired: Desired, recorded = recordedOf(BASE), options = {}) => stopsOfRecords({ desired, resources: wantedResources(desired, BASE.nowMs) }, recorded, options);

describe("what an environment's records say of a change that nobody reviewed", () => {
  it("stops beyond a fifth, which whoever says so may pass", () => {
    expect(stops(withLeaving(0))).toEqual([]);
    expect(stops(withLeaving(6))).toEqual([]);
    const [stop] = stops(withLeaving(12));
    expect(stop).toMatchObject({ stop: "ends", environment: "production", ended: 11, of: 39 });
    expect(stops(withLeaving(12), recordedOf(BASE), { allowEnds: true })).toEqual([]);
    expect(stops(withLeaving(40, "2999-01-01T00:00:00Z"))).toEqual([]);
  });

  it("counts what the next write would drop", () => {
    const { records, subjects } = recordedOf(BASE);
    const gone = [...records.keys()].filter((address) => /structure\/C000[12]\d$/.test(address));
    expect(gone.length).toBeGreaterThan(10);
    expect(stops(withLeaving(0), { records, subjects, gone })).toMatchObject([{ stop: "ends" }]);
  });

  it("counts an exit once: what began is recorded, though no API tells of some that they are over", () => {
    const leaving = { ...BASE, desired: withLeaving(12), attestations: new Map() };
    const before = recordedOf(BASE);
    const isRecorded = (subject: Address): boolean => [...before.subjects.values()].includes(subject);
    const changed = changedRecords(plan(leaving).assessed, { nowMs: BASE.nowMs, renewProofAfterMs: 1, isRecorded });
    const state = changeState({ ...emptyState("test"), records: BASE.records, subjects: before.subjects }, changed);
    expect(stops(leaving.desired, { ...state, gone: [] })).toEqual([]);
    const again = changedRecords(plan({ ...leaving, records: state.records }).assessed, { nowMs: BASE.nowMs, renewProofAfterMs: Number.POSITIVE_INFINITY, isRecorded });
    expect(again).toEqual([]);
    const back = changedRecords(plan({ ...BASE, records: state.records }).assessed, { nowMs: BASE.nowMs, renewProofAfterMs: 1, isRecorded });
    const returned = changeState(state, back);
    expect([...returned.records.values()].filter(({ conditions }) => conditions.some(({ type }) => type === "Left"))).toEqual([]);
  });

  it("counts what is new, other or leaving against --max-changes, and nothing where all is as recorded", () => {
    expect(stops(withLeaving(2), recordedOf(BASE), { maxChanges: 1 })).toMatchObject([{ stop: "changes", limit: 1 }]);
    expect(stops(withLeaving(0), { records: new Map(), subjects: new Map(), gone: [] }, { maxChanges: 10 })).toMatchObject([{ stop: "changes", limit: 10 }]);
  });
});
