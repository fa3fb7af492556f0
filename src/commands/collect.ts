import { resolve } from "node:path";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { parseDuration } from "../model/instant.ts";
import { collectProofs } from "../operations/proof/collect.ts";
import { renderDiagnosticsText } from "../views/diagnostics.ts";
import { renderCollected } from "../views/proof-text.ts";
import { screenFor, type CommandContext } from "./context.ts";
import { DONE, FAILED } from "./exit-code.ts";
import { openForCommand, recordedLine } from "./open-run.ts";
import { expandBraces } from "../operations/selection.ts";
import { stateOptionsOf, type StateCommandOptions } from "./state-options.ts";

export interface CollectOptions extends StateCommandOptions {
  readonly maxAge?: string;
}

/** `chorus collect FILE…`: takes in what clients' machines proved. Each file by itself: one that is refused stops no other. */
export const run = async (context: CommandContext, args: readonly string[], { maxAge, ...state }: CollectOptions): Promise<number> => {
  const { clock, files, terminal } = context.ports;
  const maxAgeMs = maxAge === undefined ? undefined : parseDuration(maxAge);
  if (maxAge !== undefined && maxAgeMs === undefined) {
    throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "invalid-argument", value: maxAge, of: "--max-age" })]);
  }
  const { project } = await openForCommand(context, { live: false, ...stateOptionsOf(state) });
  const named = args.flatMap(expandBraces).map((name) => ({ path: resolve(context.cwd, name), named: name }));
  const { proofs, refused, subjects } = await collectProofs(project, files, { files: named, nowMs: clock.now(), maxAgeMs });
  const { language } = project.desired;
  const screen = screenFor(context, terminal.stdout, language);
  if (proofs.length > 0) terminal.stdout.write(renderCollected(proofs, screen) + recordedLine(context, project.store.place, subjects, screen));
  if (refused.length > 0) terminal.stderr.write(renderDiagnosticsText(refused, screenFor(context, terminal.stderr, language)));
  return refused.length > 0 ? FAILED : DONE;
};
