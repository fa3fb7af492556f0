import { resolve } from "node:path";
import { readPlan } from "../operations/read-plan.ts";
import type { CommandContext } from "./context.ts";
import { show } from "./plan.ts";

export interface ShowOptions {
  readonly format?: string;
  readonly actor?: string;
}

/** `chorus show FILE`: a plan that was written before, as it was. */
export const run = async (context: CommandContext, [file = ""]: readonly string[], options: ShowOptions): Promise<number> =>
  show(context, await readPlan(resolve(context.cwd, file), context.ports.files), options);
