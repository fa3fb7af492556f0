import type { Instant } from "./instant.ts";

/** Who writes, and on whose behalf: kept with each change where the back end has a history. */
export interface Author {
  readonly who: string;
  readonly command: string;
  /** Commit of the configuration, and address or number of the pipeline's run. */
  readonly commit?: string;
  readonly run?: string;
}

/** One change of a subject: its lines in the form of the state's file, before and after. */
export interface HistoryEntry {
  readonly at: Instant;
  readonly author: Author;
  readonly before?: string;
  readonly after?: string;
}
