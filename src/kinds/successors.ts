import { address, type Address } from "../model/address.ts";
import type { DesiredEnvironment } from "../model/desired.ts";
import type { EnvironmentName } from "../model/environment.ts";

/**
 * What must be done for the structure that replaces another before the other may leave, by the name of the one that
 * leaves. A change of SIRET in Chorus Pro copies the structure but loses its compte technique and its raccordement
 * (AIFE, as integrators tell): the new ones come first, then the old ones go, in one worklist.
 */
export const successorsIn = (environment: EnvironmentName, wanted: DesiredEnvironment): Successors => {
  const replaced = new Map<string, string>();
  for (const [name, { remplace }] of Object.entries(wanted.structures)) if (remplace !== undefined) replaced.set(remplace, name);
  if (replaced.size === 0) return () => [];
  const needs = new Map<string, Address[]>();
  const add = (structure: string, of: Address): void => {
    const others = needs.get(structure);
    if (others === undefined) needs.set(structure, [of]);
    else others.push(of);
  };
  for (const { application, structure } of Object.values(wanted.raccordements)) {
    add(structure, address(environment, "raccordement", application, structure));
  }
  for (const [account, { couvre }] of Object.entries(wanted.comptesTechniques)) {
    for (const structure of couvre) {
      add(structure, address(environment, "compte-technique", account));
      add(structure, address(environment, "rattachement", account, structure));
    }
  }
  return (leaving) => needs.get(replaced.get(leaving) ?? "") ?? [];
};

export type Successors = (leaving: string) => readonly Address[];
