import { createHmac } from "node:crypto";
import type { EnvironmentName } from "../model/environment.ts";
import type { LoginAttempt, Logins } from "../model/logins.ts";
import type { ResolvedAccount } from "./api-headers.ts";
import type { Outcome } from "./outcome.ts";

export const loginAttempt = (environment: EnvironmentName, { login, password }: ResolvedAccount, salt: string): LoginAttempt => ({
  environment,
  login,
  fingerprint: createHmac("sha256", salt).update(`${login}\0${password.reveal()}`).digest("hex").slice(0, 16),
});

/** Tells the memory what became of a call with an account, and the outcome what the memory knows. */
export const noteLogin = (logins: Logins, login: LoginAttempt, outcome: Outcome): Outcome => {
  if (outcome.ok || outcome.failure.code === "business") {
    return logins.accepted(login) ? { ...outcome, trace: { ...outcome.trace, newPassword: true } } : outcome;
  }
  if (outcome.failure.code === "account-rejected") logins.refused(login, outcome.trace);
  return outcome;
};
