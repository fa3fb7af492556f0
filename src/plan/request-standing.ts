import { defined } from "../model/defined.ts";
import { durationMs, toInstant, toMs, type Instant } from "../model/instant.ts";
import { inOrder, type RequestEvent, type RequestStanding } from "../model/request.ts";

/**
 * Where a request stands after what happened to it. A refusal, a block and a word that it is done hold until something
 * else happens; asking anew begins anew.
 *
 * @param relances when to remind, counted from when it was asked: `7d`, `15d`, `30d`; then somebody else is to be asked
 */
export const requestStanding = (events: readonly RequestEvent[], relances: readonly string[], nowMs: number): RequestStanding => {
  if (events.length === 0) return TO_SEND;
  const told = oncePerDay(events.toSorted(inOrder).map((event) => notAhead(event, toInstant(nowMs))));
  let standing = TO_SEND;
  for (const event of told) standing = after(standing, event);
  const sent = told.findLast(({ event }) => event === "asked" || event === "reminded");
  return withDueAt(standing, rhythmOf(relances), sent?.at, nowMs);
};

/** Shared: of most nobody was asked anything. */
const TO_SEND: RequestStanding = { state: "to-send", reminders: 0 };

/** Somebody's clock may be fast: what he noted holds from now on. */
const notAhead = (event: RequestEvent, now: Instant): RequestEvent => (event.at > now ? { ...event, at: now } : event);

/** Two of us who reminded on one day, each in a branch, count as one. */
const oncePerDay = (events: readonly RequestEvent[]): readonly RequestEvent[] => {
  const last = new Map(events.flatMap((event) => (event.event === "reminded" ? [[dayOf(event), event] as const] : [])));
  return events.filter((event) => event.event !== "reminded" || last.get(dayOf(event)) === event);
};

const dayOf = ({ at }: RequestEvent): string => at.slice(0, 10);

const after = (before: RequestStanding, { event, at, reason, note, until }: RequestEvent): RequestStanding => {
  const { askedAt, reminders } = before;
  switch (event) {
    case "asked":
      return defined({ state: "asked", since: at, askedAt: at, reminders: 0, note });
    case "reminded":
      return defined({ state: "asked", since: askedAt ?? at, askedAt: askedAt ?? at, reminders: reminders + 1, note });
    case "unblocked":
      return askedAt === undefined ? TO_SEND : defined({ state: "asked", since: at, askedAt, reminders, note });
    case "noted":
      return defined({ ...before, note: note ?? before.note, until });
    case "refused":
    case "blocked":
    case "done":
      return defined({ state: event, since: at, askedAt, reminders, reason, note });
  }
};

interface Rhythm {
  /** Milliseconds after the first message, rising. */
  readonly times: readonly number[];
  /** Between two of them, and before the first. */
  readonly intervals: readonly number[];
}

const rhythmOf = (relances: readonly string[]): Rhythm => {
  const times = [...new Set((relances.length === 0 ? RHYTHM : relances).map(durationMs))].toSorted((a, b) => a - b);
  return { times, intervals: times.map((time, index) => time - (times[index - 1] ?? 0)) };
};

/** When one of us is to see to it. Nobody is written to twice within the shortest interval, however late the first was. */
const withDueAt = (standing: RequestStanding, { times, intervals }: Rhythm, sentAt: Instant | undefined, nowMs: number): RequestStanding => {
  const { state, since, askedAt, reminders, until } = standing;
  if (state === "to-send" || since === undefined) return standing;
  if (state === "refused" || state === "blocked") return { ...standing, dueAt: until ?? since };
  if (state === "done") return { ...standing, dueAt: later(since, intervals[0] ?? 0) };
  const sent = sentAt ?? since;
  const next = times[reminders];
  if (next === undefined) {
    const dueAt = later(sent, intervals.at(-1) ?? 0);
    return { ...standing, dueAt, ...(dueAt <= toInstant(nowMs) ? { escalate: true } : {}) };
  }
  const planned = later(askedAt ?? since, next);
  const soonest = later(sent, Math.min(...intervals));
  const remindAt = planned > soonest ? planned : soonest;
  return { ...standing, remindAt, dueAt: remindAt };
};

const later = (at: Instant, ms: number): Instant => toInstant(toMs(at) + ms);

/** Where the configuration says nothing. */
const RHYTHM = ["7d", "15d", "30d"];
