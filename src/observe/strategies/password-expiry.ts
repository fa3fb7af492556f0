import { parseInstant } from "../../model/instant.ts";
import type { Observation } from "../../model/observation.ts";
import type { StructureQuestion } from "../../model/question.ts";
import type { AccountAccess } from "../../piste/client.ts";
import { unknown, unknownFrom, yes } from "../answer.ts";
import { behind } from "../behind.ts";
import { textAt } from "../read-body.ts";
import type { Session } from "../session.ts";
import { structureIdOf } from "../structure-id.ts";
import { withAccount } from "../with-account.ts";

/** When does the password of the account end? `Structures/consulter` of its home tells. */
export const askPasswordExpiry = (session: Session, question: StructureQuestion): Promise<Observation> =>
  withAccount(session, question, async (access) => {
    if (!session.selects("structures")) return unknown("not-configured", "api-not-selected");
    const id = await structureIdOf(session, question, access);
    return "observation" in id ? id.observation : consult(session, question, access, id.structureId);
  });

const consult = async (
  session: Session,
  question: StructureQuestion,
  access: AccountAccess,
  structureId: string,
): Promise<Observation> => {
  const outcome = await session.call(question.account, access, "structures.consulter", {
    body: { idStructureCPP: Number(structureId), codeLangue: "fr" },
  });
  if (!outcome.ok) return unknownFrom(outcome, behind(question, "structures"));
  const date = textAt(outcome.body, "informationGenerales", "dateExpirationMotPasseCompteTech");
  if (date === undefined) return unknown("unprovable", "no-api-tells", outcome.trace);
  const expiresAt = parseInstant(date);
  return expiresAt === undefined
    ? unknown("unexpected-answer", "answer-not-understood", outcome.trace)
    : yes("expiry-known", outcome.trace, { fact: "expiry", expiresAt });
};
