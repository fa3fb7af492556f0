import type { Address } from "../model/address.ts";
import type { Condition, Evidence, ResourceRecord } from "../model/condition.ts";
import { groupBy } from "../model/group-by.ts";
import type { State } from "./state.ts";

/** Version of the format that is written. */
export const STATE_VERSION = 1;

/**
 * The state as text: a header, then one line for each subject and environment, sorted, keys in a fixed order. The same
 * state gives the same bytes, so that Git shows a change only where a fact changed.
 */
export const serializeState = (state: State): string => {
  const header = { chorus: "state", version: STATE_VERSION, lineage: state.lineage };
  const bySubject = groupBy(
    [...state.records.values()].toSorted((a, b) => (a.address < b.address ? -1 : 1)),
    ({ address }) => state.subjects.get(address) ?? address,
  );
  const lines = [...bySubject.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([subject, records]) => ({ subject, records: records.map((record) => toStoredRecord(subject, record)) }));
  return `${[header, ...lines].map((line) => JSON.stringify(line)).join("\n")}\n`;
};

export interface StoredLine {
  readonly subject: Address;
  readonly records: readonly StoredRecord[];
}

export interface StoredRecord {
  /** Absent where it is the subject itself. */
  readonly address?: Address;
  readonly conditions: readonly StoredCondition[];
  readonly covers?: ResourceRecord["covers"];
  readonly voided?: ResourceRecord["voided"];
}

/** A condition without what can be derived: no proof means verified, no `provenAt` means proven when it became so. */
export interface StoredCondition {
  readonly type: Condition["type"];
  readonly status: Condition["status"];
  readonly reason: Condition["reason"];
  readonly proof?: Condition["proof"];
  readonly since: Condition["since"];
  readonly provenAt?: Condition["provenAt"];
  readonly unknown?: Condition["unknown"];
  readonly fact?: Condition["fact"];
  readonly evidence?: StoredEvidence;
}

export type StoredEvidence =
  | { readonly request: string; readonly status?: number; readonly correlationId?: string; readonly tries?: number }
  | { readonly from: readonly Address[] }
  | { readonly attestedAt: string; readonly until: string };

const toStoredRecord = (subject: Address, { address, covers, conditions, voided }: ResourceRecord): StoredRecord => ({
  ...(address === subject ? {} : { address }),
  ...(covers === undefined ? {} : { covers }),
  conditions: conditions.map(toStoredCondition),
  ...(voided === undefined ? {} : { voided: { at: voided.at, attestedAt: voided.attestedAt } }),
});

const toStoredCondition = (condition: Condition): StoredCondition => ({
  type: condition.type,
  status: condition.status,
  reason: condition.reason,
  ...(condition.proof === "verified" ? {} : { proof: condition.proof }),
  since: condition.since,
  ...(condition.provenAt === undefined || condition.provenAt === condition.since ? {} : { provenAt: condition.provenAt }),
  ...(condition.unknown === undefined ? {} : { unknown: condition.unknown }),
  ...(condition.fact === undefined ? {} : { fact: condition.fact }),
  ...(condition.evidence === undefined ? {} : { evidence: toStoredEvidence(condition.evidence) }),
});

const toStoredEvidence = (evidence: Evidence): StoredEvidence => {
  if (evidence.by === "inference") return { from: evidence.from };
  if (evidence.by === "attestation") return { attestedAt: evidence.at, until: evidence.until };
  const { request, status, correlationId, tries } = evidence;
  return {
    request,
    ...(status === undefined ? {} : { status }),
    ...(correlationId === undefined ? {} : { correlationId }),
    ...(tries === 1 ? {} : { tries }),
  };
};
