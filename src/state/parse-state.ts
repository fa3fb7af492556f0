import type { StateDefect } from "../diagnostics/codes.ts";
import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Address } from "../model/address.ts";
import type { Before, Condition, Evidence, ResourceRecord } from "../model/condition.ts";
import { defined } from "../model/defined.ts";
import type { Origin } from "../model/origin.ts";
import { parseJson } from "../model/parse-json.ts";
import { checkStateLine } from "./check-state-line.ts";
import { migrate } from "./migrations.ts";
import { fullAddress, NO_ANSWER, OK, SAME_ANSWER, STATE_VERSION, type StoredCondition, type StoredLine } from "./serialize-state.ts";
import type { State } from "./state.ts";

export type ParsedState = { readonly state: State } | { readonly diagnostic: Diagnostic };

/** Reads a state. A line that cannot be read refuses the whole: half a state would ask for what is already done. */
export const parseState = async (text: string, file: string): Promise<ParsedState> => {
  const [first = "null", ...rest] = text.split("\n").filter((line) => line.trim() !== "");
  const header = parseJson(first);
  if (header === undefined) return corrupt(file, 1, "json");
  if (!isHeader(header)) return corrupt(file, 1, "header");
  return parseLines(header, [rest], file, parseJson);
};

/**
 * The same where a header is known, and the lines come page by page; the first of them is line 2. What they are read from
 * is given up with each page: a big state is not held twice.
 *
 * @param valueOf a line as a value; undefined where it is none
 */
export const parseLines = async <Line>(
  { version, lineage }: Omit<Header, "chorus">,
  pages: Iterable<readonly Line[]> | AsyncIterable<readonly Line[]>,
  file: string,
  valueOf: (line: Line) => unknown,
): Promise<ParsedState> => {
  if (version > STATE_VERSION) {
    return { diagnostic: diagnostic("CHR-STATE-NEWER", "error", { file, version, supported: STATE_VERSION }) };
  }
  const [records, subjects, seen] = [new Map<Address, ResourceRecord>(), new Map<Address, Address>(), new Set<unknown>()];
  const read = conditionReader();
  let number = 1;
  for await (const page of pages) {
    for (const raw of page) {
      number += 1;
      const value = valueOf(raw);
      if (value === undefined) return corrupt(file, number, "json");
      const line = migrate(value, version);
      const subject = (line as Partial<StoredLine> | null)?.subject;
      if (subject === undefined) return corrupt(file, number, "subject");
      if (seen.has(subject)) return corrupt(file, number, "twice");
      const misfit = await checkStateLine(line);
      if (misfit !== undefined) return corrupt(file, number, "form", misfit);
      seen.add(subject);
      for (const record of recordsOn(line as StoredLine, read)) {
        records.set(record.address, record);
        subjects.set(record.address, (line as StoredLine).subject);
      }
    }
  }
  return { state: { lineage, records, subjects } };
};

interface Header {
  readonly chorus: "state";
  readonly version: number;
  readonly lineage: string;
}

const isHeader = (value: unknown): value is Header => {
  const header = value as Partial<Header> | null;
  return header?.chorus === "state" && Number.isInteger(header.version) && Number(header.version) >= 1 && typeof header.lineage === "string";
};

/** @param place what in a line does not fit */
const corrupt = (file: string, line: number, problem: StateDefect, place = ""): ParsedState => ({
  diagnostic: diagnostic("CHR-STATE-CORRUPT", "error", { file, line, problem, place }, { file, line, column: 1 }),
});

const recordsOn = (line: StoredLine, read: ReadCondition): readonly ResourceRecord[] =>
  line.records.map((record) => {
    const { address: short, covers = line.covers, voided } = record;
    const conditions = "conditions" in record ? record.conditions : [record];
    return {
      address: short === undefined ? line.subject : fullAddress(short, line.subject),
      conditions: conditions.map((stored) => read(stored, line)),
      ...(covers === undefined ? {} : { covers }),
      ...(voided === undefined ? {} : { voided }),
    };
  });

/** What a line says once for its conditions. */
type SharedAnswer = Pick<StoredLine, "request" | "id" | "origin">;

type ReadCondition = (stored: StoredCondition, line: SharedAnswer) => Condition;

/**
 * One answer proves much, on many lines one after the other: what is stored as the last of its type was is read once and
 * kept once, and so is whatever is made of it later.
 */
const conditionReader = (): ReadCondition => {
  const last = new Map<Condition["type"], { readonly stored: StoredCondition; readonly line: SharedAnswer; readonly condition: Condition }>();
  return (stored, line) => {
    const isShared = stored.request === SAME_ANSWER;
    const before = last.get(stored.type);
    if (before !== undefined && isSame(before.stored, stored) && (!isShared || (before.line.request === line.request && before.line.id === line.id))) return before.condition;
    const condition = toCondition(isShared ? defined({ ...stored, request: line.request, id: line.id }) : stored, line.origin);
    last.set(stored.type, { stored, line, condition });
    return condition;
  };
};

/** Of what is more than a word each is its own; an origin may be the line's. */
const isSame = (a: StoredCondition, b: StoredCondition): boolean => b.origin === undefined && MEMBERS.every((member) => a[member] === b[member]);

/** All of them, which the compiler sees to: one that is forgotten would make two conditions one. */
const EVERY: Readonly<Record<keyof StoredCondition, true>> = {
  since: true,
  request: true,
  reason: true,
  type: true,
  status: true,
  proof: true,
  provenAt: true,
  id: true,
  unknown: true,
  wasTrue: true,
  was: true,
  fact: true,
  http: true,
  tries: true,
  from: true,
  attestedAt: true,
  until: true,
  origin: true,
};

const MEMBERS = Object.keys(EVERY) as readonly (keyof StoredCondition)[];

/** Written member by member: of a state of 10,000 structures the most are these, and copies of them take longer than reading it. */
const toCondition = (stored: StoredCondition, shared: Origin | undefined): Condition => {
  const { type, status = "true", reason = "attested", since, wasTrue, was, fact, unknown, proof = "verified" } = stored;
  const evidence = toEvidence(stored, stored.origin === true ? shared : stored.origin);
  const provenAt = stored.provenAt ?? (proof === "none" ? undefined : since);
  return {
    type,
    status,
    reason,
    proof,
    since,
    ...(provenAt === undefined ? {} : { provenAt }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(unknown === undefined ? {} : { unknown }),
    ...(wasTrue === undefined ? {} : { wasTrue }),
    ...(was === undefined ? {} : { was: toBefore(was) }),
    ...(fact === undefined ? {} : { fact }),
  };
};

const toBefore = (was: NonNullable<StoredCondition["was"]>): Before => {
  const { reason, proof, since, provenAt, evidence } = toCondition({ type: "Exists", ...was }, undefined);
  return defined({ reason, proof, since, provenAt, evidence });
};

const toEvidence = (
  { from, until, attestedAt, request, http = OK, id, tries = 1, since }: StoredCondition,
  origin: Origin | undefined,
): Evidence | undefined => {
  if (from !== undefined) return defined({ by: "inference", from, origin });
  if (until !== undefined) return { by: "attestation", at: attestedAt ?? since, until };
  if (request === undefined) return undefined;
  return defined({
    by: "api",
    request,
    tries,
    ...(http === NO_ANSWER ? {} : { status: http }),
    correlationId: id,
    origin,
  });
};
