import { defined } from "../model/defined.ts";
import { toInstant, type Instant } from "../model/instant.ts";
import type { Step } from "../model/step.ts";
import type { Address } from "../model/address.ts";
import { DEADLINE_KINDS, type Deadline, type DeadlineDraft, type DeadlineState } from "./deadline.ts";
import { guideDeadlines } from "./deadlines/guides.ts";
import { passwordDeadlines } from "./deadlines/passwords.ts";
import { requestDeadlines } from "./deadlines/requests.ts";
import { wordDeadlines } from "./deadlines/words.ts";
import type { Plan } from "./plan.ts";

/** Everything that ends on a date, what is to be seen to first coming first. Decided in UTC: the same in every time zone. */
export const deadlinesOf = (plan: Plan): readonly Deadline[] => {
  const open = new Map(plan.document.steps.flatMap((step) => step.items.map(({ address }) => [address, step] as const)));
  const now = toInstant(plan.input.nowMs);
  return SOURCES.flatMap((source) => source(plan, open)).map((draft) => toDeadline(draft, now)).toSorted(byDate);
};

/** Steps that are open, by the address of what they are about. */
export type OpenSteps = ReadonlyMap<Address, Step>;

/** Adding what ages is a line here, its name in `DEADLINE_KINDS` and its words. */
const SOURCES: readonly ((plan: Plan, open: OpenSteps) => readonly DeadlineDraft[])[] = [
  passwordDeadlines,
  wordDeadlines,
  requestDeadlines,
  guideDeadlines,
];

const toDeadline = (draft: DeadlineDraft, now: Instant): Deadline => {
  const { inclusive: _inclusive, waits: _waits, actBy = draft.dueAt, ...rest } = draft;
  return defined({ ...rest, actBy, state: stateOf(draft, now) });
};

const stateOf = ({ dueAt, actFrom, inclusive, waits }: DeadlineDraft, now: Instant): DeadlineState => {
  if (inclusive === true ? dueAt < now : dueAt <= now) return "past-due";
  if (actFrom > now) return "upcoming";
  return waits === true ? "waiting" : "due";
};

const byDate = (a: Deadline, b: Deadline): number =>
  compare(a.actBy, b.actBy) ||
  compare(a.dueAt, b.dueAt) ||
  DEADLINE_KINDS.indexOf(a.kind) - DEADLINE_KINDS.indexOf(b.kind) ||
  compare(a.address ?? a.subject, b.address ?? b.subject);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
