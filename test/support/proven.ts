import { address } from "../../src/model/address.ts";
import type { ResourceRecord } from "../../src/model/condition.ts";
import { toInstant } from "../../src/model/instant.ts";
import type { SubjectRecord } from "../../src/state/state.ts";

export interface Proven {
  /** When it was proven, milliseconds since the epoch. */
  readonly at?: number;
  readonly status?: "true" | "false";
  readonly before?: ResourceRecord;
}

/** A structure of production, proven active. */
export const proven = (name: string, { at = 0, status = "true", before }: Proven = {}): SubjectRecord => {
  const subject = address("production", "structure", name);
  const provenAt = toInstant(at);
  const record: ResourceRecord = {
    address: subject,
    conditions: [{ type: "Active", status, reason: "structure-active", proof: "verified", since: provenAt, provenAt }],
    covers: "0123abcd",
  };
  return { subject, record, ...(before === undefined ? {} : { before }) };
};
