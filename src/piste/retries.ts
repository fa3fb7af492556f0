import type { FailureCode, UnreachableCause } from "./outcome.ts";

/** How often one failure is asked again before it is believed. */
export interface RetryRow {
  /** A code, or a code with its cause or status. */
  readonly on: FailureCode | `unreachable:${UnreachableCause}` | `unexpected:${number}`;
  /** How many times it must be seen without a success in between, the first included. */
  readonly tries: number;
  /** The share of such answers to requests that deserved another; only where a verdict rests on them. */
  readonly faultRate?: number;
  /** The same for a write, where it differs: an answer that was lost may belong to something done. */
  readonly writeTries?: number;
  /** Before the second try, the third…; the last serves for all that follow. Milliseconds. */
  readonly waitsMs: readonly number[];
  readonly renewToken: boolean;
  readonly source: string;
}

/** The chance that a verdict "false" may have of being wrong, as far as tries can lessen it. */
export const ERROR_BUDGET = 1e-9;

/** How many equal answers in a row bring the chance that all of them are faults within the budget. */
export const triesWithin = (faultRate: number, budget = ERROR_BUDGET): number =>
  Math.max(1, Math.ceil(Math.log(budget) / Math.log(faultRate) - ROUNDING));

/** Logarithms of powers of ten come out a hair above the whole number. */
const ROUNDING = 1e-9;

/** A row on whose failure a verdict rests: its number of tries follows from how often it is seen wrongly. */
const believed = (on: RetryRow["on"], faultRate: number, rest: Omit<RetryRow, "on" | "tries" | "faultRate">): RetryRow => ({
  on,
  faultRate,
  tries: triesWithin(faultRate),
  ...rest,
});

/** Failures without a row are believed at once. */
export const RETRIES: readonly RetryRow[] = [
  believed("invalid-client", 0.1, {
    waitsMs: [2_000, 4_000, 6_000, 8_000, 10_000],
    renewToken: false,
    source: "integrators measured about 1 in 10 with valid credentials, and cured it by waiting longer each time",
  }),
  believed("account-rejected", 0.05, {
    waitsMs: [1_000, 1_000, 2_000, 3_000, 4_000, 5_000],
    renewToken: true,
    source: "integrators measured sporadic 401 when calls are close together; a second's pause and a new token cure it",
  }),
  {
    on: "token-rejected",
    tries: 5,
    waitsMs: [1_000],
    renewToken: true,
    source: "the same, and a token revoked before its time (Axway, OAuth resource server filters)",
  },
  {
    on: "unexpected:401",
    tries: 5,
    waitsMs: [1_000],
    renewToken: true,
    source: "a 401 whose header was lost on the way is one of the two above",
  },
  {
    on: "unexpected:200",
    tries: 3,
    waitsMs: [1_000, 3_000],
    renewToken: false,
    source: "half an answer, or the page of a gateway that is down, comes with this status too",
  },
  believed("not-subscribed", 1e-5, {
    waitsMs: [1_000],
    renewToken: false,
    source: "never seen false by integrators; a second look costs little and a wrong step costs a person's hour",
  }),
  {
    on: "quota",
    tries: 5,
    waitsMs: [1_000, 2_000, 4_000, 8_000],
    renewToken: false,
    source: "PISTE's user guide §6-10: quotas are per second, minute and day; RFC 9110 §10.2.3 for Retry-After",
  },
  {
    on: "unavailable",
    tries: 4,
    writeTries: 1,
    waitsMs: [1_000, 3_000],
    renewToken: false,
    source: "500 and 503 are documented by the official descriptions and seen by integrators",
  },
  {
    on: "unreachable:reset",
    tries: 4,
    writeTries: 1,
    waitsMs: [500, 2_000],
    renewToken: false,
    source: "a gateway closes idle connections, at times under a request; RFC 9110 §9.2.2 on what may be sent again",
  },
  {
    on: "unreachable:timeout",
    tries: 3,
    writeTries: 1,
    waitsMs: [1_000, 3_000],
    renewToken: false,
    source: "RFC 9110 §9.2.2",
  },
];
