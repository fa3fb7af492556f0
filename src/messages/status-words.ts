import type { KindName } from "../model/address.ts";
import type { DeadlineKind, RequestMove } from "../plan/deadline.ts";
import type { Counted } from "./shape.ts";

/** What `chorus status` says. */
export interface StatusWords {
  readonly header: (at: string) => string;
  readonly subjects: Readonly<Record<"structure" | "application" | "account", string>>;
  readonly stages: Readonly<Record<KindName, string>>;
  readonly marks: Readonly<Record<"proven" | "attested" | "toDo" | "due" | "unknown" | "accepted" | "stale" | "paused" | "none", string>>;
  readonly legend: readonly string[];
  readonly inOrder: (counted: string) => string;
  readonly more: Counted;
  readonly deadlines: string;
  readonly deadline: (date: string, days: number) => string;
  readonly expired: (date: string) => string;
  /** What is to be done where something ends. */
  readonly ends: Readonly<Record<DeadlineKind, string>>;
  /** What is to be done about a request. */
  readonly moves: Readonly<Record<RequestMove, string>>;
  readonly sections: Readonly<Record<"past" | "soon" | "later", Counted>>;
  readonly within: (count: number, duration: string) => string;
  /** When the first and the last of what is planned for a week end. */
  readonly week: (week: string, first: string, last: string) => string;
  readonly days: Counted;
  readonly estimated: string;
  readonly waiting: string;
  readonly clients: (count: number, inOrder: number) => string;
  /** Heads the first column of the clients' table. */
  readonly stage: string;
  readonly forecast: (pastDue: number) => string;
  readonly weekEnds: Readonly<Record<DeadlineKind, Counted>>;
  readonly renewals: Counted;
  /** Name of the calendar. */
  readonly calendar: string;
}
