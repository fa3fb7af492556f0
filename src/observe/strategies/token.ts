import type { Observation } from "../../model/observation.ts";
import type { TokenQuestion } from "../../model/question.ts";
import { no, notUnderstood, unknownFrom, yes } from "../answer.ts";
import { behind } from "../behind.ts";
import type { Session } from "../session.ts";

/** Are the application's credentials accepted? One token request answers. */
export const askToken = async (session: Session, question: TokenQuestion): Promise<Observation> => {
  const outcome = await session.token();
  if (outcome.ok) return yes("token-granted", outcome.trace);
  if (outcome.failure.code === "invalid-client") return no("client-refused", outcome.trace);
  const observation = unknownFrom(outcome, behind(question));
  return observation.answer === "unknown" && observation.unknown === "waiting"
    ? notUnderstood(outcome.trace)
    : observation;
};

/** A token may be granted for an application that the gateway then calls disabled: the later word counts. */
export const correctDisabled = (session: Session, observation: Observation): Observation => {
  const trace = session.disabled();
  return trace !== undefined && observation.answer === "true" ? no("client-disabled", trace) : observation;
};
