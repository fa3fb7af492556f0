import type { Observation } from "../model/observation.ts";
import type { StructureQuestion } from "../model/question.ts";
import { notSelected, notUnderstood, unknownFrom, waitingFor } from "./answer.ts";
import { askedBefore, behind } from "./behind.ts";
import { findStructure } from "./find-structure.ts";
import type { Caller, Session } from "./session.ts";

/** `idStructureCPP`, by which Chorus Pro wants a structure named: from the list of attachments, else by a search. */
export const structureIdOf = async (
  session: Session,
  question: StructureQuestion,
  caller: Caller,
): Promise<{ readonly structureId: string } | { readonly observation: Observation }> => {
  const attachments = await session.attachments(caller);
  const listed = attachments?.ok === true ? attachments.body.to(question.identifier, question.identifierType) : undefined;
  if (listed?.structureId !== undefined) return { structureId: listed.structureId };
  const found = await findStructure(session, caller, question);
  if (found === undefined) return { observation: notSelected() };
  if (!found.ok) return { observation: unknownFrom(found, behind(question, "structures")) };
  if (found.body === undefined) return { observation: waitingFor(askedBefore(question, "structure-active"), found.trace) };
  return found.body.structureId === undefined
    ? { observation: notUnderstood(found.trace) }
    : { structureId: found.body.structureId };
};
