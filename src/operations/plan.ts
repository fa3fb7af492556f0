import { defined } from "../model/defined.ts";
import { plan, type Plan, type PlanInput } from "../plan/plan.ts";
import type { Selection } from "../plan/selection.ts";
import type { ReadableProject } from "./open-project.ts";

/** Plans on what was recorded: no request, no secret. */
export const planOffline = (project: ReadableProject, nowMs: number, selection?: Selection): Plan =>
  planWith(project, { resources: undefined, observations: new Map(), nowMs, selection, offline: true });

interface Seen extends Pick<PlanInput, "observations" | "nowMs"> {
  readonly offline: boolean;
  readonly selection: Selection | undefined;
  readonly resources: PlanInput["resources"] | undefined;
}

/** Plans on what was recorded and what was seen. */
export const planWith = ({ desired, state, copy, attestations, requests }: ReadableProject, seen: Seen): Plan =>
  plan(defined({ desired, records: state.records, state: copy === undefined ? undefined : copy === "none" ? "none" : "copy", attestations, requests, ...seen }));
