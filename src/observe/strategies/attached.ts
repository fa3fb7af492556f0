import type { Observation } from "../../model/observation.ts";
import type { StructureQuestion } from "../../model/question.ts";
import { decide, failed } from "../answer.ts";
import { lookAgain } from "../look-again.ts";
import { listedIn } from "../listed-in.ts";
import type { Session } from "../session.ts";
import { withAccount } from "../with-account.ts";

/**
 * Is the account attached to the structure? Where its lists of active structures are read, they say it; the account's
 * list of attachments says the rest, for all its structures at once.
 */
export const askAttached = (session: Session, question: StructureQuestion): Promise<Observation> =>
  withAccount(session, question, async (caller) => {
    if (!session.intentions(question.account).attachments) {
      const listed = await listedIn(session, caller, question);
      if (listed !== undefined) return decide(question, { finding: "listed", trace: listed });
    }
    const { identifier, identifierType } = question;
    const outcome = await lookAgain(
      (round) => session.attachments(caller, round),
      (attachments) => attachments.to(identifier, identifierType) !== undefined,
    );
    if (outcome === undefined) return decide(question, { finding: "api-not-selected" });
    if (!outcome.ok) return failed(question, outcome, "utilisateurs");
    const found = outcome.body.to(identifier, identifierType);
    if (found === undefined) return decide(question, { finding: "not-listed", trace: outcome.trace });
    const { standing, surprise } = found;
    return decide(question, { finding: FINDINGS[standing], trace: surprise === undefined ? outcome.trace : { ...outcome.trace, surprise } });
  });

const FINDINGS = { valid: "listed", "not-valid": "listed-not-valid", unclear: "listed-unclear" } as const;
