import { guideUrl } from "../../catalogue/guides/guide-url.ts";
import { GUIDES } from "../../catalogue/guides/guides.ts";
import { isStale } from "../../catalogue/guides/review.ts";
import { defined } from "../../model/defined.ts";
import { groupBy } from "../../model/group-by.ts";
import type { Step } from "../../model/step.ts";
import type { PlanInput } from "../plan.ts";
import type { GuideReference } from "./report-document.ts";

/** How the steps are done, each guide once an environment. */
export const guideReferences = (steps: readonly Step[], { desired, nowMs }: Pick<PlanInput, "desired" | "nowMs">): readonly GuideReference[] =>
  [...groupBy(steps, ({ environment, action }) => `${environment} ${action}`).values()].map(([{ action, environment }]) => {
    const guide = GUIDES[action];
    const { portal, source, certainty, reviewedAt } = guide;
    return defined<GuideReference>({
      action,
      environment,
      portal,
      url: guideUrl(guide, environment, desired.network)?.href,
      source,
      certainty,
      reviewedAt,
      stale: isStale(guide, nowMs) ? true : undefined,
    });
  });
