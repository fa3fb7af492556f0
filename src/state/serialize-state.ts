import type { Address } from "../model/address.ts";
import type { Before, Condition, Evidence, ResourceRecord } from "../model/condition.ts";
import { defined } from "../model/defined.ts";
import { isEnvironmentName } from "../model/environment.ts";
import type { Instant } from "../model/instant.ts";
import type { Origin } from "../model/origin.ts";
import { groupBy } from "../model/group-by.ts";
import type { State } from "./state.ts";

/**
 * Version of the format that is written. Every member that is added raises it: a line is held to its schema, so an older
 * Chorus would call it damaged rather than newer.
 */
export const STATE_VERSION = 2;

/**
 * The state as text: a header, then one line for each subject and environment, sorted, keys in a fixed order. The same
 * state gives the same bytes, so that Git shows a change only where a fact changed.
 */
export const serializeState = (state: State): string => {
  const header = JSON.stringify({ chorus: "state", version: STATE_VERSION, lineage: state.lineage });
  return `${[header, ...stateLines(state).map(({ line }) => line)].join("\n")}\n`;
};

/** The lines below the header, by their subject and in its order. */
export const stateLines = (state: State): readonly StateLine[] => {
  const bySubject = groupBy(
    [...state.records.values()].toSorted((a, b) => (a.address < b.address ? -1 : 1)),
    ({ address }) => state.subjects.get(address) ?? address,
  );
  return [...bySubject.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([subject, records]) => ({ subject, line: JSON.stringify(toStoredLine(subject, records)) }));
};

export interface StateLine {
  readonly subject: Address;
  readonly line: string;
}

export interface StoredLine {
  readonly subject: Address;
  /** What its records are about, but for those that say otherwise. */
  readonly covers?: string;
  /** One answer that proves several of its conditions, whose request then is `=`. */
  readonly request?: string;
  readonly id?: string;
  /** The proof from elsewhere that brought its conditions, those that say so. */
  readonly origin?: Origin;
  readonly records: readonly StoredRecord[];
}

export type StoredRecord = {
  /** Absent where it is the subject itself. Without its environment, and with `=` for the name of the subject. */
  readonly address?: string;
  readonly covers?: string;
  readonly voided?: ResourceRecord["voided"];
  /** A condition that is alone stands without a list. */
} & (StoredCondition | { readonly conditions: readonly StoredCondition[] });

/**
 * A condition without what can be derived: no status means true, no proof verified, no reason of what is attested
 * `attested`, no `provenAt` proven when it became so.
 */
export type StoredCondition = Partial<StoredEvidence> & {
  readonly type: Condition["type"];
  readonly status?: Condition["status"];
  readonly reason?: Condition["reason"];
  readonly proof?: Condition["proof"];
  readonly since: Condition["since"];
  readonly provenAt?: Condition["provenAt"];
  readonly unknown?: Condition["unknown"];
  readonly wasTrue?: Condition["wasTrue"];
  /** With its own request: the line's answer is of now. */
  readonly was?: Omit<StoredCondition, "type">;
  readonly fact?: Condition["fact"];
};

/** A request, the resources it follows from, or an attestation. No `http` means 200, no tries one, no `attestedAt` when it became so. */
export interface StoredEvidence {
  readonly request: string;
  readonly http: number;
  readonly id: string;
  readonly tries: number;
  readonly from: readonly Address[];
  readonly attestedAt: Instant;
  readonly until: Instant;
  /** `true`: the line's. */
  readonly origin: Origin | true;
}

const toStoredLine = (subject: Address, records: readonly ResourceRecord[]): StoredLine => {
  const covers = (records.find(({ address }) => address === subject) ?? records[0])?.covers;
  const shared: Shared = { covers, ...commonAnswer(records), origin: latestOrigin(records) };
  return defined({
    subject,
    ...shared,
    records: records.map((record) => toStoredRecord(subject, record, shared)),
  });
};

type Shared = Pick<StoredLine, "request" | "id"> & { readonly covers: string | undefined; readonly origin: Origin | undefined };

/** Of the proofs that brought its conditions, the last. */
const latestOrigin = (records: readonly ResourceRecord[]): Origin | undefined =>
  records
    .flatMap(({ conditions }) => conditions)
    .flatMap(({ evidence }) => originOf(evidence) ?? [])
    .reduce<Origin | undefined>((latest, one) => (latest === undefined || one.at > latest.at ? one : latest), undefined);

const originOf = (evidence: Evidence | undefined): Origin | undefined =>
  evidence === undefined || evidence.by === "attestation" ? undefined : evidence.origin;

const storedOrigin = (origin: Origin | undefined, shared: Shared): Origin | true | undefined =>
  origin !== undefined && origin.client === shared.origin?.client && origin.at === shared.origin.at ? true : origin;

/** The answer that proves most of the conditions, where it proves several: a list names many structures and says much of each. */
const commonAnswer = (records: readonly ResourceRecord[]): Pick<StoredLine, "request" | "id"> | undefined => {
  const answers = records
    .flatMap(({ conditions }) => conditions)
    .flatMap(({ evidence }) => (evidence?.by === "api" && evidence.correlationId !== undefined ? [evidence] : []));
  const groups = [...groupBy(answers, ({ request, correlationId }) => `${request} ${correlationId}`).values()];
  const most = groups.reduce<readonly (typeof answers)[number][]>((best, group) => (group.length > best.length ? group : best), []);
  const [first] = most;
  return first === undefined || most.length < 2 ? undefined : defined({ request: first.request, id: first.correlationId });
};

const toStoredRecord = (
  subject: Address,
  { address, covers, conditions, voided }: ResourceRecord,
  shared: Shared,
): StoredRecord => ({
  ...(address === subject ? {} : { address: shortAddress(address, subject) }),
  ...(covers === undefined || covers === shared.covers ? {} : { covers }),
  ...(conditions.length === 1 && conditions[0] !== undefined
    ? toStoredCondition(conditions[0], shared)
    : { conditions: conditions.map((condition) => toStoredCondition(condition, shared)) }),
  ...(voided === undefined ? {} : { voided: { at: voided.at, attestedAt: voided.attestedAt } }),
});

const toStoredCondition = (condition: Condition, shared: Shared): StoredCondition =>
  defined({
    type: condition.type,
    ...(condition.status === "true" ? {} : { status: condition.status }),
    ...(condition.proof === "attested" && condition.reason === "attested" ? {} : { reason: condition.reason }),
    ...(condition.proof === "verified" ? {} : { proof: condition.proof }),
    since: condition.since,
    ...(condition.provenAt === undefined || condition.provenAt === condition.since ? {} : { provenAt: condition.provenAt }),
    unknown: condition.unknown,
    wasTrue: condition.wasTrue,
    was: condition.was === undefined ? undefined : storedBefore(condition.was),
    fact: condition.fact,
    ...(condition.evidence === undefined ? {} : toStoredEvidence(condition.evidence, condition.since, shared)),
  });

const storedBefore = (was: Before): Omit<StoredCondition, "type"> => {
  const { type: _type, ...stored } = toStoredCondition({ type: "Exists", status: "true", ...was }, { covers: undefined, origin: undefined });
  return stored;
};

const toStoredEvidence = (evidence: Evidence, since: Instant, shared: Shared): Partial<StoredEvidence> => {
  const origin = storedOrigin(originOf(evidence), shared);
  if (evidence.by === "inference") return defined({ from: evidence.from, origin });
  if (evidence.by === "attestation") {
    return { ...(evidence.at === since ? {} : { attestedAt: evidence.at }), until: evidence.until };
  }
  const { request, status, correlationId, tries } = evidence;
  const isShared = shared.request === request && shared.id === correlationId;
  return defined({
    request: isShared ? SAME_ANSWER : request,
    ...(status === OK ? {} : { http: status ?? NO_ANSWER }),
    id: isShared ? undefined : correlationId,
    ...(tries === 1 ? {} : { tries }),
    origin,
  });
};

/** `production/espace/lyon/factures-emises` on the line of `production/structure/lyon`: `espace/=/factures-emises`. */
const shortAddress = (address: Address, subject: Address): string => {
  const [environment, , ...names] = subject.split("/");
  const [own, kind, ...parts] = address.split("/");
  if (own !== environment) return address;
  return [kind, ...parts.map((part) => (part === names[0] ? SUBJECT_NAME : part))].join("/");
};

export const fullAddress = (short: string, subject: Address): Address => {
  const [environment = "", , ...names] = subject.split("/");
  const [kind = "", ...parts] = short.split("/");
  if (isEnvironmentName(kind)) return short as Address;
  return [environment, kind, ...parts.map((part) => (part === SUBJECT_NAME ? (names[0] ?? "") : part))].join("/") as Address;
};

/** Percent-encoded in a name, so it is none. */
const SUBJECT_NAME = "=";

/** The request of a condition that the line's own answer proves. */
export const SAME_ANSWER = "=";

export const OK = 200;

/** The status of evidence that no answer gave. */
export const NO_ANSWER = 0;
