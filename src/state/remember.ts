import type { Assessed } from "../plan/assess.ts";
import { recordCovers } from "../plan/covers.ts";
import type { Address } from "../model/address.ts";
import type { Condition, ResourceRecord } from "../model/condition.ts";
import { defined } from "../model/defined.ts";
import { toInstant, toMs } from "../model/instant.ts";
import type { SubjectRecord } from "./state.ts";

export interface RememberOptions {
  readonly nowMs: number;
  /** Age after which a proof that is merely seen again is written again. */
  readonly renewProofAfterMs: number;
  /** Whether anything is recorded of a structure, application or account. */
  readonly isRecorded?: (subject: Address) => boolean;
}

/**
 * The records that a run changes. Only a verdict, a reason, a date or a proof grown old is worth a write: a fact seen
 * again is not, so that a state in Git stays quiet.
 */
export const changedRecords = (assessed: readonly Assessed[], options: RememberOptions): readonly SubjectRecord[] =>
  assessed.flatMap((one) => {
    const record = remember(one, options);
    return record === undefined ? [] : [defined({ subject: one.resource.subject, record, before: one.recorded })];
  });

const remember = (
  { resource, conditions, recorded, known, voided }: Assessed,
  options: RememberOptions,
): ResourceRecord | undefined => {
  if (resource.lifecycle === "paused") return undefined;
  const judged = conditions.flatMap(({ condition, recorded: before }) => {
    const keep = keepOf(condition, before, options) ?? exitBegun(condition, options.isRecorded?.(resource.subject));
    return keep === undefined ? [] : [keep];
  });
  const kept = [...judged, ...notJudged(known, conditions, judged)];
  const mark = markOf(known?.voided, voided, options);
  const covers = recordCovers(resource);
  if (kept.length === 0 && recorded === undefined) return undefined;
  const isSame =
    covers === recorded?.covers &&
    mark === recorded.voided &&
    kept.length === recorded.conditions.length &&
    kept.every((condition) => recorded.conditions.includes(condition));
  return isSame ? undefined : defined({ address: resource.address, conditions: kept, covers, voided: mark });
};

/** What is merely unknown leaves the record as it was; only a contradiction is worth keeping. */
const keepOf = (
  condition: Condition,
  before: Condition | undefined,
  options: RememberOptions,
): Condition | undefined => {
  if (condition.status === "unknown" && condition.unknown !== "contradicted") return before;
  return before !== undefined && isUnchanged(before, condition, options) ? before : condition;
};

/** Of what was known, the exit is recorded as soon as it begins: it is then no surprise to the next run, though no API tells its end. */
const exitBegun = (condition: Condition, isRecorded: boolean | undefined): Condition | undefined =>
  condition.type === "Left" && isRecorded === true ? condition : undefined;

/** What is leaving is judged by its absence alone: until that is proven, what was known of it stays known. */
const notJudged = (
  known: ResourceRecord | undefined,
  conditions: Assessed["conditions"],
  kept: readonly Condition[],
): readonly Condition[] => {
  if (kept.some(({ type, status }) => type === "Left" && status === "true")) return [];
  const judged = new Set(conditions.map(({ condition }) => condition.type));
  return (known?.conditions ?? []).filter(({ type }) => type !== "Left" && !judged.has(type));
};

/** The first evidence that voided an attestation dates it, not the last. */
const markOf = (
  before: ResourceRecord["voided"],
  voided: Assessed["voided"],
  { nowMs }: RememberOptions,
): ResourceRecord["voided"] =>
  voided === undefined || voided.at === before?.attestedAt ? before : { at: toInstant(nowMs), attestedAt: voided.at };

/** A proof of the same moment is the same proof; one seen again counts once the old one has grown old. */
const isUnchanged = (before: Condition, now: Condition, { nowMs, renewProofAfterMs }: RememberOptions): boolean =>
  before.status === now.status &&
  before.reason === now.reason &&
  before.proof === now.proof &&
  JSON.stringify(before.fact) === JSON.stringify(now.fact) &&
  (now.proof !== "attested" || JSON.stringify(before.evidence) === JSON.stringify(now.evidence)) &&
  (before.provenAt === now.provenAt || nowMs - toMs(before.provenAt ?? before.since) < renewProofAfterMs);
