const DAY_MS = 86_400_000;
const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** ISO 8601: a day (midnight UTC), or a day, a time and an offset. */
export const ISO_TIME =
  /^([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(?:T([01][0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9])(?:\.([0-9]{1,3})[0-9]{0,6})?)?(?:Z|([+-])([01][0-9]|2[0-3]):([0-5][0-9])))?$/u;

/** Milliseconds since the epoch, or undefined when `text` is not {@link ISO_TIME}. */
export function parseIso(text: string): number | undefined {
  const match = ISO_TIME.exec(text);
  if (match === null) return undefined;
  const part = (index: number): number => Number(match[index] ?? 0);
  const fraction = Number((match[7] ?? "").padEnd(3, "0"));
  const offsetMinutes = (part(9) * 60 + part(10)) * (match[8] === "-" ? -1 : 1);
  const minutes = part(4) * 60 + part(5) - offsetMinutes;
  return daysFromCivil(part(1), part(2), part(3)) * DAY_MS + minutes * 60_000 + part(6) * 1000 + fraction;
}

/** `2026-11-24T09:12:00.000Z`. */
export function formatIso(ms: number): string {
  const at = civil(ms);
  return `${digits(at.year, 4)}-${digits(at.month)}-${digits(at.day)}T${digits(at.hour)}:${digits(at.minute)}:${digits(at.second)}.${digits(at.millisecond, 3)}Z`;
}

/** The `Date` header of HTTP: `Tue, 24 Nov 2026 09:12:00 GMT`. */
export function formatHttpDate(ms: number): string {
  const at = civil(ms);
  return `${WEEKDAYS[at.weekday]}, ${digits(at.day)} ${MONTHS[at.month - 1]} ${digits(at.year, 4)} ${digits(at.hour)}:${digits(at.minute)}:${digits(at.second)} GMT`;
}

function civil(ms: number) {
  const days = Math.floor(ms / DAY_MS);
  const inDay = Math.floor(ms - days * DAY_MS);
  return {
    ...civilFromDays(days),
    weekday: (((days + 4) % 7) + 7) % 7,
    hour: Math.floor(inDay / 3_600_000),
    minute: Math.floor(inDay / 60_000) % 60,
    second: Math.floor(inDay / 1000) % 60,
    millisecond: inDay % 1000,
  };
}

// The proleptic Gregorian calendar in eras of 400 years that begin on 1 March.
function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function civilFromDays(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = ((monthFromMarch + 2) % 12) + 1;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

function digits(value: number, width = 2): string {
  return String(value).padStart(width, "0");
}
