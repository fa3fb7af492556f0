import type { FieldShape, InputShape } from "../input.ts";
import { IDENTIFIER_TYPES } from "../scenario.ts";
import {
  FOURNISSEUR_COLUMNS, RECIPIENDAIRE_COLUMNS, VALIDEUR_COLUMNS,
  A_TRAITER_FOURNISSEUR_COLUMNS, A_TRAITER_RECIPIENDAIRE_COLUMNS, A_TRAITER_VALIDEUR_COLUMNS,
} from "./factures-columns.ts";
import {
  ARCHIVES, CADRES, CADRES_RECIPIENDAIRE, MODES_DEPOT, ROLES, TYPES_DEMANDE, TYPES_DEMANDE_ALL, TYPES_FACTURE, TYPES_FACTURE_TRAVAUX,
} from "./factures-values.ts";
import { choice, fields, object } from "./fields.ts";

/** One search of the official Factures description 1.0.0. */
export interface FactureSearch {
  readonly path: string;
  /** The field that holds the paging; a search without one is not paged. */
  readonly wrapper?: string;
  readonly columns?: readonly string[];
  /** `listeFactures` when absent. */
  readonly list?: string;
  /** Where the answer tells its paging: in `parametresRetour` when absent, flat, or as a total alone. */
  readonly paging?: "flat" | "total";
  readonly criteria: InputShape;
}

// The description spells the amount to pay in two ways.
const AMOUNTS = "montantHTMin montantHTMax montantTTCMin montantTTCMax montantAPayerMin montantAPayerMax";
const AMOUNTS_LOWER = AMOUNTS.replaceAll("APayer", "Apayer");

const party = (role: string): FieldShape => object({
  [`idStructure${role}`]: { kind: "integer" },
  [`typeIdentifiantStructure${role}`]: choice(IDENTIFIER_TYPES),
  [`identifiantStructure${role}`]: { kind: "text" },
});

export const FACTURE_SEARCHES: readonly FactureSearch[] = [
  {
    path: "rechercher/fournisseur",
    wrapper: "rechercheFactureParFournisseur",
    columns: FOURNISSEUR_COLUMNS,
    criteria: {
      ...fields("integer", "idUtilisateurCourant idFournisseur idServiceFournisseur idStructureValideur coordonneeBancaire"),
      ...fields("text", `
        numeroFacture periodeDateDepotDu periodeDateDepotAu periodeDateFactureDu periodeDateFactureAu
        numeroMarche numeroBonCommande numeroFactureOrigine numeroFluxDepot periodeDateHeureEtatCourantDu
        periodeDateHeureEtatCourantAu
      `),
      ...fields("boolean", "rechercheSirenDestinataire recupererTaille rejetTraite"),
      ...fields("number", AMOUNTS_LOWER),
      ...fields("list", "listeDestinataire statutCourant idUtilisateurCreateur"),
      typeFacture: choice(TYPES_FACTURE),
      cadreFacturation: choice(CADRES),
      modeDepot: choice(MODES_DEPOT),
    },
  },
  {
    path: "rechercher/recipiendaire",
    wrapper: "paramRecherche",
    columns: RECIPIENDAIRE_COLUMNS,
    paging: "flat",
    criteria: {
      ...fields("integer", "idUtilisateurCourant idDestinataire idServiceExecutant idStructureValideur"),
      ...fields("text", `
        numeroFacture periodeDateDepotDu periodeDateDepotAu periodeDateFactureDu periodeDateFactureAu
        numeroMarche numeroBonCommande periodeDateHeureEtatCourantDu periodeDateHeureEtatCourantAu
      `),
      ...fields("boolean", "rechercheSirenFournisseur factureTelechargeeParDestinataire recupererTaille"),
      ...fields("number", AMOUNTS_LOWER),
      ...fields("list", "listeTypeFacture listeTypeFactureTravaux listeFournisseurs statutCourant"),
      typeDemandePaiement: choice(TYPES_DEMANDE),
      cadreFacturation: choice(CADRES_RECIPIENDAIRE),
    },
  },
  {
    path: "rechercher/valideur",
    wrapper: "pagination",
    columns: VALIDEUR_COLUMNS,
    criteria: {
      ...fields("integer", `
        idUtilisateurCourant idDestinataire idServiceExecutant idFournisseur idServiceFournisseur
        idStructureValideur idStructureMoe idStructureMoa
      `),
      ...fields("text", `
        numeroFacture periodeDateDepotDu periodeDateDepotAu periodeDateFactureDu periodeDateFactureAu
        numeroMarche numeroEngagement
      `),
      ...fields("boolean", "rechercheSirenDestinataire rechercheSirenFournisseur"),
      ...fields("number", AMOUNTS),
      ...fields("list", "listeTypeFacture listeTypeFactureTravaux statutCourant"),
      typeDemandePaiement: choice(TYPES_DEMANDE_ALL),
      cadreFacturation: choice(CADRES),
    },
  },
  {
    path: "rechercher/demandePaiement",
    list: "listeDemandePaiement",
    paging: "total",
    criteria: {
      ...fields("integer", "idServiceFournisseur idServiceMoe idServiceMoa idServiceDestinataire"),
      ...fields("text", `
        numeroFacture periodeDateHeureEtatCourantDu periodeDateHeureEtatCourantAu periodeDateFournisseurDu
        periodeDateFournisseurAu periodeDateDepotDu periodeDateDepotAu numeroMarche numeroBonCommande
        numeroFactureOrigine numeroDossierFacturation numeroFactureMemoire numeroDpMandat
      `),
      ...fields("boolean", "rechercheSirenFournisseur rechercheSirenDestinataire"),
      ...fields("number", AMOUNTS),
      ...fields("list", "statutCourant"),
      roleUtilisateur: choice(ROLES),
      typeDemandePaiement: choice(TYPES_DEMANDE_ALL),
      typeFacture: choice(TYPES_FACTURE),
      typeFactureTravaux: choice(TYPES_FACTURE_TRAVAUX),
      cadreFacturation: choice(CADRES),
      dpOuDpArchive: choice(ARCHIVES),
      structureFournisseur: party("Fournisseur"),
      structureMoe: party("Moe"),
      structureMoa: party("Moa"),
      structureValideur: party("Valideur"),
      structureDestinataire: party("Destinataire"),
    },
  },
  {
    path: "rechercher/aTraiter/valideur",
    wrapper: "pagination",
    columns: A_TRAITER_VALIDEUR_COLUMNS,
    criteria: {
      ...fields("integer", "idUtilisateurCourant idStructure"),
      ...fields("text", "identifiantStructure"),
      typeIdentifiantStructure: choice(IDENTIFIER_TYPES),
    },
  },
  {
    path: "rechercher/atraiter/recipiendaire",
    wrapper: "parametreRechercheFactureATraiterParRecipiendaire",
    columns: A_TRAITER_RECIPIENDAIRE_COLUMNS,
    criteria: {
      ...fields("integer", "idUtilisateurCourant idStructure"),
      ...fields("boolean", "recupererTaille"),
    },
  },
  {
    path: "rechercher/atraiter/fournisseur",
    wrapper: "rechercheFactureATraiterParFournisseur",
    columns: A_TRAITER_FOURNISSEUR_COLUMNS,
    criteria: {
      ...fields("integer", "idUtilisateurCourant idStructure"),
      ...fields("boolean", "masquerRejetee recupererTaille"),
    },
  },
];
