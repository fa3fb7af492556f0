import { closest } from "../../config/closest.ts";
import { ChorusError } from "../../diagnostics/chorus-error.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { isAddress, type Address } from "../../model/address.ts";
import type { ResourceRecord } from "../../model/condition.ts";
import { possibleSubjects } from "../../state/possible-subjects.ts";
import type { State } from "../../state/state.ts";
import type { StateStore } from "../../state/store.ts";

/**
 * The records that addresses name, sorted: each one's own, and of a subject all that are on its line. Throws
 * `CHR-ADDRESS-UNKNOWN` for each that names nothing.
 */
export const recordedAt = (state: State, asked: readonly string[]): readonly ResourceRecord[] => {
  const known = new Set<string>([...state.records.keys(), ...state.subjects.values()]);
  const unknown = asked.filter((address) => !known.has(address));
  if (unknown.length > 0) {
    throw new ChorusError(unknown.map((address) => diagnostic("CHR-ADDRESS-UNKNOWN", "error", { address, of: "state", ...closest(address, [...known]) })));
  }
  const wanted = new Set(asked);
  return [...state.records.values()]
    .filter(({ address }) => wanted.has(address) || wanted.has(subjectOf(state, address)))
    .toSorted((a, b) => (a.address < b.address ? -1 : 1));
};

/** What is recorded at these addresses, without the rest being read where they are known. */
export const readRecorded = async (store: StateStore, asked: readonly string[]): Promise<{ readonly state: State; readonly records: readonly ResourceRecord[] }> => {
  const some = await store.read(new Set(asked.flatMap((address) => (isAddress(address) ? possibleSubjects(address) : []))));
  const known = new Set<string>([...some.records.keys(), ...some.subjects.values()]);
  // For an address that is not known, the one that was meant may be anywhere.
  const state = asked.every((address) => known.has(address)) ? some : await store.read();
  return { state, records: recordedAt(state, asked) };
};

export const subjectOf = (state: State, address: Address): Address => state.subjects.get(address) ?? address;
