import type { Observation } from "../model/observation.ts";
import { unknown } from "./answer.ts";
import type { Caller, Session } from "./session.ts";

/** Asks with an account, where its secrets are Chorus's to use. */
export const withAccount = async (
  session: Session,
  { account }: { readonly account: string },
  ask: (caller: Caller) => Promise<Observation>,
): Promise<Observation> => {
  const access = session.account(account);
  if (access === undefined) return unknown("not-configured", "secret-missing");
  if (access === "elsewhere") return unknown("elsewhere", "secrets-elsewhere");
  return ask({ account, access });
};
