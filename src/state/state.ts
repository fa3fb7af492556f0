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
  /** Without a condition: there is nothing to record any more. */
  readonly record: ResourceRecord;
  /** What it was made from; absent where nothing was recorded. */
  readonly before?: ResourceRecord;
}

export const emptyState = (lineage: string): State => ({ lineage, records: new Map(), subjects: new Map() });
