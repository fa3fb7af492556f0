import type { Observation } from "../model/observation.ts";
import type { StructureQuestion } from "../model/question.ts";
import { decide, failed, notUnderstood } from "./answer.ts";
import { findStructure } from "./find-structure.ts";
import type { Caller, Session } from "./session.ts";

/**
 * `idStructureCPP`, by which Chorus Pro wants a structure named: from the lists that are read anyway, else by a search.
 */
export const structureIdOf = async (
  session: Session,
  question: StructureQuestion,
  caller: Caller,
): Promise<{ readonly structureId: string } | { readonly observation: Observation }> => {
  const listed = await listedId(session, question, caller);
  if (listed !== undefined) return { structureId: listed };
  const found = await findStructure(session, caller, question);
  if (found === undefined) return { observation: decide(question, { finding: "api-not-selected" }) };
  if (!found.ok) return { observation: failed(question, found, "structures") };
  if (found.body === undefined) return { observation: decide(question, { finding: "no-structure", trace: found.trace }) };
  return found.body.structureId === undefined
    ? { observation: notUnderstood(question, found.trace, "/listeStructures/0/idStructureCPP") }
    : { structureId: found.body.structureId };
};

const listedId = async (session: Session, { identifier, identifierType }: StructureQuestion, caller: Caller): Promise<string | undefined> => {
  const { espaces, attachments } = session.intentions(caller.account);
  if (identifierType === "SIRET") {
    for (const espace of espaces) {
      const enabled = await session.enabled(caller, espace);
      const id = enabled?.ok === true ? enabled.body.get(identifier) : undefined;
      if (id !== undefined) return id;
    }
  }
  // One list of attachments costs no more than a search, and serves every structure of the account.
  const listed = attachments || espaces.length === 0 ? await session.attachments(caller) : undefined;
  return listed?.ok === true ? listed.body.to(identifier, identifierType)?.structureId : undefined;
};
