import { businessRefusal, LIBELLE_FACTURES, success } from "../envelope.ts";
import { objectOf } from "../input.ts";
import type { JsonObject } from "../json.ts";
import type { Operation } from "../operation.ts";
import { paginate, pagingFields } from "../paging.ts";
import type { Page } from "../paging.ts";
import { FACTURE_SEARCHES } from "./factures-searches.ts";
import type { FactureSearch } from "./factures-searches.ts";
import { STATUTS } from "./factures-values.ts";
import { fields, object } from "./fields.ts";

/** Searches that name the most results otherwise, or not at all. */
const MAXIMUM: Readonly<Record<string, string>> = {
  "rechercher/atraiter/recipiendaire": "getnbResultatsMaximum",
  "rechercher/valideur": "",
  "rechercher/aTraiter/valideur": "",
};

/** Official Factures description 1.0.0: this world has no invoices, so every list is empty. */
function search({ path, wrapper, columns = [], list = "listeFactures", paging, criteria }: FactureSearch): Operation {
  return {
    api: "factures",
    method: "POST",
    path,
    input: {
      ...criteria,
      ...(wrapper === undefined ? {} : { [wrapper]: object({ ...fields("integer", MAXIMUM[path] ?? "nbResultatsMaximum"), ...pagingFields(columns) }) }),
    },
    answer: ({ body }) => {
      const { parametresRetour } = paginate([], objectOf(body, wrapper ?? ""));
      return success({ [list]: [], ...told(parametresRetour, paging) }, LIBELLE_FACTURES);
    },
  };
}

function told(parametresRetour: Page<never>["parametresRetour"], paging: FactureSearch["paging"]): JsonObject {
  if (paging === "flat") return parametresRetour;
  return paging === "total" ? { total: parametresRetour.total } : { parametresRetour };
}

/** A read of one invoice, which this world does not have. */
function one(path: string, idField: string): Operation {
  return {
    api: "factures",
    method: "POST",
    path,
    input: { ...fields("integer", "idUtilisateurCourant"), [idField]: { kind: "integer", required: true } },
    answer: () => businessRefusal("La facture n'existe pas."),
  };
}

const statutsVisibles: Operation = {
  api: "factures",
  method: "POST",
  path: "recuperer/statutsFactureVisibles/valideur",
  input: fields("integer", "idUtilisateurCourant"),
  answer: () => success({ listeStatutFacture: STATUTS.map((codeStatutFacture) => ({ codeStatutFacture })) }, LIBELLE_FACTURES),
};

const telechargerGroupe: Operation = {
  api: "factures",
  method: "POST",
  path: "telecharger/groupe",
  input: {
    ...fields("integer", "idUtilisateurCourant idEspace"),
    ...fields("text", "format avecPiecesJointesComplementaires"),
    listeFacture: { kind: "list", required: true },
  },
  answer: () => businessRefusal("La facture n'existe pas."),
};

/** The reads of Factures. Its writes are no part of this world: they answer as unknown routes. */
export const FACTURES: readonly Operation[] = [
  ...FACTURE_SEARCHES.map(search),
  one("consulter/fournisseur", "identifiantFactureCPP"),
  one("consulter/recipiendaire", "identifiantFactureCPP"),
  one("consulter/valideur", "identifiantFactureCPP"),
  one("consulter/historique", "idFacture"),
  telechargerGroupe,
  statutsVisibles,
];
