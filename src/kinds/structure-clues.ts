import type { Clue } from "../model/clue.ts";
import type { EnvironmentName } from "../model/environment.ts";
import { hasSiretKey, hasSirenKey } from "../model/identifier.ts";
import type { StructureRef } from "../model/resource.ts";

/** What an identifier tells of itself where no structure has it. */
export const structureClues = ({ identifiant, type }: Pick<StructureRef, "identifiant" | "type">, environment: EnvironmentName): readonly Clue[] => {
  if (type !== "SIRET") return /^\d{9}$/.test(identifiant) && hasSirenKey(identifiant) ? ["identifier-of-9-digits"] : [];
  const holds = hasSiretKey(identifiant);
  // Only what speaks against it: a real SIRET in production and an invented one in qualification are as they should be.
  if (environment === "qualification") return holds ? ["key-holds"] : [];
  return holds ? [] : ["key-fails"];
};
