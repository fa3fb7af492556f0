import { success } from "../envelope.ts";
import { objectOf } from "../input.ts";
import type { Operation } from "../operation.ts";
import { paginate } from "../paging.ts";
import { fields, SEARCH_PAGING } from "./fields.ts";

/** Engagements juridiques `rechercher`, with the criteria that integrators use: this world has none. */
export const rechercherEngagements: Operation = {
  api: "engagements",
  method: "POST",
  path: "rechercher",
  input: {
    ...fields("text", "structureReceptriceEngagementJuridique numeroEngagementJuridique etatCourantEngagementJuridique"),
    parametresRecherche: SEARCH_PAGING,
  },
  answer: ({ body }) => {
    const { items, parametresRetour } = paginate([], objectOf(body, "parametresRecherche"));
    return success({ listeEngagementJuridique: items, parametresRetour });
  },
};
