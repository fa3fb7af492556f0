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
  },
  {
    name: "the status of an attachment",
    says: "statutRattachementStructure is ACTIF, ACTIVE, VALIDE or VALIDEE where it holds",
    source: "the enumeration is not published; values of clients and tests",
    certainty: "unconfirmed",
    sends: { to: "utilisateurs/v1/monCompte/recuperer/rattachements", body: { parametresRecherche: { nbResultatsParPage: 1, pageResultatDemandee: 1 } } },
    expects: { status: 200, body: { listeStructureRattachement: [{ statutRattachementStructure: /^(ACTIF|ACTIVE|VALIDEE?)$/ }] } },
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
    name: "a supplier's invoices",
    says: "rechercher/fournisseur with one result a page is a safe probe; codeRetour 0, libelle GCU_MSG_01_000",
    source: "official Factures description 1.0.0; the libelle as integrators quote it",
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
    name: "commitments",
    says: "engagementsJuridiques/v1/rechercher answers listeEngagementJuridique",
    source: "the code of an ERP's connector",
    certainty: "secondary",
    sends: { to: "engagementsJuridiques/v1/rechercher", body: { structureReceptriceEngagementJuridique: "{siret}", etatCourantEngagementJuridique: "COMMANDE" } },
    expects: { status: 200, body: DONE },
  },
];
