import { openState, type OpenedState } from "../../operations/state/open-state.ts";
import { entryOf, screenFor, trustOf, type CommandContext, type Screen } from "../context.ts";
import { stateOptionsOf, type StateCommandOptions } from "../state-options.ts";

export interface OpenedForCommand extends OpenedState {
  readonly screen: Screen;
}

export type LockOptions = Pick<StateCommandOptions, "lockTimeout">;

/** The state that the configuration names, for a command. */
export const openStateFor = async (context: CommandContext, options: LockOptions = {}): Promise<OpenedForCommand> => {
  const { ports, command } = context;
  const opened = await openState(ports, { entry: await entryOf(context), trust: trustOf(context), live: false, command, ...stateOptionsOf(options) });
  return { ...opened, screen: screenFor(context, ports.terminal.stdout, opened.desired.language) };
};
