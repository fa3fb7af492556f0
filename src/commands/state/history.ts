import { historyOf } from "../../operations/state/history.ts";
import { renderHistory } from "../../views/state-text.ts";
import type { CommandContext } from "../context.ts";
import { DONE } from "../exit-code.ts";
import { openStateFor } from "./open.ts";

export interface HistoryOptions {
  readonly format?: string;
}

/** `chorus state history ADDRESS`: who changed what is recorded of a subject, and when, the latest first. */
export const run = async (context: CommandContext, [asked = ""]: readonly string[], { format }: HistoryOptions): Promise<number> => {
  const { store, screen } = await openStateFor(context);
  const entries = await historyOf(store, asked, context.ports.processes);
  context.ports.terminal.stdout.write(format === "json" ? `${JSON.stringify(entries, undefined, 2)}\n` : renderHistory(entries, screen));
  return DONE;
};
