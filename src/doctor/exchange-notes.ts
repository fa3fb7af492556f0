import type { EnvironmentName } from "../model/environment.ts";
import { toMs } from "../model/instant.ts";
import type { Trace } from "../model/trace.ts";
import type { RecordedExchange, Recorder } from "../ports/recorder.ts";

/** What a doctor keeps of the exchanges of a run: how long each took, and what the servers' clocks said. */
export interface ExchangeNotes extends Recorder {
  durationOf(trace: Trace): number | undefined;
  /** The server's time against ours, from the quickest answer with a date. */
  clockOf(environment: EnvironmentName): ClockSeen | undefined;
  hasAnswer(environment: EnvironmentName): boolean;
}

export interface ClockSeen {
  /** Milliseconds; above 0, the server is ahead. */
  readonly aheadMs: number;
  readonly request: string;
  readonly status: number;
  readonly at: number;
  readonly durationMs: number;
}

export const createExchangeNotes = (): ExchangeNotes => {
  const durations = new Map<string, number>();
  const clocks = new Map<string, ClockSeen>();
  const answered = new Set<string>();
  return {
    add(exchange) {
      const { environment, answer } = exchange;
      const durationMs = Math.max(0, exchange.endedAt - exchange.sentAt);
      durations.set(keyOf(lineOf(exchange), exchange.endedAt), durationMs);
      if ("cause" in answer) return;
      answered.add(environment);
      const seen = clockSeen(exchange, answer.status, answer.headers, durationMs);
      const before = clocks.get(environment);
      if (seen !== undefined && (before === undefined || seen.durationMs < before.durationMs)) clocks.set(environment, seen);
    },
    durationOf: ({ request, at }) => durations.get(keyOf(request, at)),
    clockOf: (environment) => clocks.get(environment),
    hasAnswer: (environment) => answered.has(environment),
  };
};

const lineOf = ({ request }: RecordedExchange): string => `${request.method} ${new URL(request.url).pathname}`;

const keyOf = (request: string, at: number): string => `${at} ${request}`;

/** A date is cut to the second, so the server's time is half a second later on average; it was written on the way. */
const clockSeen = (
  exchange: RecordedExchange,
  status: number,
  headers: RecordedExchange["request"]["headers"],
  durationMs: number,
): ClockSeen | undefined => {
  const { sentAt, headAt = exchange.endedAt, endedAt } = exchange;
  const date = headers.find(([name]) => name === "date")?.[1];
  const serverMs = date === undefined ? Number.NaN : toMs(date) + 500;
  if (Number.isNaN(serverMs)) return undefined;
  return { aheadMs: serverMs - (sentAt + headAt) / 2, request: lineOf(exchange), status, at: endedAt, durationMs };
};
