import { defined } from "../../model/defined.ts";
import { durationMs, toInstant, type Instant } from "../../model/instant.ts";
import type { Fact } from "../../model/observation.ts";
import type { Resource, ResourceOf } from "../../model/resource.ts";
import type { Assessed } from "../assess.ts";
import type { DeadlineDraft } from "../deadline.ts";
import type { OpenSteps } from "../deadlines.ts";
import type { Plan } from "../plan.ts";
import { before, ofResource } from "./common.ts";

/** When the password of each compte technique ends: as the API told, else as what is known lets one estimate. */
export const passwordDeadlines = ({ assessed, input }: Plan, open: OpenSteps): readonly DeadlineDraft[] =>
  assessed.flatMap((one): readonly DeadlineDraft[] => {
    const { resource, conditions } = one;
    if (!isAccount(resource)) return [];
    const end = endOf(one, toInstant(input.nowMs));
    if (end === undefined) return [];
    const renewal = conditions.find((condition) => condition.renewal !== undefined)?.renewal;
    return [
      defined({
        ...ofResource("password", one, open.get(resource.address)),
        dueAt: end.expiresAt,
        actFrom: renewal?.from ?? before(end.expiresAt, durationMs(resource.spec.renewBefore)),
        actBy: renewal?.to,
        week: renewal?.week,
        estimated: end.estimated,
      }),
    ];
  });

const isAccount = (resource: Resource): resource is ResourceOf<"compte-technique"> =>
  resource.kind === "compte-technique" && resource.lifecycle === "active";

/** An end that is still ahead says nothing of an account whose login is refused: its password is another one by now. */
const endOf = ({ conditions }: Assessed, now: Instant): Extract<Fact, { fact: "expiry" }> | undefined => {
  const fact = conditions.find(({ condition }) => condition.fact?.fact === "expiry")?.condition.fact;
  if (fact?.fact !== "expiry") return undefined;
  return conditions[0]?.condition.status === "false" && fact.expiresAt > now ? undefined : fact;
};
