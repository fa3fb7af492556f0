import type { ApiId } from "./scenario.ts";

/** The path segment of each API under `/cpro/`, as in the PISTE catalogue. */
export const API_PREFIXES: Readonly<Record<ApiId, string>> = {
  factures: "factures",
  structures: "structures",
  transverses: "transverses",
  utilisateurs: "utilisateurs",
  engagements: "engagementsJuridiques",
  "factures-travaux": "facturesTravaux",
  organisations: "organisations",
  assistance: "assistanceUtilisateur",
};
