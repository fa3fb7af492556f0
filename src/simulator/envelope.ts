import { json } from "./answer.ts";
import type { Answer } from "./answer.ts";
import type { JsonObject } from "./json.ts";

/** The libellé of success of Structures, Transverses, Utilisateurs and Engagements. */
export const LIBELLE_TRANSVERSE = "TRA_MSG_00.000";
/** The libellé of success of Factures. */
export const LIBELLE_FACTURES = "GCU_MSG_01_000";

/** `codeRetour` 0: the call succeeded. */
export function success(fields: JsonObject, libelle = LIBELLE_TRANSVERSE): Answer {
  return json(200, { codeRetour: 0, libelle, ...fields });
}

/** HTTP 200 with a `codeRetour` that is not 0: Chorus Pro understood the request and refuses it. */
export function businessRefusal(libelle: string): Answer {
  return { ...json(200, { codeRetour: GENERIC_REFUSAL, libelle }), business: true };
}

/** HTTP 400, "Requête mal formulée" in the official descriptions. */
export function malformed(detail: string): Answer {
  return json(400, { codeRetour: GENERIC_REFUSAL, libelle: `Requête mal formulée : ${detail}` });
}

/** How the Référentiel des organisations 1.1.6 refuses: an array, without the codeRetour envelope (measured by integrators). */
export function referenceRefusal(status: number, error: string, message: string, detail: string): Answer {
  return json(status, [{ error, message, detail }]);
}

const GENERIC_REFUSAL = 20001;
