import { planOffline } from "../operations/plan.ts";
import { wantedResources } from "../plan/plan.ts";
import { renderStatusText } from "../views/status-text.ts";
import { renderPlanJson } from "../views/plan-json.ts";
import { screenFor, type CommandContext } from "./context.ts";
import { exitCodeOf } from "./exit-code.ts";
import { openForCommand } from "./live-run.ts";
import { selectionOf, type SelectionOptions } from "./selection.ts";

export interface StatusOptions extends SelectionOptions {
  readonly format?: string;
  readonly detailedExitcode?: boolean;
}

/** `chorus status`: where each structure, application and account stands, as recorded. No request, no secret. */
export const run = async (context: CommandContext, _args: readonly string[], options: StatusOptions): Promise<number> => {
  const { clock, terminal } = context.ports;
  const { project } = await openForCommand(context, { live: false });
  const nowMs = clock.now();
  const selection = selectionOf(options, () => wantedResources(project.desired, nowMs));
  const { document } = planOffline(project, nowMs, selection);
  const screen = screenFor(context, terminal.stdout, document.language);
  terminal.stdout.write(options.format === "json" ? renderPlanJson(document) : renderStatusText(document, screen));
  return exitCodeOf(document, options.detailedExitcode === true);
};
