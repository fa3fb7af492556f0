import type { Observation } from "../model/observation.ts";
import type { AccountAccess } from "../piste/client.ts";
import { unknown } from "./answer.ts";
import type { Session } from "./session.ts";

/** Asks with an account, where its secrets are Chorus's to use. */
export const withAccount = async (
  session: Session,
  { account }: { readonly account: string },
  ask: (access: AccountAccess) => Promise<Observation>,
): Promise<Observation> => {
  const access = session.account(account);
  if (access === undefined) return unknown("not-configured", "secret-missing");
  if (access === "elsewhere") return unknown("elsewhere", "secrets-elsewhere");
  return ask(access);
};
