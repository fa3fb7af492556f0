import { businessRefusal, success } from "../envelope.ts";
import { ESPACES } from "../espaces.ts";
import { objectOf } from "../input.ts";
import { present } from "../operation.ts";
import type { Operation } from "../operation.ts";
import { paginate, pagingFields } from "../paging.ts";
import type { Columns } from "../paging.ts";
import { IDENTIFIER_TYPES } from "../scenario.ts";
import type { EspaceId } from "../scenario.ts";
import { canUseEspace } from "../world.ts";
import { askedStructure, isAttached, NOT_READABLE } from "./attached.ts";

const COLUMNS: Columns<EspaceId> = {
  CodeService: () => "",
  LibelleService: () => "",
  idEspaceFo: (one) => ESPACES[one].code,
  CodeEspace: (one) => ESPACES[one].code,
  LibelleEspace: (one) => ESPACES[one].libelle,
  etatCourant: () => "",
  TypeHabilitation: () => "",
  IdService: () => 0,
};

/**
 * Official Structures description 1.0.0, `rechercherEspaces` (deprecated): the espaces open on a structure
 * that the account is attached to, with its habilitation where it has one. A setting takes the route away.
 */
export const rechercherEspaces: Operation = {
  api: "structures",
  method: "POST",
  path: "rechercher/espaces",
  enabled: (settings) => settings.rechercherEspaces === "on",
  input: {
    structure: {
      kind: "object",
      fields: {
        idStructure: { kind: "integer" },
        identifiantStructure: { kind: "text" },
        typeIdentifiantStructure: { kind: "choice", values: IDENTIFIER_TYPES },
      },
    },
    idService: { kind: "integer" },
    parametresRechercherEspaces: { kind: "object", fields: pagingFields(Object.keys(COLUMNS)) },
  },
  answer: (call) => {
    const structure = askedStructure(call, objectOf(call.body, "structure"));
    if (structure === "missing") return businessRefusal("Le champ structure est obligatoire.");
    if (structure === undefined || !isAttached(call, structure)) {
      return businessRefusal(NOT_READABLE);
    }
    const page = paginate(structure.espaces, objectOf(call.body, "parametresRechercherEspaces"), COLUMNS);
    return success({
      listeEspace: page.items.map((espace) => present({
        codeEspace: ESPACES[espace].code,
        libelleEspace: ESPACES[espace].libelle,
        idEspaceFo: ESPACES[espace].code,
        etatCourant: "ACTIVE",
        typeHabilitation: canUseEspace(call.account, structure, espace) ? "MODIFICATION" : undefined,
      })),
      parametresRetour: page.parametresRetour,
    });
  },
};
