import { defined } from "../model/defined.ts";
import { durationMs, toInstant, toMs } from "../model/instant.ts";
import type { RequestEvent, RequestStanding } from "../model/request.ts";

/**
 * Where a request stands after what happened to it. A refusal, a block and a word that it is done hold until something
 * else happens; asking anew begins anew.
 *
 * @param rhythm when to remind, counted from when it was asked: `7d`, `15d`, `30d`; then somebody else is to be asked
 */
export const requestStanding = (events: readonly RequestEvent[], rhythm: readonly string[], nowMs: number): RequestStanding => {
  let standing: RequestStanding = { state: "to-send", reminders: 0 };
  for (const event of events) standing = after(standing, event);
  return standing.state === "asked" ? withReminder(standing, rhythm, nowMs) : standing;
};

const after = (before: RequestStanding, { event, at, reason, note, until }: RequestEvent): RequestStanding => {
  const { askedAt, reminders } = before;
  switch (event) {
    case "asked":
      return defined({ state: "asked", since: at, askedAt: at, reminders: 0, note });
    case "reminded":
      return defined({ state: "asked", since: askedAt ?? at, askedAt: askedAt ?? at, reminders: reminders + 1, note });
    case "unblocked":
      return askedAt === undefined ? { state: "to-send", reminders: 0 } : defined({ state: "asked", since: at, askedAt, reminders, note });
    case "noted":
      return defined({ ...before, note: note ?? before.note, until });
    case "refused":
    case "blocked":
    case "done":
      return defined({ state: event, since: at, askedAt, reminders, reason, note });
  }
};

const withReminder = (standing: RequestStanding, rhythm: readonly string[], nowMs: number): RequestStanding => {
  const { askedAt, reminders } = standing;
  const times = (rhythm.length === 0 ? RHYTHM : rhythm).map(durationMs).toSorted((a, b) => a - b);
  const askedMs = toMs(askedAt ?? toInstant(nowMs));
  const next = times[reminders];
  if (next !== undefined) return { ...standing, remindAt: toInstant(askedMs + next) };
  return nowMs >= askedMs + (times.at(-1) ?? 0) ? { ...standing, escalate: true } : standing;
};

/** Where the configuration says nothing. */
const RHYTHM = ["7d", "15d", "30d"];
