import type { DateWords } from "../../messages/shape.ts";
import { DAY_MS, toInstant, toMs, type Instant } from "../../model/instant.ts";

/** Moments as a person reads them, in one time zone. */
export interface Dates {
  date(of: Instant): string;
  /** The last day of what holds until then: the end of a day is that day's, in every time zone. */
  lastDay(of: Instant): string;
  time(of: Instant): string;
  /** Day and time. */
  at(of: Instant): string;
  /** The time alone where it is on the same day as `now`, else the day. */
  near(of: Instant, now: Instant): string;
  ago(of: Instant, now: Instant): string;
  /** Whole days from one to the other, begun days included. */
  days(from: Instant, to: Instant): number;
}

export const createDates = (words: DateWords, timeZone: string): Dates => {
  const format = new Intl.DateTimeFormat(words.locale, {
    timeZone,
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const partsOf = (of: Instant): Readonly<Record<string, string>> =>
    Object.fromEntries(format.formatToParts(toMs(of)).map(({ type, value }) => [type, value]));
  const date = (of: Instant): string => {
    const parts = partsOf(of);
    return words.order.map((part) => parts[part] ?? "").join(words.separator);
  };
  const time = (of: Instant): string => {
    const { hour = "", minute = "" } = partsOf(of);
    return `${hour}:${minute}`;
  };
  return {
    date,
    lastDay: (of) => date(of.endsWith("T23:59:59Z") ? toInstant(toMs(of) - DAY_MS / 2) : of),
    time,
    at: (of) => words.at(date(of), time(of)),
    near: (of, now) => (date(of) === date(now) ? time(of) : date(of)),
    ago: (of, now) => ago(words, toMs(now) - toMs(of)),
    days: (from, to) => Math.ceil((toMs(to) - toMs(from)) / DAY_MS),
  };
};

const ago = ({ ago: words }: DateWords, ms: number): string => {
  if (ms < MINUTE_MS) return words.now;
  if (ms < HOUR_MS) return words.minutes(Math.floor(ms / MINUTE_MS));
  return ms < DAY_MS ? words.hours(Math.floor(ms / HOUR_MS)) : words.days(Math.floor(ms / DAY_MS));
};

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
