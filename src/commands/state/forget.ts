import { readRecorded } from "../../operations/state/recorded.ts";
import { recordedLine } from "../open-run.ts";
import type { CommandContext } from "../context.ts";
import { DONE } from "../exit-code.ts";
import { openStateFor, type LockOptions } from "./open.ts";

/** `chorus state forget ADDRESS…`: what is recorded is recorded no longer. The platforms know nothing of it. */
export const run = async (context: CommandContext, asked: readonly string[], options: LockOptions): Promise<number> => {
  const { store, screen } = await openStateFor(context, options);
  const forgotten = (await readRecorded(store, asked)).records.map(({ address }) => address);
  const subjects = await store.commit([], forgotten);
  context.ports.terminal.stdout.write(`${forgotten.map((address) => `- ${address}\n`).join("")}${recordedLine(context, store.place, subjects, screen)}`);
  return DONE;
};
