import type { ApiId, Environment, ScenarioPisteAccount } from "../../scenario.ts";

/** A line of PISTE's lists of APIs. */
export interface ListedApi {
  readonly id: ApiId;
  readonly title: string;
  readonly description: string;
  /** The document that its consent names; the guide of 2020 shows five, the others are inferred from them. */
  readonly cgu: string;
}

/** Titles as on the guide's screens, in their order. The descriptions say the same in our words. */
export const LISTED_APIS: readonly ListedApi[] = [
  listed("assistance", "AssistanceUtilisateur", "Gérer les sollicitations émises et reçues."),
  listed("engagements", "EngagementJuridique", "Retrouver les engagements de l'État."),
  listed("factures", "Factures", "Déposer, suivre et traiter des factures, côté fournisseur et côté destinataire."),
  listed("factures-travaux", "FacturesTravaux", "Gérer les factures de travaux : fournisseurs, MOE, MOA et destinataires."),
  listed("structures", "Structures", "Retrouver les informations relatives aux structures et à leurs services."),
  listed("transverses", "Transverses", "Listes de référence, pièces jointes, comptes rendus de flux."),
  listed("utilisateurs", "Utilisateurs", "Les structures auxquelles le compte est rattaché."),
  listed("organisations", "Référentiel des organisations", "Le référentiel des structures et de leurs services."),
];

/** What an account's organisation has: the APIs of Chorus Pro are for « Universelle » (AIFE guide 2020, 1). That others see none is inferred. */
export const apisOf = ({ organisation = UNIVERSELLE }: ScenarioPisteAccount): readonly ListedApi[] => (organisation === UNIVERSELLE ? LISTED_APIS : []);

export const UNIVERSELLE = "Universelle";

function listed(id: ApiId, name: string, description: string): ListedApi {
  return { id, title: `AIFE - Chorus Pro - ${name}`, description, cgu: `AIFE_ChorusPro_${name.replaceAll(" ", "_")}_v1` };
}

export const titleOf = (id: ApiId): string => LISTED_APIS.find((one) => one.id === id)?.title ?? id;

/** PISTE's own word for each environment in its lists. */
export const LINE: Readonly<Record<Environment, string>> = { qualification: "Sandbox", production: "Production" };

/** Those of a list of ticked boxes that there are. */
export const knownApis = (ticked: readonly string[]): readonly ApiId[] => LISTED_APIS.map(({ id }) => id).filter((id) => ticked.includes(id));
