import { kindOfResource } from "../../kinds/kinds.ts";
import { toInstant, type Instant } from "../../model/instant.ts";
import type { Observations } from "../../model/observation.ts";
import { questionKey } from "../../model/question.ts";
import type { Resource } from "../../model/resource.ts";
import type { Assessed, AssessedCondition } from "../../plan/assess.ts";
import { plan, wantedResources } from "../../plan/plan.ts";
import { changedRecords } from "../../state/remember.ts";
import type { Project } from "../open-project.ts";

export interface Received {
  readonly observations: Observations;
  /** When the proof of `environment/client` was made. */
  readonly madeAt: ReadonlyMap<string, Instant>;
}

/**
 * Judges answers that came from elsewhere as those of a run, and records them at their own times: what was seen or said
 * since then stays.
 *
 * @returns the number of subjects that changed
 */
export const recordReceived = async (project: Project, received: Received, nowMs: number): Promise<number> => {
  const { desired, state, store } = project;
  const { observations } = received;
  if (observations.size === 0) return 0;
  const attestations = wordsBefore(project, received, nowMs);
  const { assessed } = plan({ desired, records: state.records, observations, attestations, nowMs });
  const judged = assessed.flatMap((one) => {
    const seenAt = lastSeenAt(one.resource, observations);
    return seenAt === undefined ? [] : [withoutOlder(one, seenAt)];
  });
  // What is declared no more is left for a run that is stopped where that is too much at once.
  return store.commit(changedRecords(judged, { nowMs, renewProofAfterMs: 0 }), []);
};

/** Words that were given when the proof was made: it may void those, not later ones. */
const wordsBefore = ({ desired, attestations }: Project, { madeAt }: Received, nowMs: number): Project["attestations"] =>
  new Map(
    wantedResources(desired, nowMs).flatMap(({ address, environment, client }) => {
      const word = attestations.get(address);
      const made = madeAt.get(`${environment}/${client ?? ""}`);
      return word === undefined || (made !== undefined && word.at > made) ? [] : [[address, word] as const];
    }),
  );

/** Undefined where nothing that was received is about it. */
const lastSeenAt = (resource: Resource, observations: Observations): Instant | undefined => {
  const times = kindOfResource(resource).questions(resource).flatMap((question) => observations.get(questionKey(question))?.trace?.at ?? []);
  return times.length === 0 ? undefined : toInstant(Math.max(...times));
};

const withoutOlder = (assessed: Assessed, seenAt: Instant): Assessed => ({
  ...assessed,
  conditions: assessed.conditions.map((one): AssessedCondition => {
    const { condition, recorded } = one;
    if (recorded?.provenAt !== undefined && recorded.provenAt > (condition.provenAt ?? seenAt)) return { condition: recorded, recorded };
    // What speaks against a person's word does so since it was seen, not since it came here.
    return condition.status === "unknown" && condition.since > seenAt ? { ...one, condition: { ...condition, since: seenAt } } : one;
  }),
});
