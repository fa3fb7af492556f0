import { durationOf } from "../operations/duration-of.ts";

/** How a command that records means to use the state. */
export interface StateCommandOptions {
  readonly newState?: boolean;
  readonly lockTimeout?: string;
}

export const stateOptionsOf = ({ newState, lockTimeout }: StateCommandOptions): { readonly newState: boolean; readonly lockTimeoutMs?: number } => ({
  newState: newState === true,
  ...(lockTimeout === undefined ? {} : { lockTimeoutMs: durationOf("--lock-timeout", lockTimeout) }),
});
