/** An operation of one of the APIs. `effect` decides which client may call it. */
export interface Operation {
  readonly id: OperationId;
  readonly api: string;
  readonly method: "GET" | "POST" | "PATCH";
  /** Below the API's prefix; `{uuid}` is filled in by the caller. */
  readonly path: string;
  readonly effect: "read" | "write";
}

export type ReadOperationId =
  | "assistance.probe"
  | "engagements.rechercher"
  | "factures.rechercher-fournisseur"
  | "factures-travaux.probe"
  | "organisations.healthcheck"
  | "organisations.structures-recherche"
  | "organisations.structure"
  | "structures.consulter"
  | "structures.rechercher"
  | "structures.rechercher-services"
  | "transverses.health-check"
  | "transverses.structures-actives-destinataire"
  | "transverses.structures-actives-fournisseur"
  | "transverses.structures-actives-travaux"
  | "utilisateurs.rattachements";

export type WriteOperationId = "organisations.parametres-edi";

export type OperationId = ReadOperationId | WriteOperationId;

const read = (id: ReadOperationId, api: string, path: string, method: "GET" | "POST" = "POST"): Operation => ({
  id,
  api,
  method,
  path,
  effect: "read",
});

/**
 * Read operations are those whose official description changes nothing, whatever their method: every Chorus Pro
 * operation but the health checks is a POST.
 */
export const OPERATIONS: Readonly<Record<OperationId, Operation>> = {
  // No route of these two APIs is confirmed: the probe of a subscription is the search that integrators mention.
  "assistance.probe": read("assistance.probe", "assistance", "/rechercher/sollicitation"),
  "factures-travaux.probe": read("factures-travaux.probe", "factures-travaux", "/rechercher/fournisseur"),
  "engagements.rechercher": read("engagements.rechercher", "engagements", "/rechercher"),
  "factures.rechercher-fournisseur": read("factures.rechercher-fournisseur", "factures", "/rechercher/fournisseur"),
  "organisations.healthcheck": read("organisations.healthcheck", "organisations", "/healthcheck", "GET"),
  "organisations.structures-recherche": read(
    "organisations.structures-recherche",
    "organisations",
    "/structures/recherche",
  ),
  "organisations.structure": read("organisations.structure", "organisations", "/structures/{uuid}", "GET"),
  "structures.consulter": read("structures.consulter", "structures", "/consulter"),
  "structures.rechercher": read("structures.rechercher", "structures", "/rechercher"),
  "structures.rechercher-services": read("structures.rechercher-services", "structures", "/rechercher/services"),
  "transverses.health-check": read("transverses.health-check", "transverses", "/health-check", "GET"),
  "transverses.structures-actives-destinataire": read(
    "transverses.structures-actives-destinataire",
    "transverses",
    "/recuperer/structures/actives/destinataire",
  ),
  "transverses.structures-actives-fournisseur": read(
    "transverses.structures-actives-fournisseur",
    "transverses",
    "/recuperer/structures/actives/fournisseur",
  ),
  "transverses.structures-actives-travaux": read(
    "transverses.structures-actives-travaux",
    "transverses",
    "/recuperer/structures/actives/facturetravaux",
  ),
  "utilisateurs.rattachements": read("utilisateurs.rattachements", "utilisateurs", "/monCompte/recuperer/rattachements"),
  "organisations.parametres-edi": {
    id: "organisations.parametres-edi",
    api: "organisations",
    method: "PATCH",
    path: "/structures/{uuid}/parametres-edi",
    effect: "write",
  },
};

/** The cheapest read of each API: what tells a subscription from its absence. */
export const PROBES: Readonly<Record<string, ReadOperationId>> = {
  assistance: "assistance.probe",
  engagements: "engagements.rechercher",
  factures: "factures.rechercher-fournisseur",
  "factures-travaux": "factures-travaux.probe",
  organisations: "organisations.healthcheck",
  structures: "structures.rechercher",
  transverses: "transverses.health-check",
  utilisateurs: "utilisateurs.rattachements",
};
