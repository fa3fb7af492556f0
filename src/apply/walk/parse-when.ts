import { meantDay } from "../../model/day.ts";
import { parseDuration, parseInstant, toMs } from "../../model/instant.ts";

/** Until when a step is put off, and why; neither is later in the same session. */
export interface When {
  readonly untilMs?: number;
  readonly reason?: string;
}

/**
 * Reads what a person typed: a duration (`30m`, `3d`, `3j`) or a day (`2027-12-31`, `31/12/2027`), a reason, or both in
 * this order. `past` where the day is no more to come, `no-day` where the calendar has no such day.
 */
export const parseWhen = (text: string, nowMs: number): When | "past" | "no-day" => {
  const [first = "", ...rest] = text.trim().split(/\s+/);
  const ms = parseDuration(first);
  if (DAY.test(first) && dayMs(first) === undefined) return "no-day";
  const untilMs = ms === undefined ? dayMs(first) : nowMs + ms;
  const reason = (untilMs === undefined ? [first, ...rest] : rest).join(" ").replace(/^[:;,–-]\s*/, "");
  if (untilMs !== undefined && untilMs <= nowMs) return "past";
  return { ...(untilMs === undefined ? {} : { untilMs }), ...(reason === "" ? {} : { reason }) };
};

const dayMs = (text: string): number | undefined => {
  const day = DAY.test(text) ? meantDay(text) : undefined;
  return day === undefined ? undefined : toMs(parseInstant(day) ?? "");
};

const DAY = /^(\d{1,2}\/\d{1,2}\/\d{4}|\d{4}-\d{2}-\d{2})$/;
