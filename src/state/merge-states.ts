import { isDeepStrictEqual } from "node:util";
import type { Address } from "../model/address.ts";
import type { Condition, ResourceRecord } from "../model/condition.ts";
import { latestProof, provenAt } from "./newer-record.ts";
import type { State } from "./state.ts";

/**
 * Two states that grew from one, as Git merges branches. What one side alone changed is taken from it. Where both changed a
 * record: the one that is about what the merged configuration says, which is that of the side that changed what it is
 * about; else the newer proof, claim by claim; of proofs of the same moment that differ, neither: the claim is not known
 * until it is looked at again. Undefined where the two have nothing to do with each other.
 */
export const mergeStates = (base: State | undefined, ours: State, theirs: State): State | undefined => {
  if (!areRelated(base, ours, theirs)) return undefined;
  const records = new Map<Address, ResourceRecord>();
  const subjects = new Map<Address, Address>();
  for (const address of new Set([...ours.records.keys(), ...theirs.records.keys()])) {
    const [before, one, other] = [base, ours, theirs].map((state) => state?.records.get(address));
    const record = mergeRecord(before, one, other);
    if (record === undefined || record.conditions.length === 0) continue;
    records.set(address, record);
    subjects.set(address, (isDeepStrictEqual(record, other) ? theirs : ours).subjects.get(address) ?? theirs.subjects.get(address) ?? address);
  }
  return { lineage: ours.lineage, records, subjects };
};

/** Of one lineage, or both begun where there was none. */
const areRelated = (base: State | undefined, ours: State, theirs: State): boolean =>
  ours.lineage === theirs.lineage || base === undefined || base.records.size === 0;

const mergeRecord = (
  base: ResourceRecord | undefined,
  ours: ResourceRecord | undefined,
  theirs: ResourceRecord | undefined,
): ResourceRecord | undefined => {
  if (isDeepStrictEqual(ours, theirs) || isDeepStrictEqual(theirs, base)) return ours;
  if (isDeepStrictEqual(ours, base)) return theirs;
  // One side forgot what the other saw again: what was seen is a fact.
  if (ours === undefined || theirs === undefined) return ours ?? theirs;
  if (ours.covers === theirs.covers) return bothOf(ours, theirs);
  if (base !== undefined && ours.covers === base.covers) return theirs;
  if (base !== undefined && theirs.covers === base.covers) return ours;
  // Both changed what it is about: the configuration holds one of them at most, and what is about another proves nothing.
  return inOrder(ours, theirs)[1];
};

const bothOf = (ours: ResourceRecord, theirs: ResourceRecord): ResourceRecord => {
  const [older, newer] = inOrder(ours, theirs);
  const types = [...newer.conditions, ...older.conditions].map(({ type }) => type);
  const conditions = [...new Set(types)].flatMap((type) => mergeClaims(claim(older, type), claim(newer, type)));
  const voided = [older.voided, newer.voided].filter((one) => one !== undefined).toSorted((a, b) => (a.attestedAt < b.attestedAt ? -1 : 1)).at(-1);
  return { ...older, ...newer, conditions, ...(voided === undefined ? {} : { voided }) };
};

const claim = ({ conditions }: ResourceRecord, type: Condition["type"]): Condition | undefined => conditions.find((one) => one.type === type);

const mergeClaims = (one: Condition | undefined, other: Condition | undefined): readonly Condition[] => {
  if (one === undefined || other === undefined) return [one ?? other ?? []].flat();
  const [at, after] = [provenAt(one), provenAt(other)];
  if (at !== after) return [at > after ? one : other];
  return one.status === other.status ? [inTextOrder(one, other)[1]] : [];
};

/** By their latest proof, then by their text: the same order whichever side is ours. */
const inOrder = (one: ResourceRecord, other: ResourceRecord): readonly [ResourceRecord, ResourceRecord] => {
  const [at, after] = [latestProof(one), latestProof(other)];
  if (at === after) return inTextOrder(one, other);
  return at > after ? [other, one] : [one, other];
};

const inTextOrder = <T>(one: T, other: T): readonly [T, T] => (JSON.stringify(one) > JSON.stringify(other) ? [other, one] : [one, other]);
