import { address, type Address } from "../model/address.ts";
import type { Attestations } from "../model/attestation.ts";
import type { Moved } from "../model/desired.ts";
import type { Condition, ResourceRecord } from "../model/condition.ts";
import { groupBy } from "../model/group-by.ts";
import { renaming, type NewName } from "../model/renaming.ts";
import { inOrder, type RequestJournal } from "../model/request.ts";
import type { State } from "./state.ts";

/**
 * The state with the records of names that changed under their new names: `moved` keeps what was proven. What is already
 * known under a new name stays.
 */
export const applyMoves = (state: State, moved: readonly Moved[] | undefined): State => {
  const newName = renaming(moved);
  if (newName === undefined) return state;
  const records = new Map<Address, ResourceRecord>();
  const subjects = new Map<Address, Address>();
  for (const [old, record] of state.records) {
    const now = newName(old);
    if (now !== old && state.records.has(now)) continue;
    records.set(now, { ...record, address: now, conditions: record.conditions.map((condition) => renamed(condition, newName)) });
    subjects.set(now, newName(state.subjects.get(old) ?? old));
  }
  return { ...state, records, subjects };
};

/** People's words under the new names, for as long as they are written under the old ones. */
export const moveAttestations = (attestations: Attestations, moved: readonly Moved[] | undefined): Attestations => {
  const newName = renaming(moved);
  if (newName === undefined) return attestations;
  return new Map(
    [...attestations.values()].flatMap((attestation) => {
      const now = newName(attestation.address);
      return now !== attestation.address && attestations.has(now) ? [] : [[now, { ...attestation, address: now }] as const];
    }),
  );
};

/** What was asked about the old names. */
export const moveRequests = (journal: RequestJournal, moved: readonly Moved[] | undefined): RequestJournal => {
  const newName = renaming(moved);
  if (newName === undefined) return journal;
  const events = [...journal.values()].flat().map((event) => ({ ...event, address: newName(event.address) }));
  return groupBy(events.toSorted(inOrder), ({ address: now }) => now);
};

/** What stands in an address of a name that changed. */
export const oldNames = (moved: readonly Moved[] | undefined): readonly string[] =>
  (moved ?? []).map(({ from }) => address("production", "structure", from).slice("production/structure/".length));

const renamed = (condition: Condition, newName: NewName): Condition => {
  const now = withNames(condition, newName);
  return now.was === undefined ? now : { ...now, was: withNames(now.was, newName) };
};

const withNames = <T extends Pick<Condition, "evidence">>(claim: T, newName: NewName): T =>
  claim.evidence?.by === "inference" ? { ...claim, evidence: { ...claim.evidence, from: claim.evidence.from.map(newName) } } : claim;
