import { cliMessages } from "../../messages/cli-messages.ts";
import { restoreState } from "../../operations/state/restore.ts";
import type { CommandContext } from "../context.ts";
import { DONE } from "../exit-code.ts";
import { placeFrom } from "../place-from.ts";
import { openStateFor, type LockOptions } from "./open.ts";

/** `chorus state restore`: the state as it was before the last write of this machine. */
export const run = async (context: CommandContext, _args: readonly string[], options: LockOptions): Promise<number> => {
  const { store, folder, screen } = await openStateFor(context, options);
  const state = await restoreState(store, folder, context.ports.files);
  const place = placeFrom(context, store.place);
  context.ports.terminal.stdout.write(`${cliMessages(screen.language).stateWritten(place, state.records.size)}\n`);
  return DONE;
};
