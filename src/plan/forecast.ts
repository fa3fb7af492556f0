import { toInstant, toMs, type Instant } from "../model/instant.ts";
import { isoWeekOf, WEEK_MS } from "../model/iso-week.ts";
import { DEADLINE_KINDS, type Deadline, type DeadlineKind } from "./deadline.ts";

/** What ends in a week, and how many renewals are planned for it. */
export interface ForecastWeek {
  /** `2026-W48` */
  readonly week: string;
  /** Its Monday, in UTC. */
  readonly from: Instant;
  readonly ends: Readonly<Record<DeadlineKind, number>>;
  /** Where renewals are spread over weeks. */
  readonly renewals: number;
}

/** This week and those after it, empty ones too. What ended before now is not counted. */
export const forecast = (deadlines: readonly Deadline[], nowMs: number): readonly ForecastWeek[] => {
  const first = isoWeekOf(nowMs).fromMs;
  const weeks = Array.from({ length: FORECAST_WEEKS }, (_, index) => emptyWeek(first + index * WEEK_MS));
  const byName = new Map(weeks.map((week) => [week.week, week]));
  for (const { kind, state, dueAt, week } of deadlines) {
    const ending = state === "past-due" ? undefined : byName.get(isoWeekOf(toMs(dueAt)).name);
    if (ending !== undefined) ending.ends[kind]++;
    const planned = week === undefined ? undefined : byName.get(week);
    if (planned !== undefined) planned.renewals++;
  }
  return weeks;
};

const emptyWeek = (fromMs: number) => ({
  week: isoWeekOf(fromMs).name,
  from: toInstant(fromMs),
  ends: Object.fromEntries(DEADLINE_KINDS.map((kind) => [kind, 0])) as Record<DeadlineKind, number>,
  renewals: 0,
});

/** A password lives 424 days: beyond 60 weeks nothing is there yet. */
const FORECAST_WEEKS = 60;
