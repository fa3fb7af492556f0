import type { DeadlineDraft } from "../deadline.ts";
import type { OpenSteps } from "../deadlines.ts";
import type { Plan } from "../plan.ts";
import { ofResource } from "./common.ts";

/** When to remind those outside who were asked and have not answered. */
export const requestDeadlines = ({ assessed }: Plan, open: OpenSteps): readonly DeadlineDraft[] =>
  assessed.flatMap((one): readonly DeadlineDraft[] => {
    const { address } = one.resource;
    const step = open.get(address);
    const remindAt = step?.items.find((item) => item.address === address)?.request?.remindAt;
    // Until then nothing is to be done: he has time to answer.
    return remindAt === undefined ? [] : [{ ...ofResource("request", one, step), dueAt: remindAt, actFrom: remindAt }];
  });
