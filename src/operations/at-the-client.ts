import { expandSecret, type Convention } from "../config/expand/secrets.ts";
import type { Desired, DesiredEnvironment, SecretSource } from "../model/desired.ts";
import { environmentsOf } from "../model/environments-of.ts";

/**
 * The configuration as it is on a client's own machine: secrets that stay there are found by convention, in the variables
 * that they would have anywhere else. Of one client, or of all.
 */
export const atTheClient = (desired: Desired, client?: string): Desired => ({
  ...desired,
  environments: Object.fromEntries(
    environmentsOf(desired).map(({ environment, wanted }) => {
      const find = (name: string, ending: Convention["ending"]): SecretSource => expandSecret(undefined, { environment, name }, { ending, isNamed: true });
      const here: DesiredEnvironment = {
        ...wanted,
        applications: mapped(wanted.applications, (name, application) =>
          staysWith(client, application)
            ? { ...application, secrets: { clientId: find(name, "CLIENT_ID"), clientSecret: find(name, "CLIENT_SECRET") } }
            : application),
        comptesTechniques: mapped(wanted.comptesTechniques, (name, account) =>
          staysWith(client, account) ? { ...account, secrets: { password: find(name, "PASSWORD") } } : account),
      };
      return [environment, here];
    }),
  ),
});

const staysWith = (client: string | undefined, of: { readonly secrets: unknown; readonly client?: string }): boolean =>
  of.secrets === "chez-le-client" && (client === undefined || of.client === client);

const mapped = <T>(named: Readonly<Record<string, T>>, change: (name: string, value: T) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(named).map(([name, value]) => [name, change(name, value)]));
