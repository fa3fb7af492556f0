import { address, type Address } from "../model/address.ts";
import type { Application, CompteTechnique, Desired, DesiredEnvironment, Structure } from "../model/desired.ts";
import { ENVIRONMENTS, type EnvironmentName } from "../model/environment.ts";
import { toMs } from "../model/instant.ts";
import type { GestionnaireRef, Lifecycle, Route, StructureRef } from "../model/resource.ts";
import { successorsIn } from "./successors.ts";
import { APIS, type Api } from "../catalogue/apis.ts";

/** What the kinds share when they take their resources from a configuration. */

export interface EnvironmentEntry {
  readonly environment: EnvironmentName;
  readonly wanted: DesiredEnvironment;
}

export const environmentsOf = (desired: Desired): readonly EnvironmentEntry[] =>
  ENVIRONMENTS.flatMap((environment) => {
    const wanted = desired.environments[environment];
    return wanted === undefined ? [] : [{ environment, wanted }];
  });

/** A structure leaves on its date, not before; one without a date leaves now. */
export const lifecycleOf = (structure: Structure | undefined, nowMs: number): Lifecycle => {
  if (structure?.etat === "pause") return "paused";
  if (structure?.etat !== "sortant") return "active";
  return structure.date === undefined || toMs(structure.date) <= nowMs ? "leaving" : "active";
};

export const structureRef = (name: string, { identifiant, type }: Structure): StructureRef => ({
  name,
  identifiant,
  type,
});

/** Who acts for a structure; a client's gestionnaire is known by the client's code alone, his name stays outside. */
export const gestionnaireRef = (
  desired: Desired,
  of: { readonly client?: string; readonly gestionnaire?: string; readonly nom?: string },
): GestionnaireRef => {
  if (of.client !== undefined) return { name: of.client, label: of.nom ?? of.client };
  const name = of.gestionnaire ?? Object.keys(desired.gestionnaires).toSorted()[0] ?? "principal";
  return { name, label: desired.gestionnaires[name]?.nom ?? name };
};

/** The application and the account through which an account's questions are asked. */
export const routeOf = (account: string, { application }: CompteTechnique): Route | undefined =>
  application === undefined ? undefined : { application, account };

/** A structure of the configuration with what every kind of resource on it shares. */
export interface StructureEntry {
  readonly environment: EnvironmentName;
  readonly name: string;
  readonly structure: Structure;
  readonly ref: StructureRef;
  readonly self: Address;
  readonly gestionnaire: GestionnaireRef;
  /** Through the account that is to reach it. */
  readonly covering: Route | undefined;
  /** Through the account to look it up with: our own first, it works before a client has done anything. */
  readonly looking: Route | undefined;
  readonly common: CommonParts;
  /** Of one that leaves: what must be done for its successor first. */
  readonly successors: readonly Address[];
}

export interface CommonParts {
  readonly environment: EnvironmentName;
  readonly subject: Address;
  readonly lifecycle: Lifecycle;
  readonly client?: string;
}

export function* structureEntries(desired: Desired, nowMs: number): Iterable<StructureEntry> {
  for (const { environment, wanted } of environmentsOf(desired)) {
    const routes = routesByStructure(wanted);
    const successors = successorsIn(environment, wanted);
    for (const [name, structure] of Object.entries(wanted.structures)) {
      const self = address(environment, "structure", name);
      yield {
        environment,
        name,
        structure,
        ref: structureRef(name, structure),
        self,
        gestionnaire: gestionnaireRef(desired, structure),
        successors: structure.etat === "sortant" ? successors(name) : [],
        covering: routes.covering.get(name),
        looking: routes.operator ?? routes.covering.get(name),
        common: {
          environment,
          subject: self,
          lifecycle: lifecycleOf(structure, nowMs),
          ...(structure.client === undefined ? {} : { client: structure.client }),
        },
      };
    }
  }
}

/** Where several accounts could serve, the first by name: the order in which a file gives them means nothing. */
const routesByStructure = ({ comptesTechniques }: DesiredEnvironment) => {
  const covering = new Map<string, Route>();
  let operator: Route | undefined;
  for (const [name, account] of Object.entries(comptesTechniques)) {
    const route = routeOf(name, account);
    if (route === undefined) continue;
    if (account.client === undefined) operator = firstByName(operator, route);
    for (const structure of account.couvre) covering.set(structure, firstByName(covering.get(structure), route));
  }
  return { covering, operator };
};

const firstByName = (one: Route | undefined, other: Route): Route =>
  one === undefined || other.account < one.account ? other : one;

/** An application of the configuration with what every kind of resource of it shares. */
export interface ApplicationEntry {
  readonly environment: EnvironmentName;
  readonly wanted: DesiredEnvironment;
  readonly name: string;
  readonly application: Application;
  readonly self: Address;
  /** E-mail of the PISTE account that holds it. */
  readonly compte: string;
  readonly common: CommonParts;
}

export function* applicationEntries(desired: Desired, nowMs: number): Iterable<ApplicationEntry> {
  for (const { environment, wanted } of environmentsOf(desired)) {
    for (const [name, application] of Object.entries(wanted.applications)) {
      const self = address(environment, "application", name);
      yield {
        environment,
        wanted,
        name,
        application,
        self,
        compte: desired.comptesPiste[application.comptePiste]?.email ?? application.comptePiste,
        common: {
          environment,
          subject: self,
          lifecycle: applicationLifecycle(wanted, application, nowMs),
          ...(application.client === undefined ? {} : { client: application.client }),
        },
      };
    }
  }
}

/** Nothing more is asked of an application whose client has gone; everybody else's stays. */
const applicationLifecycle = (wanted: DesiredEnvironment, { client }: Application, nowMs: number): Lifecycle => {
  const lifecycle = client === undefined ? "active" : lifecycleOf(wanted.structures[client], nowMs);
  return lifecycle === "leaving" ? "paused" : lifecycle;
};

/** What must be true before a question through an account can be answered. */
export const provenThroughAccount = (
  environment: EnvironmentName,
  route: Route | undefined,
  ...apis: readonly string[]
): readonly Address[] =>
  route === undefined
    ? []
    : [
        address(environment, "compte-technique", route.account),
        address(environment, "credentials", route.application),
        ...apis.map((api) => address(environment, "subscription", route.application, api)),
      ];

/** An API as the catalogue and the user's overrides give it; undefined where neither knows it. */
export const apiOf = (desired: Desired, id: string): Api | undefined => {
  const known = APIS[id];
  const override = desired.catalogue?.apis?.[id];
  if (override === undefined) return known;
  const prefix = override.prefixe ?? known?.prefix;
  if (prefix === undefined) return known;
  return {
    id,
    title: override.titre ?? known?.title ?? id,
    prefix,
    cgu: override.cgu ?? known?.cgu ?? "",
    confirmed: true,
  };
};
