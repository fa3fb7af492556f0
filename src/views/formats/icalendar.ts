import { Buffer } from "node:buffer";
import { printable } from "../printable.ts";

/** A calendar that other programs subscribe to, as RFC 5545 writes it. */
export interface Calendar {
  readonly name: string;
  readonly productId: string;
  readonly events: readonly CalendarEvent[];
}

export interface CalendarEvent {
  /** The same for the same thing whenever it is written, so that a change moves it instead of adding another. */
  readonly uid: string;
  /** Instants in UTC, `2026-11-24T08:12:00Z`: each calendar shows them in its own zone. */
  readonly stamp: string;
  readonly start: string;
  readonly end?: string;
  readonly summary: string;
  readonly description: string;
  readonly category: string;
}

export const renderCalendar = ({ name, productId, events }: Calendar): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:${text(productId)}`,
    "CALSCALE:GREGORIAN",
    // RFC 7986; the second is what calendars read that are older.
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
    ...events.flatMap(eventLines),
    "END:VCALENDAR",
  ]
    .map((line) => `${fold(line)}\r\n`)
    .join("");

const eventLines = ({ uid, stamp, start, end, summary, description, category }: CalendarEvent): readonly string[] => [
  "BEGIN:VEVENT",
  `UID:${text(uid)}`,
  `DTSTAMP:${dateTime(stamp)}`,
  `DTSTART:${dateTime(start)}`,
  ...(end === undefined ? [] : [`DTEND:${dateTime(end)}`]),
  `SUMMARY:${text(summary)}`,
  `DESCRIPTION:${text(description)}`,
  `CATEGORIES:${text(category)}`,
  // It takes nobody's time: whoever is free stays free.
  "TRANSP:TRANSPARENT",
  "END:VEVENT",
];

const dateTime = (instant: string): string => instant.replaceAll(/[-:]/g, "");

/** Section 3.3.11: what separates values is escaped, a line break is `\n`. Other control characters may not be there. */
const text = (value: string): string =>
  value
    .split(/\r\n|\r|\n/)
    .map((line) => printable(line).replaceAll(/[\\;,]/g, String.raw`\$&`))
    .join(String.raw`\n`);

/** Section 3.1: no line is longer than 75 bytes; the next one goes on after a space. No letter is cut in two. */
const fold = (line: string): string => {
  const lines = [""];
  let bytes = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (bytes + size > MOST_BYTES) {
      lines.push(" ");
      bytes = 1;
    }
    lines[lines.length - 1] += letter;
    bytes += size;
  }
  return lines.join("\r\n");
};

const MOST_BYTES = 75;
