import { json } from "../answer.ts";
import { referenceRefusal } from "../envelope.ts";
import type { Json } from "../json.ts";
import type { Call, Operation } from "../operation.ts";
import { own } from "../own.ts";
import type { Structure } from "../structure.ts";
import { isAttached } from "./attached.ts";
import { organisationRecord } from "./organisation-record.ts";
import { notFound, withStructure } from "./organisation-reference.ts";
import { search, valuesFor } from "./organisation-search.ts";
import type { Criterion } from "./organisation-search.ts";

// Référentiel des organisations 1.1.6: REST, without the codeRetour envelope; searches answer a top-level
// array, errors too (measured by integrators).

export const organisationsHealthcheck: Operation = {
  api: "organisations", method: "GET", path: "healthcheck", answer: () => ({ status: 200 }),
};

export const rechercherOrganisations: Operation = {
  api: "organisations",
  method: "POST",
  path: "structures/recherche",
  input: {},
  answer: ({ body, settings, world }) =>
    search(body, settings, (criteria) => candidates(world, criteria).map((one) => organisationRecord(one, settings))),
};

// A bulk look-up by identifier or key must not walk through every structure.
function candidates(world: Call["world"], criteria: readonly Criterion[]): readonly Structure[] {
  const identifiers = valuesFor(criteria, "identifiant");
  const uuids = valuesFor(criteria, "uuid");
  const found = identifiers?.map((identifiant) => world.structure(identifiant)) ?? uuids?.map((uuid) => world.structureByUuid(uuid));
  return found?.filter((one) => one !== undefined) ?? world.structures();
}

export const consulterOrganisation: Operation = {
  api: "organisations",
  method: "GET",
  path: "structures/{reference}",
  answer: (call) => withStructure(call, (one) => json(200, organisationRecord(one, call.settings))),
};

/** No structure of this world has attachments: the list is empty, and no attachment is found. */
export const piecesJointesOrganisation: Operation = {
  api: "organisations",
  method: "GET",
  path: "structures/{reference}/pieces_jointes",
  answer: (call) => withStructure(call, () => json(200, [])),
};

export const pieceJointeOrganisation: Operation = {
  api: "organisations",
  method: "GET",
  path: "structures/{reference}/pieces_jointes/{pieceJointe}",
  answer: (call) => withStructure(call, () => notFound("Aucune pièce jointe trouvée", call.parameters["pieceJointe"] ?? "")),
};

/** The one write: `{reception_edi?, connexion_edi?}`, 204, or 403 when the account may not. */
export const modifierParametresEdi: Operation = {
  api: "organisations",
  method: "PATCH",
  path: "structures/{reference}/parametres-edi",
  input: {},
  answer: (call) => withStructure(call, (one) => {
    const reception = flag(own(call.body, "reception_edi"));
    const connexion = flag(own(call.body, "connexion_edi"));
    if (reception === "wrong" || connexion === "wrong") {
      return referenceRefusal(400, "ParamsInvalidParametresEdi", "Paramètres EDI invalides.", "true ou false est attendu");
    }
    if (call.settings.ediPatch === "forbid" || !isAttached(call, one)) {
      return referenceRefusal(403, "Forbidden", "Le compte technique n'est pas autorisé à modifier cette structure.", "");
    }
    call.setEdi(one.identifiant, {
      ...(reception === undefined ? {} : { reception }),
      ...(connexion === undefined ? {} : { connexion }),
    });
    return { status: 204 };
  }),
};

function flag(value: Json | undefined): boolean | "wrong" | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === "boolean" ? value : "wrong";
}
