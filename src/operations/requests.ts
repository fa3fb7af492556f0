import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Address } from "../model/address.ts";
import { defined } from "../model/defined.ts";
import { toInstant, type Instant } from "../model/instant.ts";
import type { RequestEvent, RequestEventName, RequestStanding } from "../model/request.ts";
import { isSamePerson } from "../model/select-actors.ts";
import type { Actor, StepAction } from "../model/step.ts";
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

/** What was written, and where; `later` counts an actor's requests whose time has not come. */
export interface Noted {
  readonly file: string;
  readonly events: readonly RequestEvent[];
  readonly later: number;
}

/**
 * Notes that the steps of somebody outside were asked of him, or that he was reminded. Nobody is asked twice by accident:
 * what was asked before its reminder is due, was refused, or is blocked, is refused here, all of it told.
 */
export const ask = async (folder: string, document: PlanDocument, files: Files, request: AskRequest): Promise<Noted> => {
  const open = openRequests(document);
  const named = request.addresses.map((address) => ({ address, one: open.get(address) }));
  const refused = named.flatMap(({ address, one }) => refusal(document, address, one, request));
  if (refused.length > 0) throw new ChorusError(refused);
  const { actor } = request;
  const ofActor = actor === undefined ? [] : [...open.values()].filter((one) => isSamePerson(one.actor, actor) && !request.addresses.includes(one.address));
  const due = ofActor.filter((one) => isDue(one.request, request));
  const events = [...named.flatMap(({ one }) => (one === undefined ? [] : [one])), ...due].map((one) =>
    toEvent(one, isReminder(one.request) ? "reminded" : "asked", request));
  return { file: await appendRequests(folder, files, events), events, later: ofActor.length - due.length };
};

export interface NoteRequest extends Said {
  readonly addresses: readonly Address[];
  readonly event: Exclude<RequestEventName, "asked" | "reminded">;
  readonly reason?: string;
  /** `noted`: put off until then. */
  readonly until?: Instant;
}

/** Notes what came of requests: refused, blocked, said to be done, or a word. */
export const note = async (folder: string, document: PlanDocument, files: Files, request: NoteRequest): Promise<Noted> => {
  const open = openRequests(document);
  const missing = request.addresses.filter((address) => !open.has(address));
  if (missing.length > 0) throw new ChorusError(missing.map((address) => nothingToAsk(document, address)));
  const events = request.addresses.flatMap((address) => {
    const one = open.get(address);
    return one === undefined ? [] : [toEvent(one, request.event, request)];
  });
  return { file: await appendRequests(folder, files, events), events, later: 0 };
};

interface OpenRequest {
  readonly address: Address;
  readonly action: StepAction;
  readonly actor: Actor;
  readonly request: RequestStanding;
}

/** The requests that a plan's steps make, by address: a resource has one step at most. */
const openRequests = ({ steps }: PlanDocument): ReadonlyMap<Address, OpenRequest> =>
  new Map(
    steps.flatMap(({ action, actor, items }) =>
      items.flatMap(({ address, request }) => (request === undefined ? [] : [[address, { address, action, actor, request }] as const]))),
  );

const refusal = (document: PlanDocument, address: Address, one: OpenRequest | undefined, asking: AskRequest): readonly Diagnostic[] => {
  if (one === undefined) return [nothingToAsk(document, address)];
  const { state, since, askedAt, remindAt } = one.request;
  if (state === "to-send" || asking.again || isDue(one.request, asking)) return [];
  return [diagnostic("CHR-NOTHING-TO-ASK", "error", defined({ address, reason: state, at: askedAt ?? since, until: remindAt }))];
};

const nothingToAsk = ({ steps }: PlanDocument, address: Address): Diagnostic => {
  const isOurs = steps.some(({ items }) => items.some((item) => item.address === address));
  return diagnostic("CHR-NOTHING-TO-ASK", "error", { address, reason: isOurs ? "not-outside" : "no-step" });
};

const isDue = ({ state, remindAt, escalate }: RequestStanding, { nowMs }: Said): boolean =>
  state === "to-send" || (state === "asked" && (escalate === true || (remindAt !== undefined && remindAt <= toInstant(nowMs))));

const isReminder = ({ state, remindAt, escalate }: RequestStanding): boolean => state === "asked" && (remindAt !== undefined || escalate === true);

const toEvent = ({ address, action }: OpenRequest, event: RequestEventName, { by, note: text, nowMs, reason, until }: Said & Pick<RequestEvent, "reason" | "until">): RequestEvent =>
  defined({ at: toInstant(nowMs), address, action, event, by, reason, note: text, until });
