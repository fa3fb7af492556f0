import { defined } from "../model/defined.ts";
import { toInstant } from "../model/instant.ts";
import { guard } from "../operations/guard.ts";
import type { Project } from "../operations/open-project.ts";
import { selectionOf, type SelectionOptions } from "../operations/selection.ts";
import { wantedResources } from "../plan/plan.ts";
import { runStarted } from "../views/run/run-events.ts";
import type { CommandContext } from "./context.ts";
import { tellEvents, type Outputs } from "./outputs.ts";
import { stopOptionsOf, type StopCommandOptions } from "./stop-options.ts";

/** A run that records begins: unless it is to end or change too much, those who follow it are told before anything is asked. */
export const runBegins = async (
  context: CommandContext,
  outputs: Outputs,
  { command, project, options }: { readonly command: "apply" | "refresh"; readonly project: Project; readonly options: StopCommandOptions & SelectionOptions },
): Promise<void> => {
  const { desired } = project;
  const nowMs = context.ports.clock.now();
  const selection = selectionOf(options, () => wantedResources(desired, nowMs));
  guard(project, { ...stopOptionsOf(options), selection, nowMs });
  await tellEvents(context, outputs, [runStarted(command, defined({ createdAt: toInstant(nowMs), topology: desired.topology, offline: false, selection }))]);
};
