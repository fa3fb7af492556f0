import { relative } from "node:path";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { defined } from "../model/defined.ts";
import { planOffline } from "../operations/plan.ts";
import { ask } from "../operations/requests.ts";
import { renderNoted } from "../views/requests-noted.ts";
import { authorOf } from "./author.ts";
import { refuseSecrets } from "./refuse-secrets.ts";
import { screenFor, type CommandContext } from "./context.ts";
import { DONE } from "./exit-code.ts";
import { requireOneActor } from "./known-actor.ts";
import { openForCommand } from "./open-run.ts";
import { addressesOf } from "../operations/selection.ts";

export interface AskOptions {
  readonly actor?: string;
  readonly by?: string;
  readonly note?: string;
  readonly again?: boolean;
}

/** `chorus ask [ADDRESS…]`: notes that somebody outside was asked, or reminded. It sends nothing. */
export const run = async (context: CommandContext, args: readonly string[], options: AskOptions): Promise<number> => {
  const { clock, files, terminal } = context.ports;
  const { note, again = false } = options;
  if (args.length === 0 && options.actor === undefined) {
    throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "missing-option", value: "--actor" })]);
  }
  const { project } = await openForCommand(context, { live: false });
  const nowMs = clock.now();
  const plan = planOffline(project, nowMs);
  const actor = requireOneActor(options.actor, project.desired, plan.document);
  const addresses = addressesOf(args, plan.document.resources.map(({ address }) => address));
  const by = await authorOf(context, options.by);
  await refuseSecrets(context, project, { "--by": by, "--note": note });
  const noted = await ask(project.folder, plan, files, defined({ addresses, actor, again, note, nowMs, by }));
  const screen = screenFor(context, terminal.stdout, project.desired.language);
  terminal.stdout.write(renderNoted({ ...noted, file: relative(context.cwd, noted.file) }, screen));
  return DONE;
};
