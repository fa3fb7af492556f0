import { createHash } from "node:crypto";
import { ChorusError } from "../../diagnostics/chorus-error.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { StateLocation } from "../../model/desired.ts";
import { serializeState } from "../../state/serialize-state.ts";
import type { State } from "../../state/state.ts";
import { openStore, type StorePorts } from "../open-store.ts";
import type { OpenedState } from "./open-state.ts";

export interface Migrated {
  readonly place: string;
  readonly records: number;
  /** SHA-256 of the state in the form of its file: the same in both places. */
  readonly digest: string;
}

/**
 * Writes the state somewhere else too, reads it back and compares: nothing is taken away from where it is. Throws
 * `CHR-STATE-MIGRATION` where something is there already, unless it is forced, and where what comes back differs. Broken
 * off, it is begun again.
 */
export const migrateState = async (
  { store, options }: OpenedState,
  to: StateLocation | "file",
  ports: StorePorts,
  force: boolean,
): Promise<Migrated> => {
  const state = await store.read();
  const target = await openStore(to === "file" ? undefined : to, ports, { ...options, acceptNew: true });
  const { place } = target;
  const there = await target.read();
  if (!force && there.records.size > 0 && digestOf(there) !== digestOf(state)) {
    throw new ChorusError([diagnostic("CHR-STATE-MIGRATION", "error", { place, problem: "not-empty", count: there.records.size })]);
  }
  await target.replace(state);
  const back = await target.read();
  if (digestOf(back) !== digestOf(state)) {
    throw new ChorusError([diagnostic("CHR-STATE-MIGRATION", "error", { place, problem: "differs", count: back.records.size })]);
  }
  return { place, records: back.records.size, digest: digestOf(back) };
};

const digestOf = (state: State): string => createHash("sha256").update(serializeState(state)).digest("hex");
