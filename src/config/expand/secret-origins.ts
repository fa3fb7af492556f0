import type * as Written from "../configuration.gen.ts";
import { byDefault, derived, fromFile, type Origin } from "../origin.ts";

type SecretKey = "clientId" | "clientSecret" | "password";

interface Owner {
  readonly secrets?: Written.Secrets;
  readonly client?: string;
}

/** Where each secret's reference came from: written for this one, for all of its sort, or nowhere. */
export const noteSecrets = (
  { secrets: ofAll, clients }: Written.ChorusConfiguration,
  { secrets, client }: Owner,
  keys: readonly SecretKey[],
  at: (key: string, from: Origin) => void,
): void => {
  const shared = client === undefined ? ofAll : clients?.secrets;
  const path = client === undefined ? ["secrets"] : ["clients", "secrets"];
  const isForClients = client !== undefined && secrets === undefined && clients?.password !== undefined;
  if (secrets === undefined && typeof shared === "string" && !(isForClients && keys.includes("password"))) {
    at("secrets", fromFile(...path));
    return;
  }
  for (const key of keys) {
    if (typeof secrets === "object" && secrets[key] !== undefined) continue;
    if (secrets === "chez-le-client") continue;
    if (key === "password" && isForClients) at(`secrets.${key}`, derived("secret-template", fromFile("clients", "password")));
    else if (typeof shared === "object" && shared[key] !== undefined) {
      at(`secrets.${key}`, derived("secret-template", fromFile(...path, key)));
    } else at(`secrets.${key}`, byDefault("secret-convention"));
  }
};
