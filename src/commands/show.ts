import { resolve } from "node:path";
import { defined } from "../model/defined.ts";
import { readPlan } from "../operations/read-plan.ts";
import { renderPlanText } from "../views/plan-text.ts";
import type { CommandContext } from "./context.ts";
import { DONE } from "./exit-code.ts";
import { tellRun, withOutputs, type OutputOptions } from "./outputs.ts";

export interface ShowOptions extends OutputOptions {
  readonly actor?: string;
}

/** `chorus show FILE`: a plan that was written before, as it was. */
export const run = async (context: CommandContext, [file = ""]: readonly string[], options: ShowOptions): Promise<number> =>
  withOutputs(context, options, async (outputs) => {
    const document = await readPlan(resolve(context.cwd, file), context.ports.files);
    const { actor } = options;
    await tellRun(context, outputs, { command: "plan", document, sealed: document, events: [] }, (screen) => renderPlanText(document, defined({ ...screen, actor })));
    return DONE;
  });
