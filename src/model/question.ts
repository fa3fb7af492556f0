import type { Brand } from "./brand.ts";
import type { EnvironmentName } from "./environment.ts";
import type { IdentifierType } from "./identifier.ts";

/** What a kind wants to know. Names are those of the configuration; `identifier` is the structure's in that environment. */
export type Question = TokenQuestion | SubscribedQuestion | AccountQuestion | StructureQuestion;

interface Through {
  readonly environment: EnvironmentName;
  /** Name of the application through which it is asked. */
  readonly application: string;
}

export interface TokenQuestion extends Through {
  readonly ask: "token";
}

export interface SubscribedQuestion extends Through {
  readonly ask: "subscribed";
  readonly api: string;
}

/** `account-login`: is the login accepted. `reach`: which structures is it attached to. */
export interface AccountQuestion extends Through {
  readonly ask: "account-login" | "reach";
  readonly account: string;
  /** Answered only where what it needs is read for another question: it may cost no request of its own. */
  readonly spare?: boolean;
}

/**
 * - `structure-active`: it exists in Chorus Pro and is active
 * - `attached`: the account is attached to it
 * - `espace-enabled`: the account may use `detail` (an espace) on it
 * - `service-active`: it has the service `detail`, active
 * - `password-expiry`: when the password of the account whose home it is ends
 * - `edi`: its EDI parameters
 * - `raccordement-refused`: has any call been refused in the way that a missing raccordement is
 */
export interface StructureQuestion extends Through {
  readonly ask:
    | "structure-active"
    | "attached"
    | "espace-enabled"
    | "service-active"
    | "password-expiry"
    | "edi"
    | "raccordement-refused";
  readonly account: string;
  readonly identifier: string;
  readonly identifierType: IdentifierType;
  readonly detail?: string;
  /** An account to ask with where the first one cannot; the answer is the same. */
  readonly orElse?: string;
}

export type QuestionKey = Brand<string, "QuestionKey">;

/** Two questions with one key have one answer. */
export const questionKey = (question: Question): QuestionKey => {
  const parts: string[] = [question.ask, question.environment, question.application];
  if ("api" in question) parts.push(question.api);
  if ("account" in question) parts.push(question.account);
  if ("identifier" in question) parts.push(question.identifierType, question.identifier, question.detail ?? "");
  return parts.join("\u0000") as QuestionKey;
};
