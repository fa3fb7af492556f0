import { DAY_MS, toInstant, toMs } from "./instant.ts";

/** A week as ISO 8601 counts it: from Monday, in UTC, so that every machine decides alike. */
export interface IsoWeek {
  /** `2026-W48` */
  readonly name: string;
  readonly fromMs: number;
  /** The Monday after. */
  readonly toMs: number;
}

/** The week of a moment (milliseconds since the epoch). */
export const isoWeekOf = (ms: number): IsoWeek => {
  const fromMs = Math.floor((ms - FIRST_MONDAY_MS) / WEEK_MS) * WEEK_MS + FIRST_MONDAY_MS;
  return { name: nameOf(fromMs), fromMs, toMs: fromMs + WEEK_MS };
};

/** A week belongs to the year that holds its Thursday, and is counted from that year's first one. */
const nameOf = (mondayMs: number): string => {
  const thursdayMs = mondayMs + 3 * DAY_MS;
  const year = toInstant(thursdayMs).slice(0, 4);
  const week = Math.floor((thursdayMs - toMs(`${year}-01-01T00:00:00Z`)) / WEEK_MS) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
};

export const WEEK_MS = 7 * DAY_MS;

/** The epoch was a Thursday. */
const FIRST_MONDAY_MS = 4 * DAY_MS;
