import { kindOfResource } from "../kinds/kinds.ts";
import { defined } from "../model/defined.ts";
import type { Question } from "../model/question.ts";
import type { Resource } from "../model/resource.ts";
import { observe, type Progress } from "../observe/observe.ts";
import { plan, wantedResources, type Plan, type PlanInput } from "../plan/plan.ts";
import type { Selection } from "../plan/selection.ts";
import type { Ports } from "../ports/ports.ts";
import { cacheObservations } from "../state/observation-cache.ts";
import type { Live } from "./live.ts";
import type { Project } from "./open-project.ts";

export interface PlanOptions {
  readonly selection?: Selection;
  readonly onProgress?: (progress: Progress) => void;
}

/** Plans on what the platforms say now; what they said goes into this machine's cache. */
export const planLive = async (
  project: Project,
  live: Live,
  { clock, files }: Pick<Ports, "clock" | "files">,
  options: PlanOptions,
): Promise<Plan> => {
  const resources = wantedResources(project.desired, clock.now(), options.selection);
  const observations = await observe(resources.flatMap(questionsOf), defined({
    world: live.world,
    client: live.client,
    onProgress: options.onProgress,
  }));
  const nowMs = clock.now();
  await cacheObservations(project.folder, observations, nowMs, files);
  return planWith(project, { observations, nowMs, selection: options.selection, offline: false });
};

/** Plans on what was recorded: no request, no secret. */
export const planOffline = (project: Project, nowMs: number, selection?: Selection): Plan =>
  planWith(project, { observations: new Map(), nowMs, selection, offline: true });

interface Seen extends Pick<PlanInput, "observations" | "nowMs"> {
  readonly offline: boolean;
  readonly selection: Selection | undefined;
}

const planWith = ({ desired, state, attestations }: Project, seen: Seen): Plan =>
  plan(defined({ desired, records: state.records, attestations, ...seen }));

/** Nothing is asked about what is paused. */
const questionsOf = (resource: Resource): readonly Question[] =>
  resource.lifecycle === "paused" ? [] : kindOfResource(resource).questions(resource);
