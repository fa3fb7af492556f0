import type { Answer } from "../answer.ts";
import { referenceRefusal } from "../envelope.ts";
import type { Call } from "../operation.ts";
import type { Structure } from "../structure.ts";

/**
 * Answers for the structure that `{reference}` names: a uuid, a SIRET or an intra-EU VAT number, as the API's own
 * refusal says (measured by integrators).
 */
export function withStructure(call: Call, answer: (structure: Structure) => Answer): Answer {
  const reference = call.parameters["reference"] ?? "";
  const look = REFERENCES.find(({ pattern }) => pattern.test(reference));
  if (look === undefined) {
    return referenceRefusal(400, "ParamsInvalidUuidStructures",
      "L'identifiant passé en paramètre n'est ni un UUID, ni un SIRET, ni un numéro de TVA Intracommunautaire.", reference);
  }
  const structure = look.find(call.world, reference);
  return structure === undefined ? notFound("Aucune Structure trouvée", reference) : answer(structure);
}

export function notFound(message: string, reference: string): Answer {
  return referenceRefusal(400, "NotFoundReference", message, reference);
}

export const UUID = /^[0-9a-f]{32}$/;

const REFERENCES: readonly { pattern: RegExp; find: (world: Call["world"], reference: string) => Structure | undefined }[] = [
  { pattern: UUID, find: (world, uuid) => world.structureByUuid(uuid) },
  { pattern: /^[0-9]{14}$/, find: (world, siret) => world.structure(siret) },
  { pattern: /^[A-Z]{2}[0-9A-Z]{2,13}$/, find: (world, vat) => world.structureByVat(vat) },
];
