import { address, type Address } from "../model/address.ts";
import type { DesiredEnvironment } from "../model/desired.ts";
import { addTo } from "../model/group-by.ts";
import type { EnvironmentName } from "../model/environment.ts";

/**
 * What must be done for the structure that replaces another before the other may leave, by the name of the one that
 * leaves. A change of SIRET in Chorus Pro copies the structure but loses its compte technique and its raccordement
 * (AIFE, as integrators tell): the new ones come first, then the old ones go, in one worklist.
 */
export const successorsIn = (environment: EnvironmentName, wanted: DesiredEnvironment): Successors => {
  // Hardly ever does anything leave, and the whole of the configuration is looked through for it.
  let found: Successors | undefined;
  return (leaving) => (found ??= findSuccessors(environment, wanted))(leaving);
};

const findSuccessors = (environment: EnvironmentName, wanted: DesiredEnvironment): Successors => {
  const replaced = new Map<string, string>();
  for (const [name, { remplace }] of Object.entries(wanted.structures)) if (remplace !== undefined) replaced.set(remplace, name);
  if (replaced.size === 0) return () => [];
  const needs = new Map<string, Address[]>();
  for (const { application, structure } of Object.values(wanted.raccordements)) {
    addTo(needs, structure, address(environment, "raccordement", application, structure));
  }
  for (const [account, { couvre }] of Object.entries(wanted.comptesTechniques)) {
    for (const structure of couvre) {
      addTo(needs, structure, address(environment, "compte-technique", account));
      addTo(needs, structure, address(environment, "rattachement", account, structure));
    }
  }
  return (leaving) => needs.get(replaced.get(leaving) ?? "") ?? [];
};

export type Successors = (leaving: string) => readonly Address[];
