import { structureId, structureUuid } from "./identifiers.ts";
import type { Environment } from "./scenario.ts";

/** The two keys that the APIs give a structure besides its identifier. */
export interface StructureKeys {
  readonly id: number;
  readonly uuid: string;
}

/** Computes the keys of each structure once: a search may list thousands. */
export function structureKeys(environment: Environment): (identifiant: string) => StructureKeys {
  const known = new Map<string, StructureKeys>();
  return (identifiant) => {
    const found = known.get(identifiant);
    if (found !== undefined) return found;
    const keys = { id: structureId(environment, identifiant), uuid: structureUuid(environment, identifiant) };
    known.set(identifiant, keys);
    return keys;
  };
}
