import { isDeepStrictEqual } from "node:util";
import type { Address } from "../model/address.ts";
import type { ResourceRecord } from "../model/condition.ts";
import { newerRecord } from "./newer-record.ts";
import type { State, SubjectRecord } from "./state.ts";

/**
 * The state with what a run changed. Each change says what it was made from: where the state has something else by now,
 * somebody else wrote meanwhile, and the newer proof stays. Other records stay as they are.
 */
export const changeState = (state: State, changed: readonly SubjectRecord[], gone: readonly Address[] = []): State => {
  const records = new Map(state.records);
  const subjects = new Map(state.subjects);
  for (const change of changed) {
    const { address } = change.record;
    const record = mergedWith(records.get(address), change);
    if (record.conditions.length === 0) {
      records.delete(address);
      subjects.delete(address);
      continue;
    }
    records.set(address, record);
    subjects.set(address, change.subject);
  }
  for (const address of gone) {
    records.delete(address);
    subjects.delete(address);
  }
  return { ...state, records, subjects };
};

/** The subjects that two states have otherwise. */
export const changedSubjects = (before: State, after: State): ReadonlySet<Address> => {
  const changed = new Set<Address>();
  for (const [one, other] of [[before, after], [after, before]] as const) {
    for (const [address, record] of one.records) {
      const theirs = other.records.get(address);
      if (theirs !== record && !isDeepStrictEqual(theirs, record)) changed.add(one.subjects.get(address) ?? address);
    }
  }
  return changed;
};

const mergedWith = (now: ResourceRecord | undefined, { record, before }: SubjectRecord): ResourceRecord =>
  now === undefined || isDeepStrictEqual(now, before) ? record : newerRecord(now, record);
