import type { Clock } from "../ports/ports.ts";
import type { Failure, FailureCode, Outcome } from "./outcome.ts";
import { RETRIES, type RetryRow } from "./retries.ts";

export interface RetryOptions<Body> {
  readonly clock: Pick<Clock, "sleep">;
  readonly signal: AbortSignal | undefined;
  /** What is done: a write is not sent again where the first may have been carried out. */
  readonly effect: "read" | "write";
  /** Failures that are the answer hoped for: not doubted, so not asked again. */
  readonly expected?: readonly FailureCode[];
  readonly rows?: readonly RetryRow[] | undefined;
  /** Asks once; `tries` counts this one in, and belongs in the outcome's trace. */
  attempt(tries: number): Promise<Attempt<Body>>;
  /** The next try must have another token. */
  renewToken?(): void;
  /** Called before each wait for another try. */
  readonly onRetry?: OnRetry | undefined;
}

export type OnRetry = (retrying: Retrying) => void;

/** A failure that is not believed yet. */
export interface Retrying {
  readonly code: FailureCode;
  /** The try that comes next, counted from 1 among those that failed alike. */
  readonly tries: number;
  /** With how many such tries it is believed. */
  readonly of: number;
}

export interface Attempt<Body> {
  readonly outcome: Outcome<Body>;
  /** No more to be tried: the failure comes from something that did its own tries. */
  readonly settled?: boolean;
}

/**
 * Asks until it succeeds or until a failure has been seen as often as its row says: a verdict rests on that many equal
 * answers, and a fault in between does not count towards it. Ends, since every row does.
 */
export const retry = async <Body>(options: RetryOptions<Body>): Promise<Outcome<Body>> => {
  const seen = new Map<string, number>();
  for (let tries = 1; ; tries += 1) {
    const { outcome, settled } = await options.attempt(tries);
    if (outcome.ok || settled === true || isAborted(outcome.failure)) return outcome;
    const { failure, trace } = outcome;
    const row = rowOf(failure, options.rows ?? RETRIES);
    if (row === undefined || options.expected?.includes(failure.code) === true) return outcome;
    const times = (seen.get(row.on) ?? 0) + 1;
    seen.set(row.on, times);
    const of = options.effect === "write" ? (row.writeTries ?? row.tries) : row.tries;
    if (times >= of) return outcome;
    const waitMs = waitAfter(failure, row, times);
    if (waitMs > LONGEST_WAIT_MS) return outcome;
    if (row.renewToken) options.renewToken?.();
    options.onRetry?.({ code: failure.code, tries: times + 1, of });
    if (!(await slept(waitMs, options))) return { ok: false, failure: ABORTED, trace };
  }
};

/** The row of a failure's code with its cause or status, else of the code alone. */
const rowOf = (failure: Failure, rows: readonly RetryRow[]): RetryRow | undefined => {
  const precise =
    failure.code === "unreachable"
      ? `unreachable:${failure.cause}`
      : failure.code === "unexpected"
        ? `unexpected:${failure.status}`
        : failure.code;
  return rows.find(({ on }) => on === precise) ?? rows.find(({ on }) => on === failure.code);
};

/** The last wait of a row serves for all that follow; what the server asks for counts where it is longer. */
const waitAfter = (failure: Failure, { waitsMs }: RetryRow, times: number): number => {
  const own = waitsMs[Math.min(times, waitsMs.length) - 1] ?? 0;
  return failure.code === "quota" ? Math.max(own, failure.retryAfterMs ?? 0) : own;
};

/** False where the signal ended it. */
const slept = async (
  waitMs: number,
  { clock, signal }: Pick<RetryOptions<unknown>, "clock" | "signal">,
): Promise<boolean> => {
  try {
    await clock.sleep(waitMs, signal);
  } catch (error) {
    if (signal?.aborted !== true) throw error;
  }
  return signal?.aborted !== true;
};

const isAborted = (failure: Failure): boolean => failure.code === "unreachable" && failure.cause === "aborted";

export const ABORTED: Failure = { code: "unreachable", cause: "aborted", detail: "aborted" };

/** A server that asks for more is not waited for: the failure says how long it asked. */
const LONGEST_WAIT_MS = 60_000;
