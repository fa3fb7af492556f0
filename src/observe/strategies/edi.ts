import type { Observation } from "../../model/observation.ts";
import type { StructureQuestion } from "../../model/question.ts";
import { notSelected, notUnderstood, unknownFrom, waitingFor, yes } from "../answer.ts";
import { askedBefore, behind } from "../behind.ts";
import { booleanAt, textAt } from "../read-body.ts";
import type { Session } from "../session.ts";
import { withAccount } from "../with-account.ts";

/** What are the EDI parameters of the structure? The kind compares them with what is declared. */
export const askEdi = (session: Session, question: StructureQuestion): Promise<Observation> =>
  withAccount(session, question, async (caller) => {
    if (!session.selects("organisations")) return notSelected();
    const outcome = await session.call(caller, "organisations.structure", {
      path: { uuid: question.identifier },
    });
    if (!outcome.ok && outcome.failure.code === "reference") {
      return waitingFor(askedBefore(question, "structure-active"), outcome.trace);
    }
    if (!outcome.ok) return unknownFrom(outcome, behind(question, "organisations"));
    const uuid = textAt(outcome.body, "uuid");
    const reception = booleanAt(outcome.body, "recevoirCyclesViesEdi");
    const connexion = booleanAt(outcome.body, "emetteurFluxEdi");
    if (uuid === undefined || reception === undefined || connexion === undefined) {
      return notUnderstood(outcome.trace);
    }
    return yes("edi-as-declared", outcome.trace, { fact: "edi", reception, connexion, uuid });
  });
