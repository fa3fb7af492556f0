import type { Brand } from "./brand.ts";
import { isDay } from "./day.ts";

/** A moment as written in every document: ISO 8601 in UTC, to the second. Compares as text. */
export type Instant = Brand<string, "Instant">;

/** The one place where milliseconds become text and back; it never reads a clock. */
export const toInstant = (ms: number): Instant =>
  // Joined, it is a text of its own: a slice would keep the longer one, hundreds of thousands of times.
  [new Date(ms).toISOString().slice(0, 19), "Z"].join("") as Instant;

/** The same to the millisecond, for what is measured. */
export const toPreciseInstant = (ms: number): string => new Date(ms).toISOString();

/** Milliseconds since the epoch; NaN where the text is no date. */
export const toMs = (text: string): number => Date.parse(text);

/**
 * The moment that a text written by a person means: a day from its beginning in UTC, or a time with its zone. Undefined
 * for everything else: what a machine would guess depends on where it stands, and on whose order of day and month.
 */
export const parseInstant = (text: string): Instant | undefined => {
  if (isDay(text)) return `${text}T00:00:00Z` as Instant;
  const ms = ZONED.test(text) && isDay(text.slice(0, 10)) ? toMs(text) : Number.NaN;
  return Number.isNaN(ms) ? undefined : toInstant(ms);
};

/** The last moment that a date means: what holds until a day holds through it. */
export const parseUntil = (text: string): Instant | undefined => (isDay(text) ? (`${text}T23:59:59Z` as Instant) : parseInstant(text));

/** `2027-06-30T23:00+02:00`, `2027-06-30T21:00:00.000Z`. */
const ZONED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/** A day, `YYYY-MM-DD`, as a moment that falls on it from the Antilles to La Réunion. */
export const noonOf = (day: string): Instant => `${day}T12:00:00Z` as Instant;

export const DAY_MS = 86_400_000;

/** `30d`, `30j`, `12h`, `5m`, `90s` in milliseconds. */
export const durationMs = (text: string): number => Number.parseInt(text, 10) * (UNITS_MS[text.slice(-1)] ?? DAY_MS);

const UNITS_MS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: DAY_MS, j: DAY_MS };

/** A duration as a person writes it; undefined where it is none. */
export const parseDuration = (text: string): number | undefined => (/^\d{1,6}[smhdj]$/.test(text) ? durationMs(text) : undefined);
