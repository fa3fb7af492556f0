import { PASSWORD_LIFE_MS } from "../catalogue/password-life.ts";
import type { Condition } from "../model/condition.ts";
import { durationMs, toInstant, toMs, type Instant } from "../model/instant.ts";
import type { Observation } from "../model/observation.ts";
import type { ResourceOf } from "../model/resource.ts";
import type { Beside } from "./kind.ts";

/**
 * When a password ends where no API tells, or told before it was made anew: at the latest 424 days after it was made, and
 * it was made at the latest when its login was first accepted, or when a person said that the account is there. One that
 * still works after that was made anew since: the days count from when that was seen.
 */
export const inferEnd = ({ address }: ResourceOf<"compte-technique">, condition: Condition, beside: Beside): Condition => {
  const login = beside.conditions[0];
  if (condition.type !== "PasswordCurrent" || login === undefined) return condition;
  const told = condition.fact?.fact === "expiry" && condition.fact.estimated !== true ? condition : undefined;
  if (login.status === "false") return told === undefined ? withoutEnd(condition) : condition;
  if (told !== undefined && !isOutlived(told, login, beside)) return condition;
  const madeBy = latestOf([beside.attestedAt, firstAcceptedAt(login), renewalOf(login)]);
  if (madeBy === undefined) return condition;
  const since = latestOf([madeBy, startOf(estimateIn(beside))]) ?? madeBy;
  const expiresAt = endOf(seenAfter(endOf(since), login) ?? since);
  return {
    type: "PasswordCurrent",
    status: "true",
    reason: "expiry-estimated",
    proof: "inferred",
    since: madeBy,
    provenAt: madeBy,
    evidence: { by: "inference", from: [address] },
    fact: { fact: "expiry", expiresAt, estimated: true },
  };
};

/** An end that is known is judged at every look, whoever saw it and when. One that is estimated denies nothing when it is past. */
export const ageEnd = ({ spec }: ResourceOf<"compte-technique">, condition: Condition, nowMs: number): Condition => {
  const { fact } = condition;
  if (fact?.fact !== "expiry" || (condition.status === "unknown" && fact.estimated !== true)) return condition;
  const endsAtMs = toMs(fact.expiresAt);
  if (endsAtMs > nowMs + durationMs(spec.renewBefore)) {
    return { ...condition, status: "true", reason: fact.estimated === true ? "expiry-estimated" : "expiry-known" };
  }
  if (endsAtMs > nowMs) return { ...condition, status: "true", reason: "expiring" };
  const since = condition.status === "true" ? toInstant(endsAtMs) : condition.since;
  if (fact.estimated !== true) return { ...condition, status: "false", reason: "expired", wasTrue: true, since };
  return { type: condition.type, status: "unknown", reason: "expired", proof: "none", since, unknown: "unprovable", fact };
};

/** That a password is another one than before is known when it is first accepted. */
export const renewedAt = (observation: Observation): Observation =>
  observation.answer === "true" && observation.trace.newPassword === true
    ? { ...observation, fact: { fact: "renewed", at: toInstant(observation.trace.at) } }
    : observation;

/** It stays known: the next answers do not say it again. */
export const keepRenewal = (condition: Condition, recorded: Condition | undefined): Condition =>
  condition.type === "LoginAccepted" && condition.status === "true" && condition.fact === undefined && recorded?.fact?.fact === "renewed"
    ? { ...condition, fact: recorded.fact }
    : condition;

const renewalOf = ({ fact }: Condition): Instant | undefined => (fact?.fact === "renewed" ? fact.at : undefined);

/**
 * Since the end was told, the login was seen to outlive it, another password was accepted, or a person said that the account is
 * there: it was made anew.
 */
const isOutlived = ({ fact, provenAt }: Condition, login: Condition, { attestedAt }: Beside): boolean => {
  if (fact?.fact !== "expiry" || provenAt === undefined) return false;
  const seen = seenAfter(fact.expiresAt, login);
  return [seen, attestedAt, renewalOf(login)].some((at) => at !== undefined && at > provenAt);
};

const firstAcceptedAt = ({ status, since, evidence }: Condition): Instant | undefined =>
  status === "true" && evidence?.by === "api" ? since : undefined;

/** When an API accepted the login, where that was after a time. */
const seenAfter = (time: Instant, { status, provenAt, evidence }: Condition): Instant | undefined =>
  status === "true" && evidence?.by === "api" && provenAt !== undefined && provenAt >= time ? provenAt : undefined;

/** The end that was estimated before: it stands until the login is seen to outlive it. */
const estimateIn = ({ recorded }: Beside): Instant | undefined => {
  const fact = recorded?.conditions.find(({ type }) => type === "PasswordCurrent")?.fact;
  return fact?.fact === "expiry" && fact.estimated === true ? fact.expiresAt : undefined;
};

const withoutEnd = (condition: Condition): Condition =>
  condition.fact === undefined
    ? condition
    : { type: condition.type, status: "unknown", reason: "waits", proof: "none", since: condition.since, unknown: "waiting" };

const endOf = (madeBy: Instant): Instant => toInstant(toMs(madeBy) + PASSWORD_LIFE_MS);

const startOf = (end: Instant | undefined): Instant | undefined => (end === undefined ? undefined : toInstant(toMs(end) - PASSWORD_LIFE_MS));

const latestOf = (times: readonly (Instant | undefined)[]): Instant | undefined => times.flatMap((time) => time ?? []).toSorted().at(-1);
