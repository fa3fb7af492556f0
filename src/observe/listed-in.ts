import type { StructureQuestion } from "../model/question.ts";
import type { Trace } from "../model/trace.ts";
import type { Caller, Session } from "./session.ts";

/**
 * The list of active structures, of those that are read for this account anyway, which names the structure: it is then
 * active, and the account attached to it. Such lists give identifiers without their type: only a SIRET is sure.
 */
export const listedIn = async (session: Session, caller: Caller, { identifier, identifierType }: StructureQuestion): Promise<Trace | undefined> => {
  if (identifierType !== "SIRET") return undefined;
  for (const espace of session.intentions(caller.account).espaces) {
    const enabled = await session.enabled(caller, espace);
    if (enabled?.ok === true && enabled.body.has(identifier)) return enabled.trace;
  }
  return undefined;
};
