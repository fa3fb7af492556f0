import type { Address } from "../model/address.ts";
import type { RequestJournal } from "../model/request.ts";
import type { Resource } from "../model/resource.ts";
import type { Step } from "../model/step.ts";
import { requestStanding } from "./request-standing.ts";

export interface RequestContext {
  readonly requests: RequestJournal;
  readonly resources: ReadonlyMap<Address, Resource>;
  /** `relances` of the configuration. */
  readonly rhythm: readonly string[];
  readonly nowMs: number;
}

/** The steps, those of people outside with where the request for each of their items stands. */
export const withRequests = (steps: readonly Step[], { requests, resources, rhythm, nowMs }: RequestContext): readonly Step[] =>
  steps.map((step) =>
    step.mode === "automatic"
      ? step
      : {
          ...step,
          items: step.items.map((item) => {
            if (!isOutside(step, resources.get(item.address))) return item;
            const events = (requests.get(item.address) ?? []).filter(({ action }) => action === step.action);
            return { ...item, request: requestStanding(events, rhythm, nowMs) };
          }),
        },
  );

/** A gestionnaire principal is somebody to ask, and so is whoever acts for a client. */
const isOutside = ({ actor }: Step, resource: Resource | undefined): boolean =>
  actor.role === "gestionnaire" || resource?.client !== undefined;
