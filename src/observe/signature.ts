import { describeSecret } from "../model/secret.ts";
import type { Question } from "../model/question.ts";
import type { World } from "./access.ts";

/** By whom and through what a question is asked: where it changes, an answer of before answers another question. */
export const signatureOf = (world: World, question: Question): string => {
  const { environment, application } = question;
  const access = world.application(environment, application);
  const account = "account" in question ? world.account(environment, question.account) : undefined;
  return JSON.stringify([
    typeof access === "object" ? [access.endpoints.oauth, access.endpoints.api, describeSecret(access.clientId)] : access,
    typeof account === "object" ? account.login : account,
  ]);
};
