import type { Address } from "./address.ts";
import type { Instant } from "./instant.ts";
import type { StepAction } from "./step.ts";

/**
 * Something that happened to a request, which is a manual step asked of somebody outside: one line of the journal. It
 * names no person asked; who that is follows from the configuration, and stays outside of Git.
 */
export interface RequestEvent {
  readonly at: Instant;
  readonly address: Address;
  /** Which step of the resource: another one is another request. */
  readonly action: StepAction;
  /** Digest of what the resource was about: another SIRET or login under the same name is another request. */
  readonly covers?: string;
  readonly event: RequestEventName;
  /** Who says so, on our side. */
  readonly by: string;
  /** `blocked`: what stands in the way, a stable word. */
  readonly reason?: string;
  readonly note?: string;
  /** `noted`: put off until then. */
  readonly until?: Instant;
}

/** `done`: the other says that it is done. What shows that it is, is the step that goes. */
export type RequestEventName = "asked" | "reminded" | "refused" | "blocked" | "unblocked" | "done" | "noted";

export const REQUEST_EVENTS: readonly RequestEventName[] = ["asked", "reminded", "refused", "blocked", "unblocked", "done", "noted"];

/**
 * The order of events: by their time; in one second, what was asked before what came of it (as `REQUEST_EVENTS` has them),
 * then as text. It is the same wherever a merge put their lines.
 */
export const inOrder = (a: RequestEvent, b: RequestEvent): number =>
  compare(a.at, b.at) || REQUEST_EVENTS.indexOf(a.event) - REQUEST_EVENTS.indexOf(b.event) || compare(JSON.stringify(a), JSON.stringify(b));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What was asked of whom, by address; each `inOrder`. */
export type RequestJournal = ReadonlyMap<Address, readonly RequestEvent[]>;

/** Where a request stands. */
export interface RequestStanding {
  readonly state: "to-send" | "asked" | "refused" | "blocked" | "done";
  /** Since when; absent where nobody was asked yet. */
  readonly since?: Instant;
  readonly askedAt?: Instant;
  readonly reminders: number;
  /** When to remind; past where it is due. */
  readonly remindAt?: Instant;
  /** Every reminder was sent in vain: somebody else must be asked. */
  readonly escalate?: true;
  /** When one of us is to see to it: remind, ask somebody else, look whether it is done, decide what comes of it. */
  readonly dueAt?: Instant;
  /** Numbers of the steps of others that come first: nobody is asked for what cannot be done yet. */
  readonly waitsFor?: readonly number[];
  readonly reason?: string;
  readonly note?: string;
  /** Who works through the steps is not shown it before. */
  readonly until?: Instant;
}
