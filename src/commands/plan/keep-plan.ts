import { resolve } from "node:path";
import { cliMessages } from "../../messages/cli-messages.ts";
import { renderPlanJson } from "../../views/plan-json.ts";
import { screenFor, type CommandContext } from "../context.ts";
import type { PlanToTell } from "../outputs.ts";

/** The plan as it is applied after a review, where it is to be kept. */
export const keepPlan = async (context: CommandContext, { document, sealed }: PlanToTell, { out }: { readonly out?: string }): Promise<void> => {
  if (out === undefined || sealed === undefined) return;
  const { files, terminal } = context.ports;
  await files.replace(resolve(context.cwd, out), renderPlanJson(sealed));
  terminal.stderr.write(`${cliMessages(screenFor(context, terminal.stderr, document.language).language).planWritten(out)}\n`);
};
