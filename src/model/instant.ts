import type { Brand } from "./brand.ts";

/** A moment as written in every document: ISO 8601 in UTC, to the second. Compares as text. */
export type Instant = Brand<string, "Instant">;

/** The one place where milliseconds become text and back; it never reads a clock. */
export const toInstant = (ms: number): Instant => `${new Date(ms).toISOString().slice(0, 19)}Z` as Instant;

/** The same to the millisecond, for what is measured. */
export const toPreciseInstant = (ms: number): string => new Date(ms).toISOString();

/** Milliseconds since the epoch; NaN where the text is no date. */
export const toMs = (text: string): number => Date.parse(text);

/** The same moment as an instant, or undefined where the text is no date. */
export const parseInstant = (text: string): Instant | undefined => {
  const ms = toMs(text);
  return Number.isNaN(ms) ? undefined : toInstant(ms);
};

/** The last moment that a date means: what holds until a day holds through it. */
export const parseUntil = (text: string): Instant | undefined =>
  parseInstant(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59:59Z` : text);

/** A day, `YYYY-MM-DD`, as a moment that falls on it from the Antilles to La Réunion. */
export const noonOf = (day: string): Instant => `${day}T12:00:00Z` as Instant;

export const DAY_MS = 86_400_000;

/** `30d`, `30j`, `12h`, `5m`, `90s` in milliseconds. */
export const durationMs = (text: string): number => Number.parseInt(text, 10) * (UNITS_MS[text.slice(-1)] ?? DAY_MS);

const UNITS_MS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: DAY_MS, j: DAY_MS };

/** A duration as a person writes it; undefined where it is none. */
export const parseDuration = (text: string): number | undefined => (/^\d{1,6}[smhdj]$/.test(text) ? durationMs(text) : undefined);
