import { ESPACES } from "../../espaces.ts";
import { FIXED_RECIPIENTS } from "../../matelas/fixed-recipients.ts";
import { own } from "../../own.ts";
import type { Environment, EspaceId, Right, ScenarioEnvironment, ScenarioPerson, ScenarioStructure } from "../../scenario.ts";
import type { Portals } from "../portals.ts";

/** Somebody who signs in: a gestionnaire principal, or a user (the gestionnaire secondaire is abolished). */
export interface Person extends ScenarioPerson {
  readonly login: string;
  readonly role: "gestionnaire" | "utilisateur";
}

export function personOf({ gestionnaires, utilisateurs }: ScenarioEnvironment, login: string): Person | undefined {
  const gestionnaire = own(gestionnaires, login);
  if (gestionnaire !== undefined) return { ...gestionnaire, login, role: "gestionnaire" };
  const utilisateur = own(utilisateurs, login);
  return utilisateur === undefined ? undefined : { ...utilisateur, login, role: "utilisateur" };
}

/** What somebody may do in an espace of a structure: nothing as long as it is closed, or he has not subscribed. */
export function rightOf({ abonnements }: Person, identifiant: string, structure: ScenarioStructure | undefined, espace: EspaceId): Right | undefined {
  if (structure?.espaces?.includes(espace) !== true) return undefined;
  return abonnements === undefined ? "MODIFICATION" : own(abonnements, identifiant)?.[espace];
}

/** The espaces in the menu of somebody who signs in now. */
export const menuOf = (portals: Portals, environment: Environment, person: Person): readonly EspaceId[] =>
  ALL_ESPACES.filter((espace) => person.structures.some((identifiant) => rightOf(person, identifiant, structureOf(portals, environment, identifiant), espace) !== undefined));

/** As the world is, with what is always there in qualification. */
export function structureOf({ store }: Portals, environment: Environment, identifiant: string): ScenarioStructure | undefined {
  const written = own(store.scenario().environments[environment]?.structures, identifiant);
  return written ?? (environment === "qualification" ? own(FIXED_RECIPIENTS, identifiant) : undefined);
}

/** `00000000054054 - 25915604MOE`, as the lists of the portal have it. */
export const labelOf = (portals: Portals, environment: Environment, identifiant: string): string => {
  const structure = structureOf(portals, environment, identifiant);
  return structure === undefined ? identifiant : `${identifiant} - ${structure.designation}`;
};

export const ALL_ESPACES = Object.keys(ESPACES) as readonly EspaceId[];
