import type { StateProblem } from "../../diagnostics/codes.ts";

/**
 * What a code means for who reads it: PostgreSQL's own are in appendix A of its manual, the others are the
 * system's and those of TLS.
 */
export const problemOf = (code: string): StateProblem => {
  if (!SQL_STATE.test(code)) return "unreachable";
  const found = PROBLEMS.find(([prefix]) => code.startsWith(prefix));
  return found?.[1] ?? "unexpected";
};

/** The schema or a table is not there. */
export const isMissing = (code: string): boolean => code === "3F000" || code === "42P01";

/** Somebody else was quicker, or stood in the way: the same again may do. */
export const isContention = (code: string): boolean => code.startsWith("40") || code === "23505" || code === "42P06" || code === "42P07";

/** A lock was not had in the time given. */
export const isLockTimeout = (code: string): boolean => code === "55P03";

/** No class begins with an E, as the system's codes do (`EPIPE`). */
const SQL_STATE = /^[0-9FHPX][0-9A-Z]{4}$/;

/** A transaction that cannot be as if it were alone (serialization_failure). */
export const OUTRUN = "40001";

const PROBLEMS: readonly (readonly [prefix: string, problem: StateProblem])[] = [
  ["28", "denied"],
  ["42501", "denied"],
  ["25006", "denied"],
  ["08", "unreachable"],
  ["53", "refused"],
  ["57", "unreachable"],
  ["3D", "refused"],
  ["55", "refused"],
];
