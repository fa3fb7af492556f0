import { DEFAULT_QUOTA, DEFAULT_SHARE, ENDPOINTS, type Endpoints } from "../catalogue/environments.ts";
import { apiOf } from "../kinds/api-of.ts";
import type { Desired } from "../model/desired.ts";
import type { EnvironmentName } from "../model/environment.ts";
import { secretReference } from "../model/secret-source.ts";
import type { AccountAccess, ApplicationAccess } from "../piste/client.ts";

/** Where the applications and accounts of a configuration are reached, and what they may be asked. */
export interface World {
  application(environment: EnvironmentName, name: string): ApplicationAccess | "elsewhere" | undefined;
  account(environment: EnvironmentName, name: string): AccountAccess | "elsewhere" | undefined;
  /** Whether the configuration selects an API for an application: what is not selected is not asked. */
  selects(environment: EnvironmentName, application: string, api: string): boolean;
}

/** Endpoints by which this process reaches an environment, where it is told of others than the catalogue's. */
export type EndpointOverrides = Partial<Readonly<Record<EnvironmentName, Endpoints>>>;

export const createWorld = (desired: Desired, overrides: EndpointOverrides): World => ({
  application(environment, name) {
    const wanted = desired.environments[environment];
    const application = wanted?.applications[name];
    if (application === undefined) return undefined;
    if (application.secrets === "chez-le-client") return "elsewhere";
    return {
      environment,
      application: name,
      endpoints: overrides[environment] ?? wanted?.endpoints ?? ENDPOINTS[environment][desired.network],
      clientId: secretReference(application.secrets.clientId),
      clientSecret: secretReference(application.secrets.clientSecret),
      requestsPerSecond: quotaOf(application.quota) * shareOf(environment, application.part),
      prefixes: Object.fromEntries(
        application.apis.flatMap((id) => {
          const api = apiOf(desired, id);
          return api === undefined ? [] : [[id, api.prefix]];
        }),
      ),
    };
  },

  account(environment, name) {
    const account = desired.environments[environment]?.comptesTechniques[name];
    if (account === undefined) return undefined;
    if (account.secrets === "chez-le-client") return "elsewhere";
    return { login: account.login, password: secretReference(account.secrets.password) };
  },

  selects: (environment, application, api) =>
    desired.environments[environment]?.applications[application]?.apis.includes(api) ?? false,
});

const quotaOf = (quota: string): number => Number.parseInt(quota, 10) || DEFAULT_QUOTA;

const shareOf = (environment: EnvironmentName, part: string): number =>
  (Number.parseInt(part, 10) || DEFAULT_SHARE[environment] * 100) / 100;
