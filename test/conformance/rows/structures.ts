import { some, type Row } from "../row.ts";

const OFFICIAL = "official Structures description 1.0.0";
const DONE = { codeRetour: "<success>", libelle: "<text>" } as const;
const PAGING = { nbResultatsParPage: "<integer>", pageCourante: "<integer>", pages: "<integer>", total: "<integer>" } as const;
const RECHERCHER = "structures/v1/rechercher";
const SERVICES = "structures/v1/rechercher/services";
const found = (identifiantStructure: string): unknown => ({ structure: { identifiantStructure, typeIdentifiantStructure: "SIRET" } });

export const STRUCTURES_ROWS: readonly Row[] = [
  {
    name: "a structure by its SIRET",
    says: "listeStructures has idStructureCPP, identifiantStructure, designationStructure, typeIdentifiantStructure and statut",
    source: `${OFFICIAL}, rechercherStructure`,
    certainty: "official",
    sends: { to: RECHERCHER, body: found("{siret}") },
    expects: {
      status: 200,
      body: {
        ...DONE,
        listeStructures: [{
          idStructureCPP: "<integer>", identifiantStructure: /^\d{14}$/, designationStructure: "<text>",
          typeIdentifiantStructure: "SIRET", statut: /^(ACTIVE|INACTIVE)$/,
        }],
      },
    },
    remembers: { idStructure: "listeStructures.0.idStructureCPP" },
  },
  {
    name: "the code of success",
    says: "the libelle of success of Structures is TRA_MSG_00.000",
    source: "answers quoted by integrators",
    certainty: "secondary",
    sends: { to: RECHERCHER, body: found("{siret}") },
    expects: { status: 200, body: { codeRetour: 0, libelle: "TRA_MSG_00.000" } },
  },
  {
    name: "a structure that does not exist",
    says: "not found = empty list, codeRetour 0",
    source: "behaviour of published clients",
    certainty: "secondary",
    sends: { to: RECHERCHER, body: found("00000000000000") },
    expects: [{ status: 200, body: { codeRetour: "<success>", listeStructures: "<empty list>" } }, { status: 200, body: { codeRetour: "<success>", listeStructures: "<absent>" } }],
  },
  {
    name: "ACTIF is asked, ACTIVE answered",
    says: "input enum ACTIF/INACTIF, output ACTIVE/INACTIVE",
    source: `${OFFICIAL}, rechercherStructure`,
    certainty: "official",
    sends: { to: RECHERCHER, body: { structure: { identifiantStructure: "{siret}", typeIdentifiantStructure: "SIRET", statutStructure: "ACTIF" } } },
    expects: { status: 200, body: { ...DONE, listeStructures: [{ statut: "ACTIVE" }] } },
  },
  {
    name: "a type of identifier that does not exist",
    says: "SIREN is not in the enumeration",
    source: `${OFFICIAL}; that it is refused with 400 is a conclusion`,
    certainty: "inferred",
    sends: { to: RECHERCHER, body: { structure: { identifiantStructure: "123456782", typeIdentifiantStructure: "SIREN" } } },
    expects: { status: 400 },
  },
  {
    name: "a page of one",
    says: "parametresRetour has nbResultatsParPage, pageCourante, pages and total",
    source: `${OFFICIAL}, parametresRetour`,
    certainty: "official",
    sends: { to: RECHERCHER, body: { ...(found("{siret}") as object), parametres: { nbResultatsParPage: 1, pageResultatDemandee: 1 } } },
    expects: { status: 200, body: { ...DONE, parametresRetour: PAGING } },
  },
  {
    name: "a structure from the inside",
    says: "a public structure can be read by anyone",
    source: `${OFFICIAL}, consulterStructureAvecTVAIntraCom`,
    certainty: "official",
    sends: { to: "structures/v1/consulter", body: { idStructureCPP: "{idStructure}", codeLangue: "fr" } },
    expects: {
      status: 200,
      body: {
        ...DONE,
        informationGenerales: {
          identifiantStructure: /^\d{14}$/, typeIdentifiantStructure: "SIRET", structurePriveePublique: "PUBLIQUE",
          "dateExpirationMotPasseCompteTech?": "<date-time>",
        },
        parametres: { codeServiceDoitEtreRenseigne: "<boolean>", numeroEJDoitEtreRenseigne: "<boolean>", connexionEDI: "<boolean>" },
      },
    },
  },
  {
    name: "ten services a page",
    says: "rechercher/services returns 10 a page by default",
    source: "seen live by integrators",
    certainty: "measured",
    sends: { to: SERVICES, body: { idStructure: "{idStructure}" } },
    expects: { status: 200, body: { ...DONE, parametresRetour: { nbResultatsParPage: 10 } } },
  },
  {
    name: "the services of a structure",
    says: "listeServices has idService, codeService, libelleService, estActif, and dates as YYYY-MM-DD HH:MM",
    source: `${OFFICIAL}, rechercherServicesStructure; dates as an ERP's comment quotes them`,
    certainty: "official",
    sends: { to: SERVICES, body: { idStructure: "{idStructure}", parametresRechercherServicesStructure: { nbResultatsParPage: 1 } } },
    expects: {
      status: 200,
      body: {
        ...DONE,
        listeServices: [{
          idService: "<integer>", codeService: "<text>", libelleService: "<text>", estActif: "<boolean>",
          "dateDbtService?": /^\d{4}-\d\d-\d\d \d\d:\d\d/,
        }],
      },
    },
    remembers: { idService: "listeServices.0.idService" },
  },
  {
    name: "the service of every public structure",
    says: "every public structure has the default service FACTURES_PUBLIQUES",
    source: "practice of Chorus Pro, told by integrators",
    certainty: "secondary",
    sends: { to: SERVICES, body: { idStructure: "{idStructure}", parametresRechercherServicesStructure: { nbResultatsParPage: 100 } } },
    expects: { status: 200, body: { listeServices: some({ codeService: "FACTURES_PUBLIQUES" }) } },
  },
  {
    name: "the wrapper's name matters",
    says: "`parametres` is refused where parametresRechercherServicesStructure is meant",
    source: "seen live by integrators",
    certainty: "measured",
    sends: { to: SERVICES, body: { idStructure: "{idStructure}", parametres: { nbResultatsParPage: 1 } } },
    expects: [{ status: 400 }, { status: 200, body: { codeRetour: "<refusal>" } }],
  },
  {
    name: "one service",
    says: "informationsGenerales has codeService and nomService",
    source: `${OFFICIAL}, consulterServiceStructure`,
    certainty: "official",
    sends: { to: "structures/v1/consulter/service", body: { idStructure: "{idStructure}", idService: "{idService}", codeLangue: "fr" } },
    expects: { status: 200, body: { ...DONE, informationsGenerales: { codeService: "<text>", nomService: "<text>" } } },
  },
  {
    name: "the espaces of somebody else's structure",
    says: "the deprecated rechercher/espaces tells of structures that the account is attached to, and of no others",
    source: `${OFFICIAL}, rechercherEspaces, deprecated: it may be gone, and who may ask is not said`,
    certainty: "unconfirmed",
    sends: { to: "structures/v1/rechercher/espaces", body: { structure: { idStructure: "{idStructure}" } } },
    expects: [
      { status: 200, body: { codeRetour: "<refusal>" } }, { status: 400, body: { codeRetour: "<refusal>" } },
      { status: 200, body: { codeRetour: "<success>" } },
    ],
  },
];
