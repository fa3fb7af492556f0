import { ChorusError } from "../../diagnostics/chorus-error.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { moveRecords } from "../../operations/state/move.ts";
import { recordedLine } from "../open-run.ts";
import type { CommandContext } from "../context.ts";
import { DONE } from "../exit-code.ts";
import { openStateFor, type LockOptions } from "./open.ts";

/** `chorus state move FROM TO`: what is recorded under a name, under another one. */
export const run = async (context: CommandContext, names: readonly string[], options: LockOptions): Promise<number> => {
  const [from, to, ...more] = names;
  if (from === undefined || to === undefined || more.length > 0) {
    throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: to === undefined ? "missing-argument" : "excess-arguments", value: to === undefined ? "to" : (more[0] ?? "") })]);
  }
  const { store, screen } = await openStateFor(context, options);
  const subjects = await moveRecords(store, from, to);
  context.ports.terminal.stdout.write(recordedLine(context, store.place, subjects, screen));
  return DONE;
};
