import { defined } from "../../model/defined.ts";
import { toInstant, toMs } from "../../model/instant.ts";
import type { Observation, UnknownClass } from "../../model/observation.ts";
import type { Origin } from "../../model/origin.ts";
import type { ProofAnswer, ProofTrace } from "../../model/proof.ts";
import type { Question } from "../../model/question.ts";
import type { Trace } from "../../model/trace.ts";

/** An observation as a proof writes it. What only says through whom else it could have been asked stays away. */
export const toProofAnswer = (asked: Question, observation: Observation): ProofAnswer => {
  const { orElse: _, spare: __, ...question }: AnyQuestion = asked;
  const { answer, reason } = observation;
  const trace = observation.trace === undefined ? undefined : toProofTrace(observation.trace);
  return observation.answer === "unknown"
    ? defined({ question, answer, reason, unknown: observation.unknown, trace })
    : defined({ question, answer, reason, fact: observation.fact, trace });
};

/**
 * The answer as an observation made elsewhere, at its own time. Undefined where nothing was seen: that a secret was
 * missing there, or a platform down, says nothing here.
 */
export const toObservation = ({ answer, reason, unknown, fact, trace }: ProofAnswer, origin: Origin): Observation | undefined => {
  if (trace === undefined) return undefined;
  const received = toTrace(trace, origin);
  if (answer !== "unknown") return defined({ answer, reason, trace: received, fact });
  return unknown === undefined || NOTHING_SEEN.has(unknown) ? undefined : { answer, unknown, reason, trace: received };
};

type AnyQuestion = Question & { readonly orElse?: string; readonly spare?: boolean };

const toProofTrace = (observed: Trace): ProofTrace => {
  const { at, against, origin: _, ...trace } = observed;
  return defined({ ...trace, at: toInstant(at), against: against === undefined ? undefined : toProofTrace(against) });
};

const toTrace = ({ at, against, ...trace }: ProofTrace, origin: Origin): Trace =>
  defined({ ...trace, at: toMs(at), against: against === undefined ? undefined : toTrace(against, origin), origin });

const NOTHING_SEEN: ReadonlySet<UnknownClass> = new Set(["not-asked", "not-configured", "transient", "elsewhere"]);
