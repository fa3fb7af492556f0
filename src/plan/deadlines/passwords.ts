import { PASSWORD_LIFE_MS } from "../../catalogue/password-life.ts";
import { isAcceptance, type Attestations } from "../../model/attestation.ts";
import { defined } from "../../model/defined.ts";
import { durationMs, toInstant, toMs, type Instant } from "../../model/instant.ts";
import type { Resource, ResourceOf } from "../../model/resource.ts";
import type { Assessed } from "../assess.ts";
import { coversOf } from "../covers.ts";
import type { DeadlineDraft } from "../deadline.ts";
import type { OpenSteps } from "../deadlines.ts";
import type { Plan } from "../plan.ts";
import { before, ofResource } from "./common.ts";

/** When the password of each compte technique ends: as the API told, else as what was recorded lets one tell. */
export const passwordDeadlines = ({ assessed, input }: Plan, open: OpenSteps): readonly DeadlineDraft[] =>
  assessed.flatMap((one): readonly DeadlineDraft[] => {
    const { resource, conditions } = one;
    if (!isAccount(resource)) return [];
    const told = toldEnd(one, toInstant(input.nowMs));
    const dueAt = told ?? latestEnd(one, input.attestations);
    if (dueAt === undefined) return [];
    const renewal = conditions.find((condition) => condition.renewal !== undefined)?.renewal;
    return [
      defined({
        ...ofResource("password", one, open.get(resource.address)),
        dueAt,
        actFrom: renewal?.from ?? before(dueAt, durationMs(resource.spec.renewBefore)),
        actBy: renewal?.to,
        week: renewal?.week,
        estimated: told === undefined ? true : undefined,
      }),
    ];
  });

const isAccount = (resource: Resource): resource is ResourceOf<"compte-technique"> =>
  resource.kind === "compte-technique" && resource.lifecycle === "active";

/** An end that is still ahead says nothing of an account whose login is refused: its password is another one by now. */
const toldEnd = ({ conditions }: Assessed, now: Instant): Instant | undefined => {
  const fact = conditions.find(({ condition }) => condition.fact?.fact === "expiry")?.condition.fact;
  if (fact?.fact !== "expiry") return undefined;
  return isRefused(conditions) && fact.expiresAt > now ? undefined : fact.expiresAt;
};

/**
 * A password was made at the latest when its login was first accepted, or when a person said that the account is there: so
 * it ends at the latest 424 days after. One that still works after that was reset since, nobody knows when.
 */
const latestEnd = ({ resource, conditions }: Assessed, attestations: Attestations): Instant | undefined => {
  const [login] = conditions;
  if (login === undefined || isRefused(conditions)) return undefined;
  const { status, since, provenAt, evidence } = login.condition;
  const word = attestations.get(resource.address);
  const said = word === undefined || isAcceptance(word) || word.covers !== coversOf(resource) ? undefined : word.at;
  const seen = status === "true" && evidence?.by === "api" ? since : undefined;
  const [madeBy] = [said, seen].flatMap((at) => at ?? []).toSorted().toReversed();
  if (madeBy === undefined) return undefined;
  const end = toInstant(toMs(madeBy) + PASSWORD_LIFE_MS);
  return evidence?.by === "api" && provenAt !== undefined && provenAt >= end ? undefined : end;
};

const isRefused = (conditions: Assessed["conditions"]): boolean => conditions[0]?.condition.status === "false";
