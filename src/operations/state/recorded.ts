import { closest } from "../../config/closest.ts";
import { ChorusError } from "../../diagnostics/chorus-error.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Address } from "../../model/address.ts";
import type { ResourceRecord } from "../../model/condition.ts";
import type { State } from "../../state/state.ts";

/**
 * The records that addresses name, sorted: each one's own, and of a subject all that are on its line. Throws
 * `CHR-ADDRESS-UNKNOWN` for each that names nothing.
 */
export const recordedAt = (state: State, asked: readonly string[]): readonly ResourceRecord[] => {
  const known = new Set<string>([...state.records.keys(), ...state.subjects.values()]);
  const unknown = asked.filter((address) => !known.has(address));
  if (unknown.length > 0) {
    throw new ChorusError(unknown.map((address) => diagnostic("CHR-ADDRESS-UNKNOWN", "error", { address, ...closest(address, [...known]) })));
  }
  const wanted = new Set(asked);
  return [...state.records.values()]
    .filter(({ address }) => wanted.has(address) || wanted.has(subjectOf(state, address)))
    .toSorted((a, b) => (a.address < b.address ? -1 : 1));
};

export const subjectOf = (state: State, address: Address): Address => state.subjects.get(address) ?? address;
