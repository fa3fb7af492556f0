import type { FaultName } from "./faults/fault-names.ts";
import type { Environment } from "./scenario.ts";

/** One request as seen from outside: enough to prove counts, quotas and methods; never a secret. */
export interface RequestLogEntry {
  /** ISO 8601, in simulated time. */
  readonly time: string;
  readonly environment: Environment | null;
  /** The application that the token or the credentials stand for. */
  readonly application: string | null;
  /** The login in `cpro-account`, right or wrong. */
  readonly account: string | null;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** 0 when the connection was cut before any of the answer. */
  readonly status: number;
  readonly correlationId: string;
  /** The faults that were injected; absent when there were none. */
  readonly injected?: readonly FaultName[];
}

/** The last requests, oldest first. Beyond {@link MAX_ENTRIES} the oldest are forgotten, and counted. */
export interface RequestLog {
  readonly add: (entry: RequestLogEntry) => void;
  readonly entries: () => readonly RequestLogEntry[];
  readonly forgotten: () => number;
  readonly clear: () => void;
}

export function requestLog(): RequestLog {
  let kept: RequestLogEntry[] = [];
  let forgotten = 0;
  return {
    add: (entry) => {
      kept.push(entry);
      // Trimmed by tenths, so that adding stays cheap.
      if (kept.length >= MAX_ENTRIES * 1.1) {
        forgotten += kept.length - MAX_ENTRIES;
        kept = kept.slice(-MAX_ENTRIES);
      }
    },
    entries: () => kept.slice(),
    forgotten: () => forgotten,
    clear: () => {
      kept = [];
      forgotten = 0;
    },
  };
}

const MAX_ENTRIES = 50_000;
