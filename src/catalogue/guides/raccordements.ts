import { GESTIONNAIRE, MATELAS_EXPIRED, MENU_MISSING, STRUCTURE_NOT_LISTED } from "./at-hand.ts";
import { REVIEWED_AT, type Guide, type Label } from "./guide.ts";

/** The raccordement of a structure to a PISTE application, in the space of that name. */

const ESPACE: readonly Label[] = [
  { label: "Raccordements EDI et API", en: "connections" },
  { label: "Gérer raccordement API", en: "manage API connections" },
];

const CONTACT: Label = { label: "Contact technique", en: "technical contact" };

export const declareRaccordement: Guide = {
  action: "declare-raccordement",
  kind: "raccordement",
  actor: "gestionnaire",
  portal: "chorus-pro",
  subject: { argument: "structure", identifier: "identifiant" },
  times: "each",
  paths: [[...ESPACE, { label: "Déclarer un raccordement PISTE", en: "declare" }]],
  fields: [
    { argument: "identifiant", label: "Structure", entry: "choice" },
    { argument: "application", label: "Nom de l'application PISTE", en: "application" },
    { argument: "usage", label: "Type d'utilisation", en: "usage", entry: "choice" },
    { argument: "solution", label: "Editeur / solution", en: "vendor / solution" },
    { argument: "nom", label: "Nom Prénom", group: CONTACT },
    { argument: "telephone", label: "Téléphone", group: CONTACT },
    { argument: "email", label: "Adresse électronique", group: CONTACT },
    { argument: "fax", label: "Fax", group: CONTACT },
  ],
  submit: { label: "Valider", en: "confirm" },
  proof: {
    attestation: {
      fr: "aucune API ne le dit : {attest} ; un 403 qui renvoie la requête le contredirait",
      en: "no API tells: {attest}; a 403 that echoes the request would contradict it",
    },
  },
  minutes: { once: 1, each: 3 },
  formerly: {
    fr: "2020 : mêmes écrans ; le portail actuel les range sous le domaine « Raccordements »",
    en: "2020: the same screens; today's portal keeps them under the domain “Raccordements”",
  },
  seedGuide: ["2B", "3B"],
  prerequisites: [
    ...GESTIONNAIRE,
    {
      fr: "l'espace « Raccordements EDI et API » ouvert sur la structure, avec le droit de le modifier",
      en: "the space “Raccordements EDI et API” open on the structure, with the right to modify it",
    },
    {
      fr: "l'application PISTE, créée : son nom se recopie à la lettre",
      en: "the PISTE application, created: its name is copied to the letter",
    },
  ],
  result: {
    fr: "le tableau « Raccordements API PISTE » a une ligne pour {identifiant} ; lire sa colonne « Etat courant »",
    en: "the table “Raccordements API PISTE” has a line for {identifiant}; read its column “Etat courant” (state)",
  },
  goesWrong: [
    MENU_MISSING,
    STRUCTURE_NOT_LISTED,
    MATELAS_EXPIRED,
    {
      sees: { fr: "le nom de l'application est refusé", en: "the application's name is refused" },
      remedy: {
        fr: "le recopier de PISTE, sans espace autour ; en production, une application SANDBOX est impossible",
        en: "copy it from PISTE, without a space around it; in production a SANDBOX application is impossible",
      },
    },
    {
      sees: { fr: "« Type d'utilisation » propose d'autres libellés", en: "“Type d'utilisation” offers other labels" },
      remedy: {
        fr: "choisir le plus proche, et écrire le libellé vu sous catalogue.usages dans la configuration",
        en: "choose the nearest, and write the label you saw under catalogue.usages in the configuration",
      },
      outside: { fr: "choisir le plus proche, et nous dire le libellé que vous avez vu", en: "choose the nearest, and tell us the label you saw" },
    },
  ],
  doubts: [
    {
      fr: "les libellés de « Type d'utilisation » sont ceux des écrans de 2020",
      en: "the labels of “Type d'utilisation” are those of the screens of 2020",
    },
    {
      fr: "les valeurs de « Etat courant » et le délai de prise en compte ne sont documentés nulle part",
      en: "the values of “Etat courant” and the time it takes are documented nowhere",
    },
  ],
  certainty: "official",
  source: "Guide AIFE 2020, 2B et 3B",
  reviewedAt: REVIEWED_AT,
};

export const removeRaccordement: Guide = {
  action: "remove-raccordement",
  kind: "raccordement",
  actor: "gestionnaire",
  portal: "chorus-pro",
  subject: { argument: "structure", identifier: "identifiant" },
  times: "each",
  paths: [
    [
      ...ESPACE,
      {
        act: {
          fr: "ligne {identifiant}, application {application} : Actions, mettre fin au raccordement",
          en: "line {identifiant}, application {application}: Actions, end the raccordement",
        },
        say: {
          fr: "Cherchez la ligne {identifiant}, application {application}. Dans « Actions », mettez fin au raccordement.",
          en: "Look for the line {identifiant}, application {application}. In “Actions”, end the raccordement.",
        },
      },
    ],
  ],
  fields: [],
  minutes: { once: 1, each: 2 },
  prerequisites: [
    ...GESTIONNAIRE,
    {
      fr: "que plus rien n'appelle les API pour cette structure : ses factures n'arriveraient plus",
      en: "that nothing calls the APIs for this structure any more: its invoices would no longer arrive",
    },
  ],
  result: {
    fr: "la ligne {identifiant} a disparu, ou son « Etat courant » n'est plus actif",
    en: "the line {identifiant} is gone, or its “Etat courant” is no longer active",
  },
  goesWrong: [
    MENU_MISSING,
    STRUCTURE_NOT_LISTED,
    {
      sees: { fr: "« Actions » ne permet pas d'y mettre fin", en: "“Actions” does not let one end it" },
      remedy: {
        fr: "écrire au support API : api-choruspro.aife@finances.gouv.fr, avec le SIRET et le nom de l'application",
        en: "write to the API support: api-choruspro.aife@finances.gouv.fr, with the SIRET and the application's name",
      },
    },
  ],
  doubts: [
    {
      fr: "ce que propose la colonne « Actions » n'a pas été relevé",
      en: "what the column “Actions” offers was not taken down",
    },
  ],
  certainty: "unconfirmed",
  source: "Guide AIFE 2020, 2B (tableau des raccordements, colonne Actions)",
  reviewedAt: REVIEWED_AT,
};
