import { toMs, type Instant } from "../model/instant.ts";
import { REFUSAL_BELIEVED_MS } from "../model/logins.ts";
import type { PlannedResource } from "./plan-document.ts";

/** Until when a login of these is known to be refused, and so is not tried with the same password. */
export const refusedUntilOf = (resources: readonly PlannedResource[], now: Instant): number | undefined => {
  const times = resources
    .flatMap(({ conditions }) => conditions.flatMap(({ reason, provenAt }) => (reason === "login-refused" && provenAt !== undefined ? [toMs(provenAt) + REFUSAL_BELIEVED_MS] : [])))
    .filter((at) => at > toMs(now));
  return times.length === 0 ? undefined : Math.max(...times);
};
