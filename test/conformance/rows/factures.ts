import type { Row, Template } from "../row.ts";

// Official Factures description 1.0.0: what reads. An account that holds no invoice finds empty lists, or none.

const OFFICIAL = "official Factures description 1.0.0";
const DONE = { codeRetour: "<success>", libelle: "<text>" } as const;
const PAGING = { nbResultatsParPage: "<integer>", pageCourante: "<integer>", pages: "<integer>", total: "<integer>" } as const;
const INVOICES = { "listeFactures?": [{}] } as const;
const IN_THE_ENVELOPE = { ...INVOICES, parametresRetour: PAGING } as const;
const FIRST = { nbResultatsParPage: 1, pageResultatDemandee: 1 } as const;

interface Search {
  readonly path: string;
  readonly operation: string;
  readonly says: string;
  readonly body: unknown;
  readonly answers: { readonly [field: string]: Template };
}

const SEARCHES: readonly Search[] = [
  {
    path: "rechercher/recipiendaire",
    operation: "rechercherFactureRecipiendaire",
    says: "paged in paramRecherche, and the paging of the answer lies flat beside listeFactures",
    body: { paramRecherche: FIRST },
    answers: { ...INVOICES, ...PAGING },
  },
  {
    path: "rechercher/valideur",
    operation: "rechercherFactureParValideur",
    says: "paged in pagination, answered with listeFactures and parametresRetour",
    body: { pagination: FIRST },
    answers: IN_THE_ENVELOPE,
  },
  {
    path: "rechercher/demandePaiement",
    operation: "rechercherDemandePaiement",
    says: "not paged, answered with listeDemandePaiement and a total",
    body: { roleUtilisateur: "FOURNISSEUR", numeroFacture: "CHORUS-CONFORMANCE-NONE" },
    answers: { "listeDemandePaiement?": [{}], total: "<integer>" },
  },
  {
    path: "rechercher/aTraiter/valideur",
    operation: "rechercherFactureATraiterParValideur",
    says: "paged in pagination, answered with listeFactures and parametresRetour",
    body: { pagination: FIRST },
    answers: IN_THE_ENVELOPE,
  },
  {
    path: "rechercher/atraiter/recipiendaire",
    operation: "rechercherFactureATraiterParRecipiendaire, deprecated",
    says: "paged in parametreRechercheFactureATraiterParRecipiendaire, answered with listeFactures and parametresRetour",
    body: { parametreRechercheFactureATraiterParRecipiendaire: FIRST },
    answers: IN_THE_ENVELOPE,
  },
  {
    path: "rechercher/atraiter/fournisseur",
    operation: "rechercherFactureATraiterParFournisseur, deprecated",
    says: "paged in rechercheFactureATraiterParFournisseur, answered with listeFactures and parametresRetour",
    body: { rechercheFactureATraiterParFournisseur: FIRST },
    answers: IN_THE_ENVELOPE,
  },
];

const ABSENT_INVOICES: readonly (readonly [path: string, body: unknown])[] = [
  ["consulter/fournisseur", { identifiantFactureCPP: 1, codeLangue: "fr" }],
  ["consulter/recipiendaire", { identifiantFactureCPP: 1, codeLangue: "fr" }],
  ["consulter/valideur", { identifiantFactureCPP: 1, codeLangue: "fr" }],
  ["consulter/historique", { idFacture: 1 }],
  ["telecharger/groupe", { listeFacture: [{ idFacture: 1 }], format: "PDF" }],
];

export const FACTURES_ROWS: readonly Row[] = [
  {
    name: "a supplier's invoices",
    says: "rechercher/fournisseur with one result a page is a safe probe; codeRetour 0, libelle GCU_MSG_01_000",
    source: `${OFFICIAL}; the libelle as integrators quote it`,
    certainty: "official",
    sends: { to: "factures/v1/rechercher/fournisseur", body: { rechercheFactureParFournisseur: { nbResultatsParPage: 1 } } },
    expects: { status: 200, body: { ...DONE, parametresRetour: { total: "<integer>" } } },
  },
  {
    name: "the code of success of invoices",
    says: "the libelle of success of Factures is GCU_MSG_01_000",
    source: "answers quoted by integrators",
    certainty: "secondary",
    sends: { to: "factures/v1/rechercher/fournisseur", body: { rechercheFactureParFournisseur: { nbResultatsParPage: 1 } } },
    expects: { status: 200, body: { codeRetour: 0, libelle: "GCU_MSG_01_000" } },
  },
  {
    name: "a kind of invoice that does not exist",
    says: "typeFacture is FACTURE, AVOIR or ACOMPTE",
    source: `${OFFICIAL}; that another is refused with 400 is a conclusion`,
    certainty: "inferred",
    sends: { to: "factures/v1/rechercher/fournisseur", body: { typeFacture: "CHORUS_CONFORMANCE", rechercheFactureParFournisseur: FIRST } },
    expects: { status: 400 },
  },
  ...SEARCHES.map(({ path, operation, says, body, answers }): Row => ({
    name: `invoices by ${path}`,
    says,
    source: `${OFFICIAL}, ${operation}; an account without that role may be refused`,
    certainty: "official",
    sends: { to: `factures/v1/${path}`, body },
    expects: [
      { status: 200, body: { ...DONE, ...answers } },
      { status: 200, body: { codeRetour: "<refusal>", libelle: "<text>" } },
      { status: 400, body: { codeRetour: "<refusal>" } },
    ],
  })),
  {
    name: "the statuses that a validator sees",
    says: "listeStatutFacture[]{codeStatutFacture}",
    source: `${OFFICIAL}, recupererStatutsFactureVisiblesParValideur`,
    certainty: "official",
    sends: { to: "factures/v1/recuperer/statutsFactureVisibles/valideur" },
    expects: { status: 200, body: { ...DONE, "listeStatutFacture?": [{ codeStatutFacture: "<text>" }] } },
  },
  ...ABSENT_INVOICES.map(([path, body]): Row => ({
    name: `an invoice of somebody else by ${path}`,
    says: "what an account may not see is refused in the envelope: a codeRetour that is not 0, with HTTP 200 or 400",
    source: "business errors as integrators and a published Go client meet them; on this operation a conclusion",
    certainty: "inferred",
    sends: { to: `factures/v1/${path}`, body },
    expects: [
      { status: 200, body: { codeRetour: "<refusal>", libelle: "<text>" } },
      { status: 400, body: { codeRetour: "<refusal>", libelle: "<text>" } },
    ],
  })),
];
