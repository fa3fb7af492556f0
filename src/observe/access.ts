import { DEFAULT_QUOTA, DEFAULT_SHARE, ENDPOINTS, type Endpoints } from "../catalogue/environments.ts";
import { apiOf } from "../kinds/api-of.ts";
import { defined } from "../model/defined.ts";
import type { Desired, DesiredEnvironment } from "../model/desired.ts";
import { ENVIRONMENTS, type EnvironmentName } from "../model/environment.ts";
import type { SecretReference } from "../model/secret.ts";
import { secretReference } from "../model/secret-source.ts";
import type { AccountAccess, ApplicationAccess } from "../piste/client.ts";
import type { Rates } from "../piste/pace.ts";

/** Where the applications and accounts of a configuration are reached, and what they may be asked. */
export interface World {
  application(environment: EnvironmentName, name: string): ApplicationAccess | "elsewhere" | undefined;
  account(environment: EnvironmentName, name: string): AccountAccess | "elsewhere" | undefined;
  /** Where an environment is reached, wanted or not. */
  endpoints(environment: EnvironmentName): Endpoints;
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
    const apis = application.apis.flatMap((id) => apiOf(desired, id) ?? []);
    return {
      environment,
      application: name,
      endpoints: overrides[environment] ?? wanted?.endpoints ?? ENDPOINTS[environment][desired.network],
      clientId: secretReference(application.secrets.clientId),
      clientSecret: secretReference(application.secrets.clientSecret),
      elsewhere: inOther(environment, desired, ({ applications }) => {
        const secrets = applications[name]?.secrets;
        return secrets === undefined || secrets === "chez-le-client" ? undefined : secretReference(secrets.clientId);
      }),
      rates: ratesOf(application.quota, shareOf(environment, application.part)),
      confirmed: apis.filter(({ confirmed }) => confirmed).map(({ id }) => id),
      prefixes: Object.fromEntries(apis.map(({ id, prefix }) => [id, prefix])),
    };
  },

  account(environment, name) {
    const account = desired.environments[environment]?.comptesTechniques[name];
    if (account === undefined) return undefined;
    if (account.secrets === "chez-le-client") return "elsewhere";
    return {
      login: account.login,
      password: secretReference(account.secrets.password),
      elsewhere: inOther(environment, desired, ({ comptesTechniques }) => {
        const secrets = comptesTechniques[name]?.secrets;
        return secrets === undefined || secrets === "chez-le-client" ? undefined : secretReference(secrets.password);
      }),
    };
  },

  endpoints: (environment) => overrides[environment] ?? desired.environments[environment]?.endpoints ?? ENDPOINTS[environment][desired.network],

  selects: (environment, application, api) =>
    desired.environments[environment]?.applications[application]?.apis.includes(api) ?? false,
});

/** What has the same name in the other environment: the one that is copied by mistake. */
const inOther = (
  environment: EnvironmentName,
  { environments }: Desired,
  find: (wanted: DesiredEnvironment) => SecretReference | undefined,
): readonly SecretReference[] =>
  ENVIRONMENTS.flatMap((other) => {
    const wanted = environments[other];
    return other === environment || wanted === undefined ? [] : (find(wanted) ?? []);
  });

/** `20/s 600/min 100000/j`: each times the share; at least one of each. */
const ratesOf = (quota: string, share: number): Rates => {
  const granted = new Map(quota.split(/[\s,]+/).map((part) => [part.replace(/^\d+\//, ""), Number.parseInt(part, 10)]));
  const of = (unit: string): number | undefined => {
    const amount = granted.get(unit);
    return amount === undefined ? undefined : Math.max(1, Math.floor(amount * share));
  };
  return defined({ perSecond: (granted.get("s") ?? DEFAULT_QUOTA) * share, perMinute: of("min"), perDay: of("j") ?? of("d") });
};

const shareOf = (environment: EnvironmentName, part: string): number =>
  (Number.parseInt(part, 10) || DEFAULT_SHARE[environment] * 100) / 100;
