import type { Observation } from "../../model/observation.ts";
import type { AccountQuestion } from "../../model/question.ts";
import { no, notSelected, unknownFrom, yes } from "../answer.ts";
import { behind } from "../behind.ts";
import type { Session } from "../session.ts";
import { withAccount } from "../with-account.ts";

/** Is the login accepted? */
export const askLogin = (session: Session, question: AccountQuestion): Promise<Observation> =>
  withAccount(session, question, async (caller) => {
    const outcome = await session.login(caller);
    if (outcome === undefined) return notSelected();
    if (outcome.ok) return yes("login-accepted", outcome.trace);
    if (outcome.failure.code === "account-rejected") return no("login-refused", outcome.trace);
    const api = session.selects("transverses") ? "transverses" : "utilisateurs";
    return unknownFrom(outcome, behind(question, api));
  });

/** To which structures is the account attached, wanted or not? */
export const askReach = (session: Session, question: AccountQuestion): Promise<Observation> =>
  withAccount(session, question, async (caller) => {
    const outcome = await session.attachments(caller);
    if (outcome === undefined) return notSelected();
    if (!outcome.ok) return unknownFrom(outcome, behind(question, "utilisateurs"));
    return yes("attached", outcome.trace, { fact: "reach", identifiers: outcome.body.reach() });
  });
