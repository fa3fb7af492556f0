import { cliMessages } from "../../messages/cli-messages.ts";
import { recordedAt } from "../../operations/state/recorded.ts";
import type { CommandContext } from "../context.ts";
import { DONE } from "../exit-code.ts";
import { openStateFor } from "./open.ts";

export interface ListOptions {
  readonly format?: string;
}

/** `chorus state list`: the address of everything that is recorded, a line each. */
export const run = async (context: CommandContext, asked: readonly string[], { format }: ListOptions): Promise<number> => {
  const { store, screen } = await openStateFor(context);
  const state = await store.read();
  const addresses = asked.length === 0 ? [...state.records.keys()].toSorted() : recordedAt(state, asked).map(({ address }) => address);
  const { stdout, stderr } = context.ports.terminal;
  // What reads the list takes no line for none; a person would wonder.
  if (addresses.length === 0) stderr.write(`${cliMessages(screen.language).noRecords}\n`);
  stdout.write(format === "json" ? `${JSON.stringify(addresses, undefined, 2)}\n` : addresses.map((address) => `${address}\n`).join(""));
  return DONE;
};
