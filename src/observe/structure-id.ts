import type { Observation } from "../model/observation.ts";
import type { StructureQuestion } from "../model/question.ts";
import type { AccountAccess } from "../piste/client.ts";
import { unknown, unknownFrom, waitingFor } from "./answer.ts";
import { behind } from "./behind.ts";
import { findStructure } from "./find-structure.ts";
import type { Session } from "./session.ts";

/** `idStructureCPP`, by which Chorus Pro wants a structure named: from the list of attachments, else by a search. */
export const structureIdOf = async (
  session: Session,
  question: StructureQuestion,
  access: AccountAccess,
): Promise<{ readonly structureId: string } | { readonly observation: Observation }> => {
  const attachments = await session.attachments(question.account, access);
  const listed = attachments?.ok === true ? attachments.body.to(question.identifier, question.identifierType) : undefined;
  if (listed?.structureId !== undefined) return { structureId: listed.structureId };
  const found = await findStructure(session, question.account, access, question);
  if (found === undefined) return { observation: unknown("not-configured", "api-not-selected") };
  if (!found.ok) return { observation: unknownFrom(found, behind(question, "structures")) };
  if (found.body === undefined) {
    const { detail: _, ...structure } = question;
    return { observation: waitingFor({ ...structure, ask: "structure-active" }, found.trace) };
  }
  return found.body.structureId === undefined
    ? { observation: unknown("unexpected-answer", "answer-not-understood", found.trace) }
    : { structureId: found.body.structureId };
};
