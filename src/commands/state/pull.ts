import { resolve } from "node:path";
import { serializeState } from "../../state/serialize-state.ts";
import { cliMessages } from "../../messages/cli-messages.ts";
import type { CommandContext } from "../context.ts";
import { DONE } from "../exit-code.ts";
import { requireFolder } from "../out-file.ts";
import { openStateFor } from "./open.ts";

export interface PullOptions {
  readonly out?: string;
}

/** `chorus state pull`: the whole state in the form of its file, wherever it is kept. */
export const run = async (context: CommandContext, _args: readonly string[], { out }: PullOptions): Promise<number> => {
  if (out !== undefined) await requireFolder(context, out);
  const { files, terminal } = context.ports;
  const { store, screen } = await openStateFor(context);
  const state = await store.read();
  if (out === undefined) {
    terminal.stdout.write(serializeState(state));
    return DONE;
  }
  await files.replace(resolve(context.cwd, out), serializeState(state));
  terminal.stderr.write(`${cliMessages(screen.language).stateWritten(out, state.records.size)}\n`);
  return DONE;
};
