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
  portal: "chorus-pro",
  subject: { argument: "structure", identifier: "identifiant" },
  times: "each",
  paths: [[...ESPACE, { label: "Déclarer un raccordement PISTE", en: "declare" }]],
  fields: [
    { argument: "identifiant", label: "Structure" },
    { argument: "application", label: "Nom de l'application PISTE", en: "application" },
    { argument: "usage", label: "Type d'utilisation", en: "usage" },
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
  source: "Guide AIFE 2020, 2B et 3B",
  reviewedAt: REVIEWED_AT,
};

export const removeRaccordement: Guide = {
  action: "remove-raccordement",
  kind: "raccordement",
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
      },
    ],
  ],
  fields: [],
  minutes: { once: 1, each: 2 },
  source: "Guide AIFE 2020, 2B (tableau des raccordements, colonne Actions)",
  reviewedAt: REVIEWED_AT,
};
