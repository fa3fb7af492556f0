import type { Address } from "../model/address.ts";
import type { Records, ResourceRecord } from "../model/condition.ts";

/** What was proven, as last written. */
export interface State {
  /** Drawn once, when the state was created: two states with different ones have nothing to do with each other. */
  readonly lineage: string;
  readonly records: Records;
  /** The subject of each record, which decides its line. */
  readonly subjects: ReadonlyMap<Address, Address>;
}

/** A record with the subject on whose line it stands. */
export interface SubjectRecord {
  readonly subject: Address;
  readonly record: ResourceRecord;
}

export const emptyState = (lineage: string): State => ({ lineage, records: new Map(), subjects: new Map() });

/** The state with some records replaced; all others stay as they are. */
export const withRecords = (state: State, changed: readonly SubjectRecord[]): State => {
  const records = new Map(state.records);
  const subjects = new Map(state.subjects);
  for (const { subject, record } of changed) {
    if (record.conditions.length === 0) {
      records.delete(record.address);
      subjects.delete(record.address);
      continue;
    }
    records.set(record.address, record);
    subjects.set(record.address, subject);
  }
  return { ...state, records, subjects };
};
