import { parseTechnicalLogin } from "../catalogue/technical-login.ts";
import type { ResourceRecord } from "../model/condition.ts";
import type { Clue } from "../model/clue.ts";
import { toMs } from "../model/instant.ts";
import type { Specs } from "../model/resource.ts";
import type { Known } from "./kind.ts";

/** What the login, the record and a person's word tell of an account that is refused. */
export const loginClues = ({ login, structure }: Specs["compte-technique"], { recorded, attestedAt, nowMs }: Known): readonly Clue[] => {
  const endsAtMs = expiryOf(recorded);
  const ends: readonly Clue[] = endsAtMs === undefined ? [] : endsAtMs <= nowMs ? ["expiry-passed"] : ["expiry-ahead"];
  // A login that once worked is the right one, and no longer young.
  if (everWorked(recorded)) return ["worked-before", ...ends];
  const isYoung = attestedAt !== undefined && nowMs - toMs(attestedAt) < ACTIVATION_MS;
  return [...ends, ...(isYoung ? (["created-lately"] as const) : []), ...formOf(login, structure.identifiant)];
};

const formOf = (login: string, identifiant: string): readonly Clue[] => {
  const parsed = parseTechnicalLogin(login);
  if (parsed === undefined) return [];
  const clues: Clue[] = [];
  if (parsed.identifiant !== identifiant) clues.push("login-of-other-structure");
  if (parsed.isOld) clues.push("login-of-old-domain");
  if (parsed.index > 1) clues.push("index-not-first");
  return clues;
};

/** What only an account that logged in could tell outlives the record of its login; an end that is estimated tells nothing. */
export const everWorked = (recorded: ResourceRecord | undefined): boolean =>
  recorded?.conditions.some(
    ({ type, status, wasTrue, fact }) =>
      (type === "PasswordCurrent" && !(fact?.fact === "expiry" && fact.estimated === true)) ||
      type === "ReachDeclared" ||
      (type === "LoginAccepted" && (status === "true" || wasTrue === true)),
  ) === true;

const expiryOf = (recorded: ResourceRecord | undefined): number | undefined => {
  const fact = recorded?.conditions.find((condition) => condition.fact?.fact === "expiry")?.fact;
  return fact?.fact === "expiry" && fact.estimated !== true ? toMs(fact.expiresAt) : undefined;
};

/** An account is usable about half an hour after it was made. */
const ACTIVATION_MS = 30 * 60_000;
