import { PASSWORD_LIFE_MS } from "../catalogue/password-life.ts";
import type { Address } from "../model/address.ts";
import { toInstant, type Instant } from "../model/instant.ts";
import { isoWeekOf, WEEK_MS } from "../model/iso-week.ts";

/** A password that is to be renewed, at the earliest so long before its end. */
export interface Renewal {
  readonly address: Address;
  /** Milliseconds since the epoch. */
  readonly endsAtMs: number;
  readonly beforeMs: number;
}

/** The week that a renewal is planned for: within it from when to when it may be done. */
export interface PlannedWeek {
  /** `2026-W48` */
  readonly week: string;
  readonly from: Instant;
  readonly to: Instant;
}

export interface Spread {
  readonly weeks: ReadonlyMap<Address, PlannedWeek>;
  /** Those that no week had room for. */
  readonly beyond: readonly Renewal[];
}

/**
 * Gives each renewal a week, what ends first going first, so that no week has more than its share. Each gets the first
 * week that has room, at the earliest this one, within its own time: never earlier than so long before its end, never after
 * it. As all have the same time before their end, no other order finds a week for more of them.
 *
 * Passwords that were made this week took their place in it: who did Monday's work is not given next week's on Tuesday.
 */
export const spreadRenewals = (renewals: readonly Renewal[], { perWeek, nowMs }: SpreadOptions): Spread => {
  const thisWeek = isoWeekOf(nowMs).fromMs;
  const isFresh = ({ endsAtMs }: Renewal): boolean => isoWeekOf(endsAtMs - PASSWORD_LIFE_MS).fromMs === thisWeek;
  const taken = new Map([[thisWeek, renewals.filter(isFresh).length]]);
  const weeks = new Map<Address, PlannedWeek>();
  const beyond: Renewal[] = [];
  const open = renewals.filter((renewal) => renewal.endsAtMs > nowMs && !isFresh(renewal));
  for (const renewal of open.toSorted(byEnd)) {
    const { address, endsAtMs, beforeMs } = renewal;
    const earliestMs = endsAtMs - beforeMs;
    let week = isoWeekOf(Math.max(earliestMs, nowMs)).fromMs;
    while ((taken.get(week) ?? 0) >= perWeek && week < endsAtMs) week += WEEK_MS;
    if (week >= endsAtMs) {
      beyond.push(renewal);
      continue;
    }
    taken.set(week, (taken.get(week) ?? 0) + 1);
    weeks.set(address, {
      week: isoWeekOf(week).name,
      from: toInstant(Math.max(week, earliestMs)),
      to: toInstant(Math.min(week + WEEK_MS, endsAtMs)),
    });
  }
  return { weeks, beyond };
};

export interface SpreadOptions {
  readonly perWeek: number;
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
}

const byEnd = (a: Renewal, b: Renewal): number => a.endsAtMs - b.endsAtMs || (a.address < b.address ? -1 : 1);
