import { GUIDES } from "../../catalogue/guides/guides.ts";
import { reviewDueMs } from "../../catalogue/guides/review.ts";
import { toInstant } from "../../model/instant.ts";
import { digestOf } from "../digest.ts";
import type { DeadlineDraft } from "../deadline.ts";
import type { Plan } from "../plan.ts";
import { before, WARNING_MS } from "./common.ts";

/** Portals change: a year after a person held a guide against its source, it is to be held against it again. */
export const guideDeadlines = ({ document }: Plan): readonly DeadlineDraft[] => {
  const declared = new Set(document.resources.map(({ kind }) => kind));
  return Object.values(GUIDES)
    .filter(({ kind }) => declared.has(kind))
    .map((guide) => {
      const dueAt = toInstant(reviewDueMs(guide));
      return {
        kind: "guide",
        id: digestOf(["guide", guide.action]),
        subject: guide.action,
        dueAt,
        actFrom: before(dueAt, WARNING_MS),
        inclusive: true,
      };
    });
};
