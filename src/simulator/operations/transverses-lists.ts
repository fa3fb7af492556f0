import { businessRefusal, LIBELLE_FACTURES, success } from "../envelope.ts";
import type { InputShape } from "../input.ts";
import type { JsonObject } from "../json.ts";
import { objectOf } from "../input.ts";
import type { Operation } from "../operation.ts";
import { paginate } from "../paging.ts";
import { IDENTIFIER_TYPES } from "../scenario.ts";
import { CADRES, MODES_DEPOT, MODES_PAIEMENT, STATUTS, TYPES_DEMANDE_ALL, TYPES_FACTURE_TRAVAUX } from "./factures-values.ts";
import { choice, fields, object, SEARCH_PAGING, words } from "./fields.ts";

// The light reads of Transverses. Names of lists and fields: client libraries of integrators. Values: the official
// Factures description 1.0.0 where it has them; else a few plausible ones, for the real lists are not published.

const list = (path: string, input: InputShape, answer: JsonObject, libelle?: string): Operation => ({
  api: "transverses", method: "POST", path, input, answer: () => success(answer, libelle),
});

/** A list of objects that have one field. */
const named = (name: string, field: string, values: readonly string[]): JsonObject =>
  ({ [name]: values.map((value) => ({ [field]: value })) });

/** A list of codes with their labels. */
const labelled = (name: string, [code, label]: readonly [string, string], values: { readonly [code: string]: string }): JsonObject =>
  ({ [name]: Object.entries(values).map(([key, text]) => ({ [code]: key, [label]: text })) });

const paged = (path: string, wrapper: string, criteria: InputShape, name: string): Operation => ({
  api: "transverses",
  method: "POST",
  path,
  input: { ...criteria, [wrapper]: SEARCH_PAGING },
  answer: ({ body }) => success({ [name]: [], parametresRetour: paginate([], objectOf(body, wrapper)).parametresRetour }),
});

const nothing = (path: string, input: InputShape, libelle: string): Operation => ({
  api: "transverses", method: "POST", path, input, answer: () => businessRefusal(libelle),
});

const LANGUAGE = fields("text", "codeLangue");
const TYPE_DEMANDE: InputShape = { typeDemandePaiement: choice(TYPES_DEMANDE_ALL) };

/** Whose attachment it is, by what it belongs to. */
const PIECE_JOINTE: InputShape = {
  ...fields("text", "objetPieceJointe"),
  ...Object.fromEntries(words("demandePaiement engagementJuridique sollicitation structure").map((name) => [name, object({})])),
};

export const TRANSVERSES_LISTS: readonly Operation[] = [
  list("recuperer/typeidentifiant/structure", LANGUAGE, named("listeTypeIdentifiant", "typeIdentifiantStructure", IDENTIFIER_TYPES)),
  list("recuperer/tauxtva", LANGUAGE, {
    listeTauxTva: [20, 10, 5.5, 0].map((valeurTauxTva, index) =>
      ({ codeTauxTva: `TVA${index + 1}`, libelleTauxTva: `${String(valeurTauxTva).replace(".", ",")} %`, valeurTauxTva })),
  }),
  list("recuperer/devises", LANGUAGE, labelled("listeDevises", ["codeDevise", "libelleDevise"], { EUR: "Euro", XPF: "Franc CFP" })),
  list("recuperer/pays", LANGUAGE, labelled("listePays", ["codePays", "libellePays"], {
    FR: "France", BE: "Belgique", CH: "Suisse", DE: "Allemagne", NC: "Nouvelle-Calédonie", PF: "Polynésie française",
  })),
  list("recuperer/motifs/exonerationtva", LANGUAGE,
    labelled("listeMotifsExonerationTva", ["codeMotifExonerationTva", "libelleMotifExonerationTva"], { EXPT: "Exportation" })),
  list("recuperer/cadrefacturation", TYPE_DEMANDE, named("listeCadreFacturation", "codeCadreFacturation", CADRES)),
  list("recuperer/modedepot", {}, named("listeModeDepot", "modeDepot", MODES_DEPOT)),
  list("recuperer/modereglements", {}, named("listeModePaiement", "modePaiement", MODES_PAIEMENT), LIBELLE_FACTURES),
  list("recuperer/formatflux", {},
    named("listeFormatFlux", "formatFlux", words("IN_DP_E1_STRUCT IN_DP_E2_MIXTE IN_DP_E2_FACTURX"))),
  list("recuperer/typedp", {}, named("listeTypeDemandePaiement", "typeDemandePaiement", TYPES_DEMANDE_ALL), LIBELLE_FACTURES),
  list("recuperer/typefacturetravaux", {}, named("listeTypeFactureTravaux", "typeFactureTravaux", TYPES_FACTURE_TRAVAUX)),
  list("recuperer/typespj", { ...LANGUAGE, ...fields("text", "typeObjet") }, {
    listeTypePieceJointe: [
      { codeTypePieceJointe: "01", libelleTypePieceJointe: "Pièce jointe", idTypePieceJointe: 1, typeObjet: "FICHE_RACCORDEMENT" },
    ],
  }),
  list("recuperer/etat/typedp", { typeDemandePaiement: { kind: "text", required: true } },
    named("listeEtatDemandePaiement", "etatDemandePaiement", STATUTS)),
  list("recuperer/etats/traitement", { statutCourant: { kind: "text", required: true } },
    named("listeStatutsPossiblesPourTraitement", "statutPossiblePourTraitement",
      words("MISE_A_DISPOSITION SUSPENDUE REJETEE MANDATEE MISE_EN_PAIEMENT COMPTABILISEE MISE_A_DISPOSITION_COMPTABLE A_RECYCLER"))),
  list("recuperer/motifs/refus/Facture/AValider", { codeCadreFacturationAValider: { kind: "text", required: true } }, {
    listeMotifRefusFactureAValider: [{ idMotif: 1, codeMotif: "AUTRE", libelleMotif: "Autre" }],
  }),
  paged("rechercher/categorieSollicitation", "pagination",
    { ...fields("text", "codeCategorie libelleCategorie"), ...fields("boolean", "estActif") }, "listeCategories"),
  paged("rechercher/sousCategorieSollicitation", "pagination",
    { ...fields("text", "code libelle"), ...fields("boolean", "estActif"), ...fields("integer", "idTechniqueCategorie") }, "listeSousCategories"),
  paged("rechercher/pj/structure", "parametresRecherche",
    { idStructureCPP: { kind: "integer", required: true }, ...LANGUAGE, ...fields("text", "pieceJointeDesignation"), ...fields("integer", "pieceJointeTypeId") },
    "listePiecesJointes"),
  paged("rechercher/pj/moncompte", "parametresRecherche",
    { ...LANGUAGE, ...fields("text", "pieceJointeDesignation"), pieceJointeTypeId: { kind: "integer", required: true } }, "listePiecesJointes"),
  // An empty archive, in base64: the annuaire of this world is what its searches tell.
  list("telecharger/annuaire/destinataire", {}, { fichierResultat: "UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==" }, LIBELLE_FACTURES),
  nothing("telecharger/pieceJointe", PIECE_JOINTE, "La pièce jointe n'existe pas."),
  nothing("consulterCR", { numeroFluxDepot: { kind: "text", required: true }, ...fields("text", "dateDepot syntaxeFlux") }, "Le flux n'existe pas."),
  nothing("consulterCRDetaille", { numeroFluxDepot: { kind: "text", required: true }, ...fields("text", "syntaxeFlux") }, "Le flux n'existe pas."),
];
