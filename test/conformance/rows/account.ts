import type { Row } from "../row.ts";

const DONE = { codeRetour: "<success>", libelle: "<text>" } as const;

export const ACCOUNT_ROWS: readonly Row[] = [
  {
    name: "health",
    says: 'health-check answers {body, statusCode: "OK", statusCodeValue: 200}',
    source: "a published PHP client",
    certainty: "secondary",
    sends: { to: "transverses/v1/health-check", method: "GET" },
    expects: { status: 200, body: { body: "<text>", statusCode: "OK", statusCodeValue: 200 } },
  },
  {
    name: "the attachments of the account",
    says: "listeStructureRattachement has idStructure, identifiantStructure, typeIdentifiantStructure and listeServicesRattache",
    source: "types of a published Go client, made from the description",
    certainty: "secondary",
    sends: { to: "utilisateurs/v1/monCompte/recuperer/rattachements", body: { parametresRecherche: { nbResultatsParPage: 1, pageResultatDemandee: 1 } } },
    expects: {
      status: 200,
      body: { ...DONE, listeStructureRattachement: [{ idStructure: "<integer>", identifiantStructure: "<text>", typeIdentifiantStructure: "<text>" }] },
    },
    remembers: { idOwn: "listeStructureRattachement.0.idStructure" },
  },
  {
    name: "the status of an attachment",
    says: "statutRattachementStructure is ACTIF, ACTIVE, VALIDE or VALIDEE where it holds",
    source: "the enumeration is not published; values of clients and tests",
    certainty: "unconfirmed",
    sends: { to: "utilisateurs/v1/monCompte/recuperer/rattachements", body: { parametresRecherche: { nbResultatsParPage: 1, pageResultatDemandee: 1 } } },
    expects: { status: 200, body: { listeStructureRattachement: [{ statutRattachementStructure: /^(ACTIF|ACTIVE|VALIDEE?)$/ }] } },
  },
  {
    name: "the role on an attachment",
    says: "roleUtilisateur tells a gestionnaire from a user",
    source: "the enumeration is not published; values of a test and of the portal's roles",
    certainty: "unconfirmed",
    sends: { to: "utilisateurs/v1/monCompte/recuperer/rattachements", body: { parametresRecherche: { nbResultatsParPage: 1, pageResultatDemandee: 1 } } },
    expects: { status: 200, body: { listeStructureRattachement: [{ roleUtilisateur: /^(GESTIONNAIRE(_PRINCIPAL)?|UTILISATEUR)$/, statutUtilisateur: "<text>" }] } },
  },
  {
    name: "the services of an attachment",
    says: "listeServicesRattache[]{idService, codeService, estActif}, with dates as YYYY-MM-DD HH:MM",
    source: "types of a published Go client, made from the description",
    certainty: "secondary",
    sends: { to: "utilisateurs/v1/monCompte/recuperer/rattachements", body: { parametresRecherche: { nbResultatsParPage: 1, triColonne: "IdStructure", triSens: "Ascendant" } } },
    expects: {
      status: 200,
      body: {
        listeStructureRattachement: [{
          idRattachementStructure: "<integer>",
          "listeServicesRattache?": [{ idService: "<integer>", codeService: "<text>", "estActif?": "<boolean>", "dateDbtService?": /^\d{4}-\d\d-\d\d \d\d:\d\d/ }],
        }],
        parametresRetour: { total: "<integer>", pages: "<integer>" },
      },
    },
  },
  ...["fournisseur", "destinataire", "facturetravaux"].map((role): Row => ({
    name: `the structures active as ${role}`,
    says: "structures to which the account is attached and habilitated, body {}, listeStructures with idStructureCPP, identifiant, designationStructure",
    source: "a published PHP client and a Go one",
    certainty: "secondary",
    sends: { to: `transverses/v1/recuperer/structures/actives/${role}`, body: {} },
    expects: [
      { status: 200, body: { ...DONE, listeStructures: [{ idStructureCPP: "<integer>", identifiant: "<text>", designationStructure: "<text>" }] } },
      { status: 200, body: { ...DONE, listeStructures: "<absent>" } },
    ],
    remembers: { idOwn: "listeStructures.0.idStructureCPP" },
  })),
  {
    name: "INSEE data do not work in qualification",
    says: "consulter/information/siret does not work in qualification",
    source: "integrators' notes",
    certainty: "secondary",
    sends: { to: "transverses/v1/consulter/information/siret", body: { siretStructure: "{siret}" } },
    expects: [{ status: 200, body: { codeRetour: "<refusal>" } }, { status: 500 }, { status: 403 }, { status: 400 }, { status: 404 }],
  },
  {
    name: "VAT rates",
    says: "recuperer/tauxtva answers, and serves as a connection test",
    source: "the code of a public gateway of local authorities",
    certainty: "secondary",
    sends: { to: "transverses/v1/recuperer/tauxtva", body: { codeLangue: "fr" } },
    expects: { status: 200, body: DONE },
  },
  {
    name: "types of identifier",
    says: "recuperer/typeidentifiant/structure answers listeTypeIdentifiant[]{typeIdentifiantStructure}",
    source: "a published Go client",
    certainty: "secondary",
    sends: { to: "transverses/v1/recuperer/typeidentifiant/structure", body: {} },
    expects: { status: 200, body: { ...DONE, listeTypeIdentifiant: [{ typeIdentifiantStructure: "<text>" }] } },
  },
  {
    name: "commitments",
    says: "engagementsJuridiques/v1/rechercher answers listeEngagementJuridique",
    source: "the code of an ERP's connector",
    certainty: "secondary",
    sends: { to: "engagementsJuridiques/v1/rechercher", body: { structureReceptriceEngagementJuridique: "{siret}", etatCourantEngagementJuridique: "COMMANDE" } },
    expects: { status: 200, body: DONE },
  },
];
