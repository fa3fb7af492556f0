import type { Observation } from "../../model/observation.ts";
import type { StructureQuestion } from "../../model/question.ts";
import { no, notSelected, notUnderstood, unknownFrom, yes } from "../answer.ts";
import { behind } from "../behind.ts";
import type { Session } from "../session.ts";
import { withAccount } from "../with-account.ts";

/** Is the account attached to the structure? The account's own list answers for all its structures at once. */
export const askAttached = (session: Session, question: StructureQuestion): Promise<Observation> =>
  withAccount(session, question, async (caller) => {
    const outcome = await session.attachments(caller);
    if (outcome === undefined) return notSelected();
    if (!outcome.ok) return unknownFrom(outcome, behind(question, "utilisateurs"));
    const found = outcome.body.to(question.identifier, question.identifierType);
    if (found === undefined) return no("not-attached", outcome.trace);
    if (found.standing === "unclear") return notUnderstood(outcome.trace);
    return found.standing === "valid" ? yes("attached", outcome.trace) : no("attachment-not-valid", outcome.trace);
  });
