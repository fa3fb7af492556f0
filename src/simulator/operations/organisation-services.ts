import { json } from "../answer.ts";
import type { Answer } from "../answer.ts";
import { referenceRefusal } from "../envelope.ts";
import type { JsonObject } from "../json.ts";
import type { Call, Operation } from "../operation.ts";
import { serviceRecord, serviceRecords } from "./organisation-record.ts";
import { notFound, UUID, withStructure } from "./organisation-reference.ts";
import { search, valuesFor } from "./organisation-search.ts";
import type { Criterion } from "./organisation-search.ts";

// Référentiel des organisations 1.1.6: the services of structures. The code of a refusal of a service's uuid is
// made after the one of structures: it is not published.

export const servicesOrganisation: Operation = {
  api: "organisations",
  method: "GET",
  path: "structures/{reference}/services",
  answer: (call) => withStructure(call, (one) => json(200, serviceRecords(one))),
};

export const consulterServiceOrganisation: Operation = {
  api: "organisations",
  method: "GET",
  path: "services/{reference}",
  answer: ({ world, parameters }): Answer => {
    const uuid = parameters["reference"] ?? "";
    if (!UUID.test(uuid)) {
      return referenceRefusal(400, "ParamsInvalidUuidServices", "L'identifiant passé en paramètre n'est pas un UUID.", uuid);
    }
    const found = world.serviceByUuid(uuid);
    return found === undefined ? notFound("Aucun Service trouvé", uuid) : json(200, serviceRecord(found.structure, found.code));
  },
};

export const rechercherServicesOrganisation: Operation = {
  api: "organisations",
  method: "POST",
  path: "services/recherche",
  input: {},
  answer: ({ body, settings, world }) => search(body, settings, (criteria) => candidates(world, criteria)),
};

// A look-up by key or by structure must not walk through every structure.
function candidates(world: Call["world"], criteria: readonly Criterion[]): readonly JsonObject[] {
  const uuids = valuesFor(criteria, "uuid");
  if (uuids !== undefined) {
    return uuids.map((uuid) => world.serviceByUuid(uuid)).filter((found) => found !== undefined)
      .map(({ structure, code }) => serviceRecord(structure, code));
  }
  const owners = valuesFor(criteria, "rattachementOrganisation");
  const structures = owners === undefined ? world.structures() : owners.map((uuid) => world.structureByUuid(uuid));
  return structures.filter((one) => one !== undefined).flatMap(serviceRecords);
}
