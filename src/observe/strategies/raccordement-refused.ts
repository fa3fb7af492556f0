import type { Observation } from "../../model/observation.ts";
import type { StructureQuestion } from "../../model/question.ts";
import { decide } from "../answer.ts";
import type { Session } from "../session.ts";

/**
 * Was any call of this account refused in the way in which a missing raccordement is? Asked last, of what the other
 * questions met: it costs no request. A refusal contradicts, it does not prove: rights may be what is missing.
 */
export const askRaccordementRefused = (session: Session, question: StructureQuestion): Observation => {
  const { account } = question;
  const refusal = session.refusal(account);
  if (refusal !== undefined) return decide(question, { finding: "refused-before", trace: refusal });
  return decide(question, { finding: session.wasHeard(account) ? "heard" : "not-heard" });
};
