import { Secret } from "../model/secret.ts";
import { IMPOSSIBLE_ACCOUNT, type ResolvedAccount } from "./api-headers.ts";
import type { ApplicationAccess, CallingAccount } from "./client.ts";
import type { Credentials } from "./oauth.ts";
import type { MissingSecret, Secrets } from "./secrets.ts";

/** Both halves of an application's OAuth credentials, or the first that is missing. */
export const resolveCredentials = async (
  { clientId, clientSecret }: ApplicationAccess,
  secrets: Secrets,
): Promise<Credentials | MissingSecret> => {
  const id = await secrets.resolve(clientId);
  if (!(id instanceof Secret)) return id;
  const secret = await secrets.resolve(clientSecret);
  return secret instanceof Secret ? { id, secret } : secret;
};

export const resolveAccount = async (
  account: CallingAccount,
  secrets: Secrets,
): Promise<ResolvedAccount | MissingSecret> => {
  if (account === "impossible") return IMPOSSIBLE_ACCOUNT;
  const password = await secrets.resolve(account.password);
  return password instanceof Secret ? { login: account.login, password } : password;
};
