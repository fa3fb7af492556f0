import { defined } from "../model/defined.ts";
import { plan, wantedResources, type Plan, type PlanInput } from "../plan/plan.ts";
import { whereOf, type Selection } from "../plan/selection.ts";
import { concernedBy } from "../plan/where/concerned-by.ts";
import type { Live } from "./live.ts";
import { observeProject, type ObservePorts, type ObserveProjectOptions } from "./observe-project.ts";
import type { ReadableProject } from "./open-project.ts";

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

/** Plans on what was recorded: no request, no secret. */
export const planOffline = (project: ReadableProject, nowMs: number, selection?: Selection): Plan =>
  planWith(project, { resources: undefined, observations: new Map(), nowMs, selection, offline: true });

interface Seen extends Pick<PlanInput, "observations" | "nowMs"> {
  readonly offline: boolean;
  readonly selection: Selection | undefined;
  readonly resources: PlanInput["resources"] | undefined;
}

const planWith = ({ desired, state, copy, attestations, requests }: ReadableProject, seen: Seen): Plan =>
  plan(defined({ desired, records: state.records, state: copy === undefined ? undefined : copy === "none" ? "none" : "copy", attestations, requests, ...seen }));
