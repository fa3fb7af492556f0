import { integerOf, textOf } from "../input.ts";
import type { JsonObject } from "../json.ts";
import type { Call } from "../operation.ts";
import type { Structure } from "../structure.ts";

/** The structures that the calling account is attached to and that exist, its home structure first. */
export function attachedStructures({ world, account }: Call): readonly Structure[] {
  return world.attached(account).map((identifiant) => world.structure(identifiant)).filter((one) => one !== undefined);
}

export function isAttached({ world, account }: Call, { identifiant }: Structure): boolean {
  return world.reach(account).has(identifiant);
}

/** Whether the account may see a structure from the inside: attached to it, or the structure is public. */
export function canRead(call: Call, structure: Structure): boolean {
  return structure.nature === "PUBLIQUE" || isAttached(call, structure);
}

/** The structure that `idStructure`, or `identifiantStructure` with its type, names; "missing" when neither is there. */
export function askedStructure({ world }: Call, fields: JsonObject): Structure | "missing" | undefined {
  const id = integerOf(fields, "idStructure");
  if (id !== undefined) return world.structureById(id);
  const identifiant = textOf(fields, "identifiantStructure");
  if (identifiant === undefined) return "missing";
  const structure = world.structure(identifiant);
  return structure?.type === (textOf(fields, "typeIdentifiantStructure") ?? structure?.type) ? structure : undefined;
}

export const NOT_READABLE = "La structure n'existe pas ou l'utilisateur n'y est pas rattaché.";
