import { setTimeout } from "node:timers/promises";
import { errorCode } from "../../ports/error-code.ts";
import type { Clock } from "../../ports/ports.ts";

/** One step of a probe: what it gave, or the system's code for why not. */
export type Step<T> =
  | ({ readonly done: true } & Taken & T)
  | ({ readonly done: false; readonly code: string } & Taken);

interface Taken {
  /** Of the last try. */
  readonly durationMs: number;
  readonly tries: number;
}

export interface StepOptions {
  readonly clock: Pick<Clock, "now">;
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
  readonly most?: number;
}

export interface Limits {
  readonly signal: AbortSignal;
}

/** Takes a step within its time, twice where the first try failed: one lost packet is no verdict. */
export const takeStep = async <T extends object>(options: StepOptions, take: (limits: Limits) => Promise<T>): Promise<Step<T>> => {
  const { clock, most = MOST_TRIES } = options;
  for (let tries = 1; ; tries++) {
    const startedAt = clock.now();
    try {
      const given = await inTime(options, take);
      return { ...given, done: true, durationMs: clock.now() - startedAt, tries };
    } catch (error) {
      const durationMs = clock.now() - startedAt;
      const code = error === TIMED_OUT ? "ETIMEDOUT" : codeOf(error);
      if (tries >= most || error === TIMED_OUT || options.signal?.aborted === true) return { done: false, code, durationMs, tries };
    }
  }
};

const inTime = async <T>({ signal, timeoutMs = TIMEOUT_MS }: StepOptions, take: (limits: Limits) => Promise<T>): Promise<T> => {
  const over = new AbortController();
  const limits = { signal: signal === undefined ? over.signal : AbortSignal.any([signal, over.signal]) };
  const late = setTimeout(timeoutMs, undefined, limits).then(
    () => Promise.reject(TIMED_OUT),
    (error: unknown) => Promise.reject(error),
  );
  try {
    return await Promise.race([take(limits), late]);
  } finally {
    over.abort();
    late.catch(() => undefined);
  }
};

/** An `AggregateError` (several addresses tried) may carry the code in its parts alone. */
const codeOf = (error: unknown): string => {
  const first = (error as { readonly errors?: readonly unknown[] } | undefined)?.errors?.[0];
  return errorCode(error) ?? (first === undefined ? "unknown" : codeOf(first));
};

const TIMED_OUT = new Error("timed out");
const TIMEOUT_MS = 10_000;
const MOST_TRIES = 2;
