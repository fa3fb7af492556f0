import type { Observation } from "../model/observation.ts";
import type { Question } from "../model/question.ts";
import { decide } from "./answer.ts";
import type { Caller, Session } from "./session.ts";

/** Asks with an account, where its secrets are Chorus's to use. */
export const withAccount = async (
  session: Session,
  question: Question & { readonly account: string },
  ask: (caller: Caller) => Promise<Observation>,
): Promise<Observation> => {
  const access = session.account(question.account);
  if (access === undefined) return decide(question, { finding: "secret-missing" });
  if (access === "elsewhere") return decide(question, { finding: "secret-elsewhere" });
  return ask({ account: question.account, access });
};
