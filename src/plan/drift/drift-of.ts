import { defined } from "../../model/defined.ts";
import { headOf } from "../document-head.ts";
import type { Plan } from "../plan.ts";
import type { PlannedCondition, PlannedResource } from "../plan-document.ts";
import type { Drift, DriftDocument } from "./drift-document.ts";

/** Only what was true and is not; what nobody could see this time, and what is accepted, is counted. */
export const driftOf = ({ document, assessed }: Pick<Plan, "document" | "assessed">): DriftDocument => {
  const { offline, resources } = document;
  const conditions = resources.flatMap((resource) => resource.conditions.map((condition) => ({ resource, condition })));
  return defined({
    format: "chorus-drift",
    version: 1,
    ...headOf(document),
    drifts: conditions.flatMap(({ resource, condition }) => (isDrift(condition) ? [toDrift(resource, condition)] : [])).toSorted(latestFirst),
    accepted: conditions.filter(({ condition }) => condition.accepted !== undefined).length,
    proven: assessed.flatMap(({ recorded }) => recorded?.conditions ?? []).filter(({ status, wasTrue }) => status === "true" || wasTrue === true).length,
    unseen: offline ? 0 : conditions.filter(({ condition }) => condition.stale !== undefined).length,
  });
};

const isDrift = ({ wasTrue, accepted }: PlannedCondition): boolean => wasTrue === true && accepted === undefined;

const toDrift = ({ address, kind, client }: PlannedResource, { type, since, was, reason, proof, provenAt, evidence, stale }: PlannedCondition): Drift =>
  defined({ address, kind, client, type, since, before: was, now: defined({ reason, proof, provenAt, evidence, stale }) });

const latestFirst = (a: Drift, b: Drift): number => (a.since > b.since ? -1 : a.since < b.since ? 1 : a.address < b.address ? -1 : 1);
