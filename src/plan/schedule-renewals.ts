import { declareResources } from "../kinds/kinds.ts";
import type { Condition } from "../model/condition.ts";
import { durationMs, toInstant, toMs } from "../model/instant.ts";
import type { Resource, ResourceOf } from "../model/resource.ts";
import type { Assessed, AssessedCondition } from "./assess.ts";
import { isAbout } from "./covers.ts";
import type { PlanInput } from "./plan.ts";
import { spreadRenewals, type PlannedWeek, type Renewal } from "./spread-renewals.ts";

export interface Scheduled {
  readonly assessed: readonly Assessed[];
  /** Renewals that no week had room for. */
  readonly beyond: readonly Renewal[];
}

/**
 * Spreads the renewals of clients' passwords over weeks, where the configuration says how many a week may have
 * (`renouvellement.etaler`): a password is due in its week, not already when its time begins. One that no week has room for
 * is due as if nothing were spread.
 */
export const scheduleRenewals = (input: PlanInput, assessed: readonly Assessed[]): Scheduled => {
  const { etaler } = input.desired.clients?.renouvellement ?? {};
  if (etaler === undefined) return { assessed, beyond: [] };
  const spread = spreadRenewals(renewalsOf(input, assessed), { perWeek: Number.parseInt(etaler, 10), nowMs: input.nowMs });
  const planned = assessed.map((one) => {
    const week = spread.weeks.get(one.resource.address);
    return week === undefined ? one : { ...one, conditions: one.conditions.map((condition) => inWeek(condition, week, input.nowMs)) };
  });
  return { assessed: planned, beyond: spread.beyond };
};

/** Of all clients, whatever part of the configuration the run is about: a week is the same week for each of them. */
const renewalsOf = ({ desired, records, selection, nowMs }: PlanInput, assessed: readonly Assessed[]): readonly Renewal[] => {
  const seen = assessed.flatMap(({ resource, conditions }) => renewalOf(resource, conditions.map(({ condition }) => condition)));
  if (selection === undefined) return seen;
  const known = new Set(assessed.map(({ resource }) => resource.address));
  const others = declareResources(desired, nowMs, { kinds: new Set(["compte-technique"]), keeps: ({ address }) => !known.has(address) });
  return [
    ...seen,
    ...others.flatMap((resource) => {
      const record = records.get(resource.address);
      return record === undefined || !isAbout(record, resource) ? [] : renewalOf(resource, record.conditions);
    }),
  ];
};

/** Where the login is refused, no renewal is planned: something is to be done now. */
const renewalOf = (resource: Resource, conditions: readonly Condition[]): readonly Renewal[] => {
  if (!isClientsAccount(resource)) return [];
  if (conditions.some(({ type, status }) => type === "LoginAccepted" && status === "false")) return [];
  return conditions.flatMap(({ fact }) =>
    fact?.fact === "expiry"
      ? [{ address: resource.address, endsAtMs: toMs(fact.expiresAt), beforeMs: durationMs(resource.spec.renewBefore) }]
      : [],
  );
};

const isClientsAccount = (resource: Resource): resource is ResourceOf<"compte-technique"> =>
  resource.kind === "compte-technique" && resource.client !== undefined && resource.lifecycle === "active";

const inWeek = (assessed: AssessedCondition, renewal: PlannedWeek, nowMs: number): AssessedCondition => {
  const { condition } = assessed;
  if (condition.fact?.fact !== "expiry" || condition.status !== "true") return assessed;
  const { need: _need, ...rest } = assessed;
  return toInstant(nowMs) >= renewal.from
    ? { ...rest, renewal, condition: { ...condition, reason: "expiring" }, need: "due" }
    : { ...rest, renewal, condition: { ...condition, reason: "expiry-known" } };
};
