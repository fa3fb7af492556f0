import type { Progress } from "../observe/observe.ts";
import type { ApplyEvent } from "../apply/events.ts";
import type { EnvironmentName } from "../model/environment.ts";

/** Which configuration, and what is vouched for. */
export interface ProjectOptions {
  /** Path of the configuration's file. */
  readonly config: string;
  /** As `--trust`: `host:NAME`, `loopback`, `commands`, `files:FOLDER`, `tls`. Nothing where absent. */
  readonly trust?: readonly string[];
  /** Where secrets and settings are looked up; the process's own where absent. */
  readonly variables?: Readonly<Record<string, string | undefined>>;
}

/** What a run is about, and how much is asked. */
export interface RunOptions extends ProjectOptions {
  readonly environment?: EnvironmentName;
  /** Addresses of resources; one that nothing answers to is an error. */
  readonly targets?: readonly string[];
  /** As `--max-age`: `24h`, `7d`. */
  readonly maxAge?: string;
  /** Everything is asked, also what is fresh. */
  readonly refresh?: boolean;
  /** As `--lock-timeout`. */
  readonly lockTimeout?: string;
  /** Ends the run: what waits is given up, what was answered is kept for the next one. */
  readonly signal?: AbortSignal;
  /** Called as things happen, before the promise is fulfilled. What it throws ends the run. */
  readonly onEvent?: (event: RunEvent) => void;
}

/** How far an application's questions have come, or what happened while a plan was applied. */
export type RunEvent = ({ readonly event: "progress" } & Progress) | ApplyEvent;
