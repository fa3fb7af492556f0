import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Address } from "../model/address.ts";
import { defined } from "../model/defined.ts";
import { toInstant, toMs, type Instant } from "../model/instant.ts";
import type { RequestEvent, RequestEventName, RequestStanding } from "../model/request.ts";
import { isSamePerson } from "../model/select-actors.ts";
import type { Actor, StepAction } from "../model/step.ts";
import type { Resource } from "../model/resource.ts";
import { recordCovers } from "../plan/covers.ts";
import type { Plan } from "../plan/plan.ts";
import type { PlanDocument } from "../plan/plan-document.ts";
import type { Files } from "../ports/ports.ts";
import { appendRequests } from "../state/requests-file.ts";

/** What is noted, and by whom. */
export interface Said {
  readonly by: string;
  readonly note?: string;
  readonly nowMs: number;
}

export interface AskRequest extends Said {
  readonly addresses: readonly Address[];
  /** Every request of this person whose time has come. */
  readonly actor?: Actor;
  /** Also what was asked, refused or blocked already. */
  readonly again: boolean;
}

/**
 * What was written, and where. Of an actor's requests: how many are for later, how many one of us must decide on first
 * (refused, blocked, said to be done, asked in vain), and how many wait for what others do.
 */
export interface Noted {
  readonly file: string;
  readonly events: readonly RequestEvent[];
  readonly later: number;
  readonly undecided: number;
  readonly waiting: number;
}

/**
 * Notes that the steps of somebody outside were asked of him, or that he was reminded. Nobody is asked twice by accident:
 * what was asked before its reminder is due, was refused, is blocked or was asked in vain, is refused here, all of it told.
 * Nor is anybody asked for what waits for somebody else.
 */
export const ask = async (folder: string, plan: Plan, files: Files, request: AskRequest): Promise<Noted> => {
  const open = openRequests(plan);
  const named = [...new Set(request.addresses)].map((address) => ({ address, one: open.get(address) }));
  const refused = named.flatMap(({ address, one }) => refusal(plan.document, address, one, request));
  if (refused.length > 0) throw new ChorusError(refused);
  const { actor } = request;
  const ofActor = actor === undefined ? [] : [...open.values()].filter((one) => isSamePerson(one.actor, actor) && !request.addresses.includes(one.address));
  const able = ofActor.filter((one) => one.request.waitsFor === undefined);
  const due = able.filter((one) => isDue(one.request, request));
  const later = able.filter((one) => !isDue(one.request, request) && isReminder(one.request)).length;
  const events = [...named.flatMap(({ one }) => one ?? []), ...due].map((one) => toEvent(one, isReminder(one.request) ? "reminded" : "asked", request));
  const counts = { later, undecided: able.length - due.length - later, waiting: ofActor.length - able.length };
  return { file: await appendRequests(folder, files, events), events, ...counts };
};

export interface NoteRequest extends Said {
  readonly addresses: readonly Address[];
  readonly event: Exclude<RequestEventName, "asked" | "reminded">;
  readonly reason?: string;
  /** `noted`: put off until then. */
  readonly until?: Instant;
}

/** Notes what came of requests: refused, blocked, said to be done, or a word. */
export const note = async (folder: string, plan: Plan, files: Files, request: NoteRequest): Promise<Noted> => {
  const open = openRequests(plan);
  const addresses = [...new Set(request.addresses)];
  const missing = addresses.filter((address) => !open.has(address));
  if (missing.length > 0) throw new ChorusError(missing.map((address) => nothingToAsk(plan.document, address)));
  const events = addresses.flatMap((address) => open.get(address) ?? []).map((one) => toEvent(one, request.event, request));
  return { file: await appendRequests(folder, files, events), events, later: 0, undecided: 0, waiting: 0 };
};

interface OpenRequest {
  readonly resource: Resource;
  readonly address: Address;
  readonly action: StepAction;
  readonly actor: Actor;
  readonly request: RequestStanding;
  /** When something was last noted of it. */
  readonly notedAt: Instant | undefined;
}

/** The requests that a plan's steps make, by address: a resource has one step at most. */
const openRequests = ({ document: { steps }, assessed, input }: Plan): ReadonlyMap<Address, OpenRequest> => {
  const resources = new Map(assessed.map(({ resource }) => [resource.address, resource]));
  return new Map(
    steps.flatMap(({ action, actor, items }) =>
      items.flatMap(({ address, request }) => {
        const resource = resources.get(address);
        if (request === undefined || resource === undefined) return [];
        const notedAt = input.requests?.get(address)?.at(-1)?.at;
        return [[address, { resource, address, action, actor, request, notedAt }] as const];
      })),
  );
};

const refusal = (document: PlanDocument, address: Address, one: OpenRequest | undefined, asking: AskRequest): readonly Diagnostic[] => {
  if (one === undefined) return [nothingToAsk(document, address)];
  const { state, since, askedAt, remindAt, escalate, waitsFor } = one.request;
  if (waitsFor !== undefined) return [diagnostic("CHR-NOTHING-TO-ASK", "error", { address, reason: "waits", first: addressesOf(document, waitsFor) })];
  if (state === "to-send" || asking.again || isDue(one.request, asking)) return [];
  const reason = escalate === true ? "escalated" : state;
  return [diagnostic("CHR-NOTHING-TO-ASK", "error", defined({ address, reason, at: askedAt ?? since, until: remindAt }))];
};

/** What the steps are about, as far as a line has room. */
const addressesOf = ({ steps }: PlanDocument, numbers: readonly number[]): string => {
  const all = steps.filter(({ number }) => numbers.includes(number)).flatMap(({ items }) => items.map(({ address }) => address));
  return `${all.slice(0, MOST_ADDRESSES).join(", ")}${all.length > MOST_ADDRESSES ? ", …" : ""}`;
};

const MOST_ADDRESSES = 3;

const nothingToAsk = ({ steps }: PlanDocument, address: Address): Diagnostic => {
  const isOurs = steps.some(({ items }) => items.some((item) => item.address === address));
  return diagnostic("CHR-NOTHING-TO-ASK", "error", { address, reason: isOurs ? "not-outside" : "no-step" });
};

const isDue = ({ state, remindAt }: RequestStanding, { nowMs }: Said): boolean =>
  state === "to-send" || (state === "asked" && remindAt !== undefined && remindAt <= toInstant(nowMs));

/** After every reminder was in vain, and after a refusal, it is asked anew. */
const isReminder = ({ state, escalate }: RequestStanding): boolean => state === "asked" && escalate !== true;

/** Lines tell the second: what is noted after something else is of a later one, so that it stays after it. */
const toEvent = (
  { resource, address, action, notedAt }: OpenRequest,
  event: RequestEventName,
  { by, note: text, nowMs, reason, until }: Said & Pick<RequestEvent, "reason" | "until">,
): RequestEvent => defined({ at: toInstant(Math.max(nowMs, notedAt === undefined ? 0 : toMs(notedAt) + 1000)), address, action, covers: recordCovers(resource), event, by, reason, note: text, until });
