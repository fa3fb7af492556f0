import { kindOfResource } from "../../kinds/kinds.ts";
import { parseAddress } from "../../model/address.ts";
import { defined } from "../../model/defined.ts";
import { DAY_MS, toInstant, toMs, type Instant } from "../../model/instant.ts";
import type { Step } from "../../model/step.ts";
import type { Assessed } from "../assess.ts";
import { recordCovers } from "../covers.ts";
import type { DeadlineDraft, DeadlineKind } from "../deadline.ts";
import { digestOf } from "../digest.ts";

/** What every deadline of a resource says alike: whose it is, who must act, and the step that is open for it. */
export const ofResource = (kind: DeadlineKind, assessed: Assessed, step: Step | undefined): CommonParts => {
  const { resource, conditions, known } = assessed;
  const { address, environment, client, subject } = resource;
  const [first] = conditions;
  const actor = step?.actor ?? (first === undefined ? undefined : kindOfResource(resource).step(resource, first.condition, { recorded: known })?.actor);
  return defined({
    kind,
    id: digestOf([kind, address, recordCovers(resource)]),
    environment,
    address,
    subject: parseAddress(subject)?.names[0] ?? subject,
    client,
    actor,
    step: step?.number,
    waits: step !== undefined && step.waitsFor.length > 0,
  });
};

export type CommonParts = Omit<DeadlineDraft, "dueAt" | "actFrom">;

/** So long before its end. */
export const before = (dueAt: Instant, ms: number): Instant => toInstant(toMs(dueAt) - ms);

/** Where the configuration says nothing, a month ahead is soon enough. */
export const WARNING_MS = 30 * DAY_MS;
