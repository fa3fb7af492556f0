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
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const parsed: unknown[] = [];
  for (const [index, line] of lines.entries()) {
    const value = parseJson(line);
    if (value === undefined) return corrupt(file, index + 1, "json");
    parsed.push(value);
  }
  const [header, ...rest] = parsed;
  if (!isHeader(header)) return corrupt(file, 1, "header");
  return parseLines(header, rest, file);
};

/** The same where a header is known and each line is a value already; the first of them is line 2. */
export const parseLines = async ({ version, lineage }: Omit<Header, "chorus">, lines: readonly unknown[], file: string): Promise<ParsedState> => {
  if (version > STATE_VERSION) {
    return { diagnostic: diagnostic("CHR-STATE-NEWER", "error", { file, version, supported: STATE_VERSION }) };
  }
  const migrated = migrate(lines, version);
  const subjects = new Set<unknown>();
  for (const [index, line] of migrated.entries()) {
    const subject = (line as Partial<StoredLine> | null)?.subject;
    const problem = subject === undefined ? "subject" : subjects.has(subject) ? "twice" : await checkStateLine(line);
    if (problem !== undefined) return corrupt(file, index + 2, problem);
    subjects.add(subject);
  }
  return { state: toState(lineage, migrated as readonly StoredLine[]) };
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

const corrupt = (file: string, line: number, problem: string): ParsedState => ({
  diagnostic: diagnostic("CHR-STATE-CORRUPT", "error", { file, line, problem }, { file, line, column: 1 }),
});

const toState = (lineage: string, lines: readonly StoredLine[]): State => {
  const records = new Map<Address, ResourceRecord>();
  const subjects = new Map<Address, Address>();
  for (const { subject, covers: shared, request, id, origin, records: stored } of lines) {
    for (const record of stored) {
      const { address: short, covers = shared, voided } = record;
      const conditions = "conditions" in record ? record.conditions : [record];
      const address = short === undefined ? subject : fullAddress(short, subject);
      records.set(address, defined({
        address,
        conditions: conditions.map((condition) => toCondition(condition.request === SAME_ANSWER ? defined({ ...condition, request, id }) : condition, origin)),
        covers,
        voided,
      }));
      subjects.set(address, subject);
    }
  }
  return { lineage, records, subjects };
};

const toCondition = (stored: StoredCondition, shared: Origin | undefined): Condition => {
  const { type, status = "true", reason = "attested", since, wasTrue, was, fact, unknown, proof = "verified" } = stored;
  const evidence = toEvidence(stored, stored.origin === true ? shared : stored.origin);
  const provenAt = stored.provenAt ?? (proof === "none" ? undefined : since);
  return defined({
    type,
    status,
    reason,
    proof,
    since,
    unknown,
    wasTrue,
    was: was === undefined ? undefined : toBefore(was),
    fact,
    provenAt,
    evidence,
  });
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
