import { ChorusError } from "../../diagnostics/chorus-error.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { parseAddress } from "../../model/address.ts";
import { applyMoves } from "../../state/moves.ts";
import type { StateStore } from "../../state/store.ts";
import { subjectOf } from "./recorded.ts";

/**
 * Puts everything that is recorded under a name under another one, as `moved:` in the configuration does. Throws
 * `CHR-ADDRESS-UNKNOWN` where nothing is recorded under the first, `CHR-STATE-TAKEN` where something is under the second.
 *
 * @returns the number of subjects that changed
 */
export const moveRecords = async (store: StateStore, from: string, to: string): Promise<number> => {
  const before = await store.read();
  const after = applyMoves(before, [{ from, to }]);
  const old = [...before.records.keys()].filter((address) => !after.records.has(address));
  if (old.length === 0) throw new ChorusError([diagnostic("CHR-ADDRESS-UNKNOWN", "error", { address: from, of: "state" })]);
  const taken = [...before.records.keys()].find((address) => parseAddress(subjectOf(before, address))?.names[0] === to);
  if (taken !== undefined) throw new ChorusError([diagnostic("CHR-STATE-TAKEN", "error", { address: taken })]);
  const moved = [...after.records].filter(([address, record]) => before.records.get(address) !== record);
  return store.commit(moved.map(([address, record]) => ({ subject: subjectOf(after, address), record, ...beforeOf(before.records.get(address)) })), old);
};

const beforeOf = <T>(before: T | undefined): { readonly before?: T } => (before === undefined ? {} : { before });
