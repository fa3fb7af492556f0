import type { Instant } from "./instant.ts";

/** Who holds a lock. */
export interface LockHolder {
  readonly owner: string;
  readonly host: string;
  readonly pid: number;
  readonly since: Instant;
  readonly command: string;
}

/** What a lock does not tell. */
export const NOBODY: LockHolder = { owner: "?", host: "?", pid: 0, since: "?" as Instant, command: "?" };
