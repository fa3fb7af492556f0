import type { Row } from "../row.ts";

// What an account is told of a structure that it is attached to. An earlier row gave `idOwn`.

const OFFICIAL = "official Structures description 1.0.0";
const DONE = { codeRetour: "<success>", libelle: "<text>" } as const;
const PAGING = { nbResultatsParPage: "<integer>", pageCourante: "<integer>", pages: "<integer>", total: "<integer>" } as const;
const FIRST = { nbResultatsParPage: 1, pageResultatDemandee: 1 } as const;
const REFUSED: Row["expects"] = [
  { status: 200, body: { codeRetour: "<refusal>", libelle: "<text>" } },
  { status: 400, body: { codeRetour: "<refusal>" } },
];

export const OWN_STRUCTURE_ROWS: readonly Row[] = [
  {
    name: "the account's own structure",
    says: "structures to which one is attached can be read, private ones too",
    source: `${OFFICIAL}, consulterStructureAvecTVAIntraCom`,
    certainty: "official",
    sends: { to: "structures/v1/consulter", body: { idStructureCPP: "{idOwn}", codeLangue: "fr" } },
    expects: {
      status: 200,
      body: {
        ...DONE,
        informationGenerales: {
          idStructureCPP: "<integer>", identifiantStructure: "<text>", structurePriveePublique: /^(PRIVEE|PUBLIQUE)$/,
          "dateExpirationMotPasseCompteTech?": "<date-time>", "listeStructureDupliquees?": [{ structureDupliquee: "<integer>" }],
        },
        parametres: { recevoirDonneesViaEDI: "<boolean>", gestionNumeroEJOuCodeService: "<boolean>", statutMiseEnPaiementNestPasRemonte: "<boolean>" },
      },
    },
  },
  {
    name: "when the password ends",
    says: "dateExpirationMotPasseCompteTech tells when the password of the compte technique ends",
    source: `${OFFICIAL} has the field; that the home structure of the calling account fills it is a conclusion`,
    certainty: "inferred",
    sends: { to: "structures/v1/consulter", body: { idStructureCPP: "{idOwn}", codeLangue: "fr" } },
    expects: { status: 200, body: { informationGenerales: { dateExpirationMotPasseCompteTech: "<date-time>" } } },
  },
  {
    name: "the services of the account's own structure",
    says: "of public or attached structures",
    source: `${OFFICIAL}, rechercherServicesStructure`,
    certainty: "official",
    sends: { to: "structures/v1/rechercher/services", body: { idStructure: "{idOwn}", parametresRechercherServicesStructure: FIRST } },
    expects: { status: 200, body: { ...DONE, "listeServices?": [{ idService: "<integer>", codeService: "<text>", estActif: "<boolean>" }], parametresRetour: PAGING } },
  },
  {
    name: "how a user is attached to a structure",
    says: "lister/rattachementsutilisateur answers premierService and listeServices[]{codeService, idRattachement, statutRattachement}",
    source: `${OFFICIAL}, listerRattachementsStructureUtilisateur`,
    certainty: "official",
    sends: {
      to: "structures/v1/lister/rattachementsutilisateur",
      body: { idStructure: "{idOwn}", parametresListerRattachementsStructureUtilisateur: FIRST },
    },
    expects: {
      status: 200,
      body: {
        ...DONE, idStructure: "<integer>", identifiantStructure: "<text>", premierService: "<boolean>",
        "listeServices?": [{
          codeService: "<text>", idService: "<integer>", idRattachement: "<integer>", "dateDebut?": "<date-time>",
          statutRattachement: /^(EN_COURS_DE_VALIDATION|REFUSEE|VALIDEE|DESACTIVEE|SUPPRIMEE)$/,
        }],
        "parametresRetour?": PAGING,
      },
    },
  },
  {
    name: "how nobody is attached",
    says: "a user that does not exist is refused in the envelope",
    source: `${OFFICIAL}, listerRattachementsStructureUtilisateur; the refusal is a conclusion`,
    certainty: "inferred",
    sends: {
      to: "structures/v1/lister/rattachementsutilisateur",
      body: { idStructure: "{idOwn}", adresseEmailConnexionUtilisateur: "chorus-conformance-nobody@example.invalid" },
    },
    expects: REFUSED,
  },
  {
    name: "the espaces of the account's own structure",
    says: "listeEspace[]{codeEspace, libelleEspace, etatCourant, typeHabilitation}",
    source: `${OFFICIAL}, rechercherEspaces, deprecated: it may be gone`,
    certainty: "unconfirmed",
    sends: { to: "structures/v1/rechercher/espaces", body: { structure: { idStructure: "{idOwn}" } } },
    expects: {
      status: 200,
      body: {
        ...DONE,
        "listeEspace?": [{
          codeEspace: "<integer>", libelleEspace: "<text>", etatCourant: /^(ACTIVE|SUPPRIME)$/,
          "typeHabilitation?": /^(CONSULTATION_UNIQUEMENT|MODIFICATION)$/,
        }],
      },
    },
  },
  {
    name: "a structure that is nobody's",
    says: "only attached or public structures can be read: another is refused in the envelope",
    source: `${OFFICIAL}, consulterStructureAvecTVAIntraCom; the refusal is a conclusion`,
    certainty: "inferred",
    sends: { to: "structures/v1/consulter", body: { idStructureCPP: 1, codeLangue: "fr" } },
    expects: REFUSED,
  },
  {
    name: "bank details",
    says: "recuperer/coordbanc/valides answers listeCoordonneeBancaire[]{idCoordonneeBancaire, nomCoordonneeBancaire}",
    source: "types of a published Go client, made from the description",
    certainty: "secondary",
    sends: { to: "transverses/v1/recuperer/coordbanc/valides", body: { idStructure: "{idOwn}" } },
    expects: { status: 200, body: { ...DONE, "listeCoordonneeBancaire?": [{ idCoordonneeBancaire: "<integer>", nomCoordonneeBancaire: "<text>" }] } },
  },
  {
    name: "the files of a structure",
    says: "rechercher/pj/structure answers listePiecesJointes and parametresRetour",
    source: "types of a published Go client, made from the description",
    certainty: "secondary",
    sends: { to: "transverses/v1/rechercher/pj/structure", body: { idStructureCPP: "{idOwn}", parametresRecherche: FIRST } },
    expects: { status: 200, body: { ...DONE, "listePiecesJointes?": [{ pieceJointeId: "<integer>" }], "parametresRetour?": PAGING } },
  },
];
