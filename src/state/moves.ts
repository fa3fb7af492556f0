import { address, parseAddress, type Address, type KindName } from "../model/address.ts";
import type { Attestations } from "../model/attestation.ts";
import type { Moved } from "../model/desired.ts";
import type { Condition, ResourceRecord } from "../model/condition.ts";
import { groupBy } from "../model/group-by.ts";
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

type NewName = (old: Address) => Address;

const renaming = (moved: readonly Moved[] | undefined): NewName | undefined => {
  if (moved === undefined || moved.length === 0) return undefined;
  const names = new Map(moved.map(({ from, to }) => [from, to]));
  return (old) => {
    const parts = parseAddress(old);
    if (parts === undefined) return old;
    const own = parts.names.map((name, index) => (index > 0 && SECOND_IS_NO_NAME.has(parts.kind) ? name : (names.get(name) ?? name)));
    return address(parts.environment, parts.kind, ...own);
  };
};

/** After the first name comes an API, an espace or a service's code, which nobody renames. */
const SECOND_IS_NO_NAME: ReadonlySet<KindName> = new Set(["cgu", "subscription", "espace", "service"]);

const renamed = (condition: Condition, newName: NewName): Condition =>
  condition.evidence?.by === "inference"
    ? { ...condition, evidence: { ...condition.evidence, from: condition.evidence.from.map(newName) } }
    : condition;
