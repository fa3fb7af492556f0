import type { DeadlineDraft } from "../deadline.ts";
import type { OpenSteps } from "../deadlines.ts";
import type { Plan } from "../plan.ts";
import { ofResource } from "./common.ts";

/** When to remind those outside who were asked and have not answered. */
export const requestDeadlines = ({ assessed }: Plan, open: OpenSteps): readonly DeadlineDraft[] => {
  // One step may be about thousands of things: each is looked at once.
  const items = [...new Set(open.values())].flatMap((step) => step.items);
  const reminders = new Map(items.map(({ address, request }) => [address, request?.remindAt]));
  return assessed.flatMap((one): readonly DeadlineDraft[] => {
    const { address } = one.resource;
    const remindAt = reminders.get(address);
    // Until then nothing is to be done: he has time to answer.
    return remindAt === undefined ? [] : [{ ...ofResource("request", one, open.get(address)), dueAt: remindAt, actFrom: remindAt }];
  });
};
