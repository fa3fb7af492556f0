import type { Observation } from "../../model/observation.ts";
import type { TokenQuestion } from "../../model/question.ts";
import { decide, failed } from "../answer.ts";
import type { Session } from "../session.ts";

/** Are the application's credentials accepted? One token request answers. */
export const askToken = async (session: Session, question: TokenQuestion): Promise<Observation> => {
  const outcome = await session.token();
  return outcome.ok ? decide(question, { finding: "granted", trace: outcome.trace }) : failed(question, outcome);
};

/** A token may be granted for an application that the gateway then calls disabled: the later word counts. */
export const correctDisabled = (session: Session, question: TokenQuestion, observation: Observation): Observation => {
  const trace = session.disabled();
  return trace !== undefined && observation.answer === "true" ? decide(question, { finding: "disabled-later", trace }) : observation;
};
