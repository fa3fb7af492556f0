import { some, type Row, type Template } from "../row.ts";

// The light reads of Transverses. Their names and lists are those of published clients, made from the description.

const GO = "types of a published Go client, made from the description";
const DONE = { codeRetour: "<success>", libelle: "<text>" } as const;
const PAGING = { nbResultatsParPage: "<integer>", pageCourante: "<integer>", pages: "<integer>", total: "<integer>" } as const;
const FIRST = { nbResultatsParPage: 1, pageResultatDemandee: 1 } as const;
const FRENCH = { codeLangue: "fr" } as const;

/** A list of plain values: path, what is sent, the list and what its items are like. */
type List = readonly [path: string, body: unknown, list: string, item: { readonly [field: string]: Template }];

const LISTS: readonly List[] = [
  ["recuperer/tauxtva", FRENCH, "listeTauxTva", { codeTauxTva: "<text>", libelleTauxTva: "<text>", valeurTauxTva: "<number>" }],
  ["recuperer/devises", FRENCH, "listeDevises", { codeDevise: "<text>", libelleDevise: "<text>" }],
  ["recuperer/pays", FRENCH, "listePays", { codePays: "<text>", libellePays: "<text>" }],
  ["recuperer/motifs/exonerationtva", FRENCH, "listeMotifsExonerationTva", { codeMotifExonerationTva: "<text>", libelleMotifExonerationTva: "<text>" }],
  ["recuperer/cadrefacturation", { typeDemandePaiement: "FACTURE" }, "listeCadreFacturation", { codeCadreFacturation: "<text>" }],
  ["recuperer/modedepot", {}, "listeModeDepot", { modeDepot: "<text>" }],
  ["recuperer/modereglements", {}, "listeModePaiement", { modePaiement: "<text>" }],
  ["recuperer/formatflux", {}, "listeFormatFlux", { formatFlux: "<text>" }],
  ["recuperer/typedp", {}, "listeTypeDemandePaiement", { typeDemandePaiement: "<text>" }],
  ["recuperer/typefacturetravaux", {}, "listeTypeFactureTravaux", { typeFactureTravaux: "<text>" }],
  ["recuperer/typespj", FRENCH, "listeTypePieceJointe", { codeTypePieceJointe: "<text>", libelleTypePieceJointe: "<text>", idTypePieceJointe: "<integer>" }],
  ["recuperer/etat/typedp", { typeDemandePaiement: "FACTURE" }, "listeEtatDemandePaiement", { etatDemandePaiement: "<text>" }],
  ["recuperer/etats/traitement", { statutCourant: "MISE_A_DISPOSITION" }, "listeStatutsPossiblesPourTraitement", { statutPossiblePourTraitement: "<text>" }],
  [
    "recuperer/motifs/refus/Facture/AValider", { codeCadreFacturationAValider: "A9_FACTURE_SOUSTRAITANT" }, "listeMotifRefusFactureAValider",
    { idMotif: "<integer>", codeMotif: "<text>", libelleMotif: "<text>" },
  ],
];

/** A search that may well find nothing: path, what is sent, the list and what its items are like. */
const SEARCHES: readonly List[] = [
  ["rechercher/categorieSollicitation", { pagination: FIRST }, "listeCategories", { codeCategorie: "<text>", libelleCategorie: "<text>" }],
  ["rechercher/sousCategorieSollicitation", { pagination: FIRST }, "listeSousCategories", {}],
  ["rechercher/pj/moncompte", { pieceJointeTypeId: 1, parametresRecherche: FIRST }, "listePiecesJointes", { pieceJointeId: "<integer>" }],
];

const NOTHING: readonly (readonly [path: string, body: unknown])[] = [
  ["consulterCR", { numeroFluxDepot: "CHORUS-CONFORMANCE-NONE" }],
  ["consulterCRDetaille", { numeroFluxDepot: "CHORUS-CONFORMANCE-NONE" }],
  ["telecharger/pieceJointe", { objetPieceJointe: "SOLLICITATION", sollicitation: { idSollicitation: 1, pieceJointeSollicitation: "NON" } }],
];

export const TRANSVERSES_ROWS: readonly Row[] = [
  ...LISTS.map(([path, body, list, item]): Row => ({
    name: `the list of ${path}`,
    says: `answers ${list}[]{${Object.keys(item).join(", ")}}`,
    source: GO,
    certainty: "secondary",
    sends: { to: `transverses/v1/${path}`, body },
    expects: { status: 200, body: { ...DONE, [list]: [item] } },
  })),
  ...SEARCHES.map(([path, body, list, item]): Row => ({
    name: `a page of ${path}`,
    says: `answers ${list} and parametresRetour`,
    source: GO,
    certainty: "secondary",
    sends: { to: `transverses/v1/${path}`, body },
    expects: { status: 200, body: { ...DONE, [`${list}?`]: [item], "parametresRetour?": PAGING } },
  })),
  {
    name: "France is among the countries",
    says: "countries are those of ISO 3166",
    source: "a comment of a published Go client",
    certainty: "secondary",
    sends: { to: "transverses/v1/recuperer/pays", body: FRENCH },
    expects: { status: 200, body: { listePays: some({ codePays: "FR", libellePays: /^france$/i }) } },
  },
  {
    name: "the seven types of identifier",
    says: "SIRET, UE_HORS_FRANCE, HORS_UE, RIDET, TAHITI, AUTRE, PARTICULIER",
    source: "enumeration of the official Structures description 1.0.0; that this list is the same is a conclusion",
    certainty: "inferred",
    sends: { to: "transverses/v1/recuperer/typeidentifiant/structure", body: {} },
    expects: { status: 200, body: { listeTypeIdentifiant: [{ typeIdentifiantStructure: /^(SIRET|UE_HORS_FRANCE|HORS_UE|RIDET|TAHITI|AUTRE|PARTICULIER)$/ }] } },
  },
  {
    name: "a recipient by its identifier",
    says: "listeDestinataires[]{idStructureCPP, siret, nomDestinataire, adresseCodePostal, adresseVille}, of public structures",
    source: GO,
    certainty: "secondary",
    sends: { to: "transverses/v1/rechercher/destinataire", body: { identifiant: "{siret}", parametresRecherche: FIRST } },
    expects: { status: 200, body: { ...DONE, listeDestinataires: some({ idStructureCPP: "<integer>", siret: "<text>", "nomDestinataire?": "<text>" }), "parametresRetour?": PAGING } },
  },
  {
    name: "structures for the user",
    says: "the deprecated recuperer/structuresPourUtilisateur answers listeStructures[]{idStructure, identifiantStructure, designationStructure, typeIdentifiantStructure}",
    source: "Chorus Pro documentation page of the operation, deprecated: it may be gone",
    certainty: "secondary",
    sends: { to: "transverses/v1/recuperer/structuresPourUtilisateur", body: { espaceFo: null } },
    expects: {
      status: 200,
      body: { ...DONE, "listeStructures?": [{ idStructure: "<integer>", identifiantStructure: "<text>", "designationStructure?": "<text>", "typeIdentifiantStructure?": "<text>" }] },
    },
  },
  ...NOTHING.map(([path, body]): Row => ({
    name: `nothing to give by ${path}`,
    says: "what is not there is refused in the envelope: a codeRetour that is not 0, with HTTP 200 or 400",
    source: "business errors as integrators and a published Go client meet them; on this operation a conclusion",
    certainty: "inferred",
    sends: { to: `transverses/v1/${path}`, body },
    expects: [
      { status: 200, body: { codeRetour: "<refusal>", libelle: "<text>" } },
      { status: 400, body: { codeRetour: "<refusal>", libelle: "<text>" } },
    ],
  })),
];
