import { address, type Address } from "../model/address.ts";
import { defined } from "../model/defined.ts";
import type { Desired, DesiredEnvironment, Structure } from "../model/desired.ts";
import { environmentsOf } from "../model/environments-of.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { GestionnaireRef, Route, StructureRef } from "../model/resource.ts";
import { lifecycleOf, type CommonParts } from "./lifecycle.ts";
import { gestionnaireRef, routeOf, structureRef } from "./refs.ts";
import { successorsIn } from "./successors.ts";
import { isAmong, type NamedStructures } from "./within.ts";

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

export function* structureEntries(desired: Desired, nowMs: number, within?: NamedStructures): Iterable<StructureEntry> {
  for (const { environment, wanted } of environmentsOf(desired)) {
    const routes = routesByStructure(wanted, (name) => isAmong(within, environment, name));
    const successors = successorsIn(environment, wanted);
    const names = within === undefined ? Object.keys(wanted.structures) : (within[environment] ?? []);
    for (const name of names) {
      const structure = Object.hasOwn(wanted.structures, name) ? wanted.structures[name] : undefined;
      if (structure === undefined) continue;
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
        common: defined({
          environment,
          subject: self,
          lifecycle: lifecycleOf(structure, nowMs),
          client: structure.client,
        }),
      };
    }
  }
}

/** Where several accounts could serve, the first by name: the order in which a file gives them means nothing. */
const routesByStructure = ({ comptesTechniques }: DesiredEnvironment, isWanted: (structure: string) => boolean) => {
  const covering = new Map<string, Route>();
  let operator: Route | undefined;
  for (const [name, account] of Object.entries(comptesTechniques)) {
    const route = routeOf(name, account);
    if (route === undefined) continue;
    if (account.client === undefined) operator = firstByName(operator, route);
    for (const structure of account.couvre) if (isWanted(structure)) covering.set(structure, firstByName(covering.get(structure), route));
  }
  return { covering, operator };
};

const firstByName = (one: Route | undefined, other: Route): Route =>
  one === undefined || other.account < one.account ? other : one;
