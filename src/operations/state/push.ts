import { isDeepStrictEqual } from "node:util";
import { ChorusError } from "../../diagnostics/chorus-error.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { provenAt } from "../../state/newer-record.ts";
import type { State } from "../../state/state.ts";
import type { StateStore } from "../../state/store.ts";

export interface Pushed {
  readonly state: State;
  /** As the person named it. */
  readonly file: string;
}

/**
 * Puts a whole state where another one is. Throws `CHR-STATE-LINEAGE` where the two have nothing to do with each other and
 * `CHR-STATE-OLDER` where proofs would be lost, unless it is forced.
 */
export const pushState = async (store: StateStore, { state, file }: Pushed, force: boolean): Promise<void> => {
  if (!force) {
    const there = await store.read();
    const { place } = store;
    if (there.records.size > 0 && there.lineage !== state.lineage) throw new ChorusError([diagnostic("CHR-STATE-LINEAGE", "error", { file, place })]);
    const count = newerThan(there, state);
    if (count > 0) throw new ChorusError([diagnostic("CHR-STATE-OLDER", "error", { file, place, count })]);
  }
  await store.replace(state);
};

/** Records of which one state has a newer proof than another, or which that one lacks. */
const newerThan = (there: State, coming: State): number =>
  [...there.records].filter(([address, record]) => {
    const other = coming.records.get(address);
    if (other === undefined || isDeepStrictEqual(record, other)) return other === undefined;
    return record.conditions.some((condition) => {
      const theirs = other.conditions.find(({ type }) => type === condition.type);
      return theirs === undefined || provenAt(condition) > provenAt(theirs);
    });
  }).length;
