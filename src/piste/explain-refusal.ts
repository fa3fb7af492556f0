import type { Clue } from "../model/clue.ts";
import { Secret, type SecretReference } from "../model/secret.ts";
import type { ResolvedAccount } from "./api-headers.ts";
import type { ApplicationAccess, CallingAccount } from "./client.ts";
import type { Credentials } from "./oauth.ts";
import type { Failed, Outcome } from "./outcome.ts";
import { accountClues, credentialClues } from "./secret-clues.ts";
import type { Secrets } from "./secrets.ts";

interface RefusedPair {
  readonly application: ApplicationAccess;
  readonly credentials: Credentials;
}

/** A refusal of an application's credentials with what their shape tells; any other failure as it is. */
export const explainCredentials = async (failed: Failed, { application, credentials }: RefusedPair, secrets: Secrets): Promise<Failed> =>
  failed.failure.code === "invalid-client"
    ? withClues(failed, credentialClues(credentials, await resolveFreely(application.elsewhere, secrets)))
    : failed;

interface RefusedAccount {
  readonly calling: CallingAccount;
  readonly account: ResolvedAccount;
  readonly credentials: Credentials;
}

/** A refusal of a compte technique with what the shape of its password tells; any other outcome as it is. */
export const explainAccount = async (
  outcome: Outcome,
  { calling, account, credentials }: RefusedAccount,
  secrets: Secrets,
): Promise<Outcome> => {
  if (outcome.ok || outcome.failure.code !== "account-rejected" || calling === "impossible") return outcome;
  return withClues(outcome, accountClues(account, credentials, await resolveFreely(calling.elsewhere, secrets)));
};

/** To compare is no reason to run a command: what only a command gives is left out. */
const resolveFreely = async (references: readonly SecretReference[] = [], secrets: Secrets): Promise<readonly Secret[]> => {
  const free = references.filter(({ from }) => from !== "command");
  const found = await Promise.all(free.map((reference) => secrets.resolve(reference)));
  return found.filter((secret) => secret instanceof Secret);
};

const withClues = (failed: Failed, clues: readonly Clue[]): Failed =>
  clues.length === 0 ? failed : { ...failed, trace: { ...failed.trace, clues: [...(failed.trace.clues ?? []), ...clues] } };
