import type { FailureCode, UnreachableCause } from "./outcome.ts";

/** How often one failure is asked again before it is believed. */
export interface RetryRow {
  /** A code, or a code with its cause or status. */
  readonly on: FailureCode | `unreachable:${UnreachableCause}` | `unexpected:${number}`;
  /** How many times it must be seen, the first included. */
  readonly tries: number;
  /** The same for a write, where it differs: an answer that was lost may belong to something done. */
  readonly writeTries?: number;
  /** Before the second try, the third…; the last serves for all that follow. Milliseconds. */
  readonly waitsMs: readonly number[];
  readonly renewToken: boolean;
  readonly source: string;
}

/** Failures without a row are believed at once. */
export const RETRIES: readonly RetryRow[] = [
  {
    on: "invalid-client",
    tries: 5,
    waitsMs: [2_000, 4_000, 6_000, 8_000],
    renewToken: false,
    source: "integrators measured about 1 in 10 with valid credentials, and cured it with these five tries",
  },
  {
    on: "account-rejected",
    tries: 3,
    waitsMs: [1_000],
    renewToken: true,
    source: "integrators measured sporadic 401 when calls are close together; a second's pause and a new token cure it",
  },
  {
    on: "token-rejected",
    tries: 3,
    waitsMs: [1_000],
    renewToken: true,
    source: "the same, and a token revoked before its time (Axway, OAuth resource server filters)",
  },
  {
    on: "unexpected:401",
    tries: 3,
    waitsMs: [1_000],
    renewToken: true,
    source: "a 401 whose header was lost on the way is one of the two above",
  },
  {
    on: "not-subscribed",
    tries: 2,
    waitsMs: [1_000],
    renewToken: false,
    source: "never seen false by integrators; a second look costs little and a wrong step costs a person's hour",
  },
  {
    on: "quota",
    tries: 5,
    waitsMs: [1_000, 2_000, 4_000, 8_000],
    renewToken: false,
    source: "PISTE's user guide §6-10: quotas are per second, minute and day; RFC 9110 §10.2.3 for Retry-After",
  },
  {
    on: "unavailable",
    tries: 3,
    writeTries: 1,
    waitsMs: [1_000, 3_000],
    renewToken: false,
    source: "500 and 503 are documented by the official descriptions and seen by integrators",
  },
  {
    on: "unreachable:reset",
    tries: 3,
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
