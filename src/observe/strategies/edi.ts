import type { Observation } from "../../model/observation.ts";
import type { StructureQuestion } from "../../model/question.ts";
import type { Trace } from "../../model/trace.ts";
import type { Outcome } from "../../piste/outcome.ts";
import { decide, failed, notUnderstood } from "../answer.ts";
import { booleanAt, textAt } from "../read-body.ts";
import type { Caller, Session } from "../session.ts";
import { withAccount } from "../with-account.ts";

/** What are the EDI parameters of the structure? The kind compares them with what is declared. */
export const askEdi = (session: Session, question: StructureQuestion): Promise<Observation> =>
  withAccount(session, question, async (caller) => {
    if (!session.selects("organisations")) return decide(question, { finding: "api-not-selected" });
    const outcome = await recordOf(session, caller, question);
    if (!outcome.ok) return failed(question, outcome, "organisations");
    return outcome.body === undefined
      ? decide(question, { finding: "no-structure", trace: outcome.trace })
      : readParameters(question, outcome.body, outcome.trace);
  });

/** A SIRET names a structure in the path; every other identifier has to be searched for. */
const recordOf = async (session: Session, caller: Caller, { identifier, identifierType }: StructureQuestion): Promise<Outcome> => {
  if (identifierType === "SIRET") return session.call(caller, "organisations.structure", { path: { uuid: identifier } });
  const outcome = await session.call(caller, "organisations.structures-recherche", { body: { identifiant: { op: "=", val: identifier } } });
  if (!outcome.ok || !Array.isArray(outcome.body)) return outcome;
  const lines: readonly unknown[] = outcome.body;
  return { ...outcome, body: lines.find((line) => textAt(line, "identifiant") === identifier) };
};

const readParameters = (question: StructureQuestion, body: unknown, trace: Trace): Observation => {
  const uuid = textAt(body, "uuid");
  const reception = booleanAt(body, "recevoirCyclesViesEdi");
  const connexion = booleanAt(body, "emetteurFluxEdi");
  if (uuid === undefined) return notUnderstood(question, trace, "/uuid");
  if (reception === undefined) return notUnderstood(question, trace, "/recevoirCyclesViesEdi");
  if (connexion === undefined) return notUnderstood(question, trace, "/emetteurFluxEdi");
  return decide(question, { finding: "read", trace, fact: { fact: "edi", reception, connexion, uuid } });
};
