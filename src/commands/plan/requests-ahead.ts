import { defined } from "../../model/defined.ts";
import { changedSince } from "../../operations/changed-since.ts";
import { connect } from "../../operations/live.ts";
import { explainRequests } from "../../operations/observe-project.ts";
import { selectionOf } from "../../operations/selection.ts";
import { wantedResources } from "../../plan/plan.ts";
import { whereOf } from "../../plan/selection.ts";
import { concernedBy } from "../../plan/where/concerned-by.ts";
import { renderRequests } from "../../views/requests-text.ts";
import { trustOf, type CommandContext } from "../context.ts";
import { freshnessOf } from "../freshness.ts";
import type { OpenedProject } from "../open-run.ts";
import type { PlanCommandOptions } from "../plan.ts";

/** `chorus plan --explain-requests`: what a plan would ask. Nothing is sent. */
export const tellRequestsAhead = async (context: CommandContext, { project, language }: OpenedProject, options: PlanCommandOptions): Promise<number> => {
  const { ports } = context;
  const nowMs = ports.clock.now();
  const selection = selectionOf(options, (part) => wantedResources(project.desired, nowMs, part));
  const resources = concernedBy(whereOf(selection), wantedResources(project.desired, nowMs, selection));
  const changed = options.changedSince === undefined ? undefined : await changedSince(ports, project, options.changedSince);
  const { world } = connect(ports, project, trustOf(context));
  const explained = await explainRequests(project, resources, world, ports, defined({ ...freshnessOf(options), changed }));
  ports.terminal.stdout.write(renderRequests(explained, language));
  return 0;
};
