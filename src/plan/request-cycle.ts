import { kindOfResource } from "../kinds/kinds.ts";
import { isAcceptance, type Attestation } from "../model/attestation.ts";
import { durationMs, toInstant, toMs, type Instant } from "../model/instant.ts";
import type { RequestEvent } from "../model/request.ts";
import type { Resource } from "../model/resource.ts";
import type { StepAction, StepReason } from "../model/step.ts";
import type { Assessed, AssessedCondition } from "./assess.ts";
import { beforeStep } from "./draft-steps.ts";
import { coversOf, recordCovers } from "./covers.ts";

/**
 * What happened to a request since its step was last needless: a password ends every 424 days, a word expires, a fact
 * drifts, a name gets another SIRET, and each time it is asked anew. What was said of the time before says nothing now.
 *
 * @param word what a person said of the resource, whatever it is about
 */
export const eventsOfCycle = (
  events: readonly RequestEvent[],
  action: StepAction,
  assessed: Assessed,
  word: Attestation | undefined,
): readonly RequestEvent[] => {
  const of = events.filter((event) => event.action === action);
  if (of.length === 0) return of;
  const covers = recordCovers(assessed.resource);
  const from = cycleStart(assessed, action, word);
  return of.filter((event) => (event.covers ?? covers) === covers && (from === undefined || event.at >= from));
};

/** The step has been open since the first of the needs for it began; undefined where it was never known to be needless. */
const cycleStart = (assessed: Assessed, action: StepAction, given: Attestation | undefined): Instant | undefined => {
  const { resource, conditions, known } = assessed;
  const word = given?.covers === coversOf(resource) ? given : undefined;
  const starts = conditions
    .filter(({ need, condition }) => need !== undefined && kindOfResource(resource).step(resource, condition, beforeStep(known, need))?.action === action)
    .map((one) => needStart(one, resource, one === conditions[0] ? word : undefined));
  return starts.includes(undefined) ? undefined : starts.flatMap((start) => start ?? []).toSorted()[0];
};

/** False or unknown since Chorus first looked is no beginning: who was asked before that is asked still. */
const needStart = ({ need, condition }: AssessedCondition, resource: Resource, word: Attestation | undefined): Instant | undefined => {
  const { fact, since, wasTrue } = condition;
  // An end that is known is asked about from so long before it on, and after it.
  if (fact?.fact === "expiry" && resource.kind === "compte-technique") return toInstant(toMs(fact.expiresAt) - durationMs(resource.spec.renewBefore));
  const drifted = wasTrue === true || need === "contradicted" ? since : undefined;
  return latest(drifted, word === undefined ? undefined : wordEnd(word, need));
};

/** A word made the step needless when it was given, and until it ended where that is what ended it. */
const wordEnd = (word: Attestation, need: StepReason | undefined): Instant => {
  if (isAcceptance(word)) return need === "missing" ? word.until : word.at;
  return need === "attestation-expired" ? word.until : word.at;
};

const latest = (a: Instant | undefined, b: Instant | undefined): Instant | undefined => (a === undefined || (b !== undefined && b > a) ? b : a);
