import { readRecorded } from "../../operations/state/recorded.ts";
import { safeJson } from "../../views/safe-json.ts";
import { renderRecords } from "../../views/state-text.ts";
import type { CommandContext } from "../context.ts";
import { DONE } from "../exit-code.ts";
import { openStateFor } from "./open.ts";

export interface ShowOptions {
  readonly format?: string;
}

/** `chorus state show ADDRESS…`: what is recorded, with its evidence. */
export const run = async (context: CommandContext, asked: readonly string[], { format }: ShowOptions): Promise<number> => {
  const { store, screen } = await openStateFor(context);
  const { records } = await readRecorded(store, asked);
  context.ports.terminal.stdout.write(format === "json" ? safeJson(records) : renderRecords(records, screen));
  return DONE;
};
