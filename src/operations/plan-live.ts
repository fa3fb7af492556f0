import { wantedResources, type Plan } from "../plan/plan.ts";
import { whereOf, type Selection } from "../plan/selection.ts";
import { concernedBy } from "../plan/where/concerned-by.ts";
import type { Live } from "./live.ts";
import { observeProject, type ObservePorts, type ObserveProjectOptions } from "./observe-project.ts";
import type { ReadableProject } from "./open-project.ts";
import { planWith } from "./plan.ts";

export interface PlanOptions extends ObserveProjectOptions {
  readonly selection?: Selection;
}

export interface LivePlanned {
  readonly plan: Plan;
  /** Answers of before that were fresh enough not to be asked again. */
  readonly reused: number;
}

/** Plans on what the platforms say now, or said of late where that will do. */
export const planLive = async (project: ReadableProject, live: Live, ports: ObservePorts, options: PlanOptions): Promise<LivePlanned> => {
  const { selection } = options;
  const resources = wantedResources(project.desired, ports.clock.now(), selection);
  const { observations, reused } = await observeProject(project, concernedBy(whereOf(selection), resources), live, ports, options);
  return { plan: planWith(project, { resources, observations, nowMs: ports.clock.now(), selection, offline: false }), reused };
};
