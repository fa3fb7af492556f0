import { parseInstant } from "../../model/instant.ts";
import type { Observation } from "../../model/observation.ts";
import type { StructureQuestion } from "../../model/question.ts";
import { notSelected, notUnderstood, unknown, unknownFrom, yes } from "../answer.ts";
import { behind } from "../behind.ts";
import { textAt } from "../read-body.ts";
import type { Caller, Session } from "../session.ts";
import { structureIdOf } from "../structure-id.ts";
import { withAccount } from "../with-account.ts";

/** When does the password of the account end? `Structures/consulter` of its home tells. */
export const askPasswordExpiry = (session: Session, question: StructureQuestion): Promise<Observation> =>
  withAccount(session, question, async (caller) => {
    if (!session.selects("structures")) return notSelected();
    const id = await structureIdOf(session, question, caller);
    return "observation" in id ? id.observation : consult(session, question, { caller, structureId: id.structureId });
  });

const consult = async (
  session: Session,
  question: StructureQuestion,
  { caller, structureId }: { readonly caller: Caller; readonly structureId: string },
): Promise<Observation> => {
  const outcome = await session.call(caller, "structures.consulter", {
    body: { idStructureCPP: Number(structureId), codeLangue: "fr" },
  });
  if (!outcome.ok) return unknownFrom(outcome, behind(question, "structures"));
  const date = textAt(outcome.body, "informationGenerales", "dateExpirationMotPasseCompteTech");
  if (date === undefined) return unknown("unprovable", "no-api-tells", outcome.trace);
  const expiresAt = parseInstant(date);
  return expiresAt === undefined
    ? notUnderstood(outcome.trace)
    : yes("expiry-known", outcome.trace, { fact: "expiry", expiresAt });
};
