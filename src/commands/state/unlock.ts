import { cliMessages } from "../../messages/cli-messages.ts";
import type { CommandContext } from "../context.ts";
import { DONE } from "../exit-code.ts";
import { openStateFor } from "./open.ts";

/** `chorus state unlock`: opens a lock whose holder is no more. Says who held it. */
export const run = async (context: CommandContext): Promise<number> => {
  const { store, screen } = await openStateFor(context);
  const words = cliMessages(screen.language);
  const holder = await store.unlock();
  context.ports.terminal.stdout.write(`${holder === undefined ? words.notLocked : words.unlocked(holder)}\n`);
  return DONE;
};
