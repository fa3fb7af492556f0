import type { Question, StructureQuestion } from "../model/question.ts";
import type { Behind } from "./answer.ts";

/** The questions that stand before one: its application's token, an API's subscription, its account's login. */
export const behind = (question: Question, api = ""): Behind => {
  const { environment, application } = question;
  return {
    token: { ask: "token", environment, application },
    subscribed: { ask: "subscribed", environment, application, api },
    login: "account" in question ? loginOf(question) : undefined,
  };
};

export const loginOf = ({ environment, application, account }: Question & { readonly account: string }): Question => ({
  ask: "account-login",
  environment,
  application,
  account,
});

/** The same structure through the same account, asked something that stands before the question. */
export const askedBefore = (
  { environment, application, account, identifier, identifierType }: StructureQuestion,
  ask: "structure-active" | "attached",
): StructureQuestion => ({ ask, environment, application, account, identifier, identifierType });
