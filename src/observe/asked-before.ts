import type { Question } from "../model/question.ts";
import type { Ask } from "./verdicts.ts";

/** The question that stands before another: about its application, the API called, its account, or the same structure. */
export const askedBefore = (question: Question, ask: Ask, api = ""): Question => {
  const { environment, application } = question;
  const through = { environment, application };
  if (ask === "subscribed") return { ask, ...through, api };
  if ((ask === "account-login" || ask === "reach") && "account" in question) return { ask, ...through, account: question.account };
  if (ask !== "token" && ask !== "account-login" && ask !== "reach" && "identifier" in question) {
    const { account, identifier, identifierType } = question;
    return { ask, ...through, account, identifier, identifierType };
  }
  return { ask: "token", ...through };
};
