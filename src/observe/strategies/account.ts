import type { Observation } from "../../model/observation.ts";
import type { AccountQuestion } from "../../model/question.ts";
import { decide, failed } from "../answer.ts";
import type { Session } from "../session.ts";
import { withAccount } from "../with-account.ts";

/** Is the login accepted? Any other answer with success tells, without a request of its own. */
export const askLogin = (session: Session, question: AccountQuestion): Promise<Observation> =>
  withAccount(session, question, async (caller) => {
    const outcome = await session.login(caller);
    const contradiction = session.contradiction(question.account);
    if (contradiction !== undefined) return decide(question, { finding: "accepted-elsewhere", trace: contradiction });
    if (outcome === undefined) return decide(question, { finding: "api-not-selected" });
    if (outcome.ok) return decide(question, { finding: "accepted", trace: outcome.trace });
    return failed(question, outcome, session.selects("transverses") ? "transverses" : "utilisateurs");
  });

/** To which structures is the account attached, wanted or not? */
export const askReach = (session: Session, question: AccountQuestion): Promise<Observation> =>
  withAccount(session, question, async (caller) => {
    const outcome = await session.attachments(caller);
    if (outcome === undefined) return decide(question, { finding: "api-not-selected" });
    if (!outcome.ok) return failed(question, outcome, "utilisateurs");
    return decide(question, { finding: "listed", trace: outcome.trace, fact: { fact: "reach", identifiers: outcome.body.reach() } });
  });
