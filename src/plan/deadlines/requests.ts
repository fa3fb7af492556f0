import type { RequestStanding } from "../../model/request.ts";
import type { DeadlineDraft, RequestMove } from "../deadline.ts";
import type { OpenSteps } from "../deadlines.ts";
import type { Plan } from "../plan.ts";
import { ofResource } from "./common.ts";

/**
 * When one of us is to see to a request: to remind, to ask somebody else, to look whether what is said to be done is, to
 * decide what comes of a refusal or a block. What waits for others is nobody's turn.
 */
export const requestDeadlines = ({ assessed }: Plan, open: OpenSteps): readonly DeadlineDraft[] => {
  // One step may be about thousands of things: each is looked at once.
  const items = [...new Set(open.values())].flatMap((step) => step.items);
  const requests = new Map(items.map(({ address, request }) => [address, request]));
  return assessed.flatMap((one): readonly DeadlineDraft[] => {
    const { address } = one.resource;
    const request = requests.get(address);
    const move = request === undefined ? undefined : moveOf(request);
    if (request?.dueAt === undefined || move === undefined || request.waitsFor !== undefined) return [];
    // Until then nothing is to be done: he has time to answer.
    return [{ ...ofResource("request", one, open.get(address)), dueAt: request.dueAt, actFrom: request.dueAt, move }];
  });
};

const moveOf = ({ state, remindAt }: RequestStanding): RequestMove | undefined => {
  if (state === "asked") return remindAt === undefined ? "escalate" : "remind";
  if (state === "done") return "check";
  return state === "to-send" ? undefined : "decide";
};
