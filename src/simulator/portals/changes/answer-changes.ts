import { ENVIRONMENTS } from "../../scenario.ts";
import type { Scenario } from "../../scenario.ts";
import { answering } from "./ask.ts";
import { probesOf } from "./probes.ts";

/** A request whose answer a click changed. */
export interface AnswerChange {
  /** `POST /production/cpro/structures/v1/rechercher` */
  readonly request: string;
  /** Whose application and compte technique ask it, and about what. */
  readonly as: string;
  readonly before: string;
  readonly after: string;
}

/** What the platforms answer from. */
export interface Moment {
  readonly scenario: Scenario;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * What a click changed in the answers of the APIs: every request that could tell of what was touched is put to the
 * gateway as it was and as it is, and those that are answered otherwise are named. Nothing here is foreseen.
 */
export function answerChanges(before: Moment, after: Moment): readonly AnswerChange[] {
  return ENVIRONMENTS.flatMap((environment) => {
    const probes = probesOf(environment, before, after);
    if (probes.length === 0) return [];
    const [then, now] = [answering(environment, before, probes), answering(environment, after, probes)];
    return probes.flatMap((probe) => {
      const [was, is] = [then(probe), now(probe)];
      return was === is ? [] : [{ request: `${probe.method} /${environment}${probe.path}`, as: probe.as, before: was, after: is }];
    });
  });
}
