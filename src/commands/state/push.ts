import { resolve } from "node:path";
import { cliMessages } from "../../messages/cli-messages.ts";
import { pushState } from "../../operations/state/push.ts";
import { readStateFile } from "../../state/file-store.ts";
import type { CommandContext } from "../context.ts";
import { DONE } from "../exit-code.ts";
import { placeFrom } from "../place-from.ts";
import { openStateFor, type LockOptions } from "./open.ts";

export interface PushOptions extends LockOptions {
  readonly force?: boolean;
}

/** `chorus state push FILE`: a whole state in the place of what is there. */
export const run = async (context: CommandContext, [file = ""]: readonly string[], options: PushOptions): Promise<number> => {
  const { store, screen } = await openStateFor(context, options);
  const state = await readStateFile(resolve(context.cwd, file), context.ports.files);
  await pushState(store, { state, file }, options.force === true);
  const place = placeFrom(context, store.place);
  context.ports.terminal.stdout.write(`${cliMessages(screen.language).stateWritten(place, state.records.size)}\n`);
  return DONE;
};
