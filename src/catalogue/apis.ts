/** An API of Chorus Pro as PISTE's catalogue lists it. */
export interface Api {
  readonly id: string;
  /** The line to tick in "Consentement CGU API" and in "Modifier l'application". */
  readonly title: string;
  /** Path below the gateway's host, version included. */
  readonly prefix: string;
  /** The document that the consent box names. */
  readonly cgu: string;
  /** How sure the prefix is; an unconfirmed one can be overridden with `catalogue.apis.<id>.prefixe`. */
  readonly confirmed: boolean;
}

export type Apis = Readonly<Record<string, Api>>;

const api = (id: string, name: string, path: string, confirmed = true): Api => ({
  id,
  title: `AIFE - Chorus Pro - ${name}`,
  prefix: `/cpro/${path}/v1`,
  cgu: `AIFE_ChorusPro_${name}_v1`,
  confirmed,
});

/** Titles as in PISTE's list of 2020 to 2026; a newer catalogue shows the bare name. */
export const APIS: Apis = {
  factures: api("factures", "Factures", "factures"),
  "factures-travaux": api("factures-travaux", "FacturesTravaux", "facturesTravaux", false),
  structures: api("structures", "Structures", "structures"),
  transverses: api("transverses", "Transverses", "transverses"),
  utilisateurs: api("utilisateurs", "Utilisateurs", "utilisateurs"),
  engagements: api("engagements", "EngagementJuridique", "engagementsJuridiques"),
  organisations: api("organisations", "Référentiel des organisations", "organisations"),
  assistance: api("assistance", "AssistanceUtilisateur", "assistanceUtilisateur", false),
};

/** What an API is needed for when Chorus verifies, so that its absence can be explained. */
export const VERIFICATION_APIS = ["structures", "transverses", "utilisateurs"] as const;
