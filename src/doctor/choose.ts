import type { DesiredEnvironment } from "../model/desired.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { Question } from "../model/question.ts";
import type { Resource, ResourceOf } from "../model/resource.ts";

/** What is examined of an environment. */
export interface Chosen {
  readonly environment: EnvironmentName;
  readonly wanted: DesiredEnvironment;
  readonly applications: readonly string[];
  readonly accounts: readonly string[];
  readonly asked: readonly Asked[];
  readonly notTried: { readonly applications: number; readonly accounts: number };
}

/** A question of a plan: a token, a subscription or a login; with the resource whose causes explain a bad answer. */
export interface Asked {
  readonly question: Question;
  readonly subject: string;
  readonly resource: Resource;
}

export interface Choice {
  readonly applications?: readonly string[];
  readonly accounts?: readonly string[];
  /** Most applications, and most accounts, of an environment; those chosen by name are not counted. */
  readonly limit: number;
}

/**
 * What to examine: what is named, else as much as the limit allows, in the order of the names. An account comes with its
 * application. Nothing is asked of what is paused or leaving: there a refusal may be right.
 *
 * @param resources of this environment, as a plan declares them
 */
export const choose = (
  environment: EnvironmentName,
  wanted: DesiredEnvironment,
  resources: readonly Resource[],
  choice: Choice,
): Chosen => {
  const active = resources.filter(({ lifecycle }) => lifecycle === "active");
  const all = active.filter((resource) => resource.kind === "application");
  const reachable = active.filter((resource) => resource.kind === "compte-technique").filter(({ spec }) => spec.through !== undefined);
  const named = choice.applications ?? throughOf(reachable.filter((account) => isNamed(account, choice.accounts)), choice.accounts);
  const applications = named === undefined ? all.slice(0, choice.limit) : all.filter((one) => isNamed(one, named));
  const known = new Set(applications.flatMap(({ names }) => names));
  const near = reachable.filter(({ spec }) => known.has(spec.through?.application ?? ""));
  const accounts = choice.accounts === undefined ? near.slice(0, choice.limit) : near.filter((one) => isNamed(one, choice.accounts));
  const apis = active.filter((resource) => resource.kind === "subscription").filter(({ spec }) => known.has(spec.application));
  return {
    environment,
    wanted,
    applications: applications.flatMap(({ names }) => names),
    accounts: accounts.flatMap(({ names }) => names),
    asked: [...applications.map(tokenOf), ...apis.map(subscriptionOf), ...accounts.flatMap(loginOf)],
    notTried: {
      applications: named === undefined ? all.length - applications.length : 0,
      accounts: choice.accounts === undefined ? (named === undefined ? reachable : near).length - accounts.length : 0,
    },
  };
};

const isNamed = ({ names }: Resource, wanted: readonly string[] | undefined): boolean => wanted?.includes(names[0] ?? "") === true;

const throughOf = (accounts: readonly ResourceOf<"compte-technique">[], named: readonly string[] | undefined): readonly string[] | undefined =>
  named === undefined ? undefined : accounts.flatMap(({ spec }) => spec.through?.application ?? []);

const tokenOf = (resource: ResourceOf<"application">): Asked => {
  const { environment, names: [application = ""] } = resource;
  return { question: { ask: "token", environment, application }, subject: application, resource };
};

const subscriptionOf = (resource: ResourceOf<"subscription">): Asked => {
  const { environment, spec: { application, api } } = resource;
  return { question: { ask: "subscribed", environment, application, api }, subject: `${application}/${api}`, resource };
};

const loginOf = (resource: ResourceOf<"compte-technique">): readonly Asked[] => {
  const { environment, spec: { through } } = resource;
  if (through === undefined) return [];
  return [{ question: { ask: "account-login", environment, ...through }, subject: through.account, resource }];
};
