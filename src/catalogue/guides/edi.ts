import { GESTIONNAIRE, MATELAS_EXPIRED, STRUCTURE_NOT_LISTED } from "./at-hand.ts";
import { REVIEWED_AT, type Field, type Guide } from "./guide.ts";

/** EDI parameters of a structure: Chorus sets them itself, until the platform says no. */

const FIELDS: readonly Field[] = [
  { argument: "reception", label: "Réception des données par EDI", en: "receive by EDI", entry: "choice" },
  { argument: "connexion", label: "Connexion EDI", en: "EDI connection", entry: "choice" },
];

const PROOF = {
  api: {
    fr: "les paramètres relus sont ceux qui sont déclarés (vérifié par Chorus)",
    en: "the parameters read back are those declared (verified by Chorus)",
  },
} as const;

export const setEdi: Guide = {
  action: "set-edi",
  kind: "edi",
  actor: "chorus",
  subject: { argument: "structure", identifier: "identifiant" },
  times: "all",
  paths: [
    [
      {
        act: {
          fr: "chorus apply écrit ces paramètres après confirmation : PATCH /cpro/organisations/v1/structures/…/parametres-edi",
          en: "chorus apply writes these parameters once confirmed: PATCH /cpro/organisations/v1/structures/…/parametres-edi",
        },
      },
    ],
  ],
  fields: [],
  after: [
    {
      fr: "si la plateforme refuse (403), l'étape devient manuelle",
      en: "if the platform refuses (403), the step becomes manual",
    },
  ],
  proof: PROOF,
  minutes: { once: 0, each: 0 },
  prerequisites: [
    {
      fr: "un compte technique qui atteint la structure, et l'API Référentiel des organisations souscrite",
      en: "a technical account that reaches the structure, and the API Référentiel des organisations selected",
    },
  ],
  result: { fr: "chorus apply annonce les valeurs écrites", en: "chorus apply announces the values written" },
  goesWrong: [
    {
      sees: { fr: "écriture refusée (403)", en: "write refused (403)" },
      remedy: {
        fr: "le compte technique n'en a pas le droit, cas courant en qualification : le gestionnaire le fait à la main",
        en: "the technical account may not, the usual case in qualification: the gestionnaire does it by hand",
      },
    },
  ],
  certainty: "measured",
  source: "API Référentiel des organisations 1.1.6",
  reviewedAt: REVIEWED_AT,
};

export const setEdiByHand: Guide = {
  action: "set-edi-by-hand",
  kind: "edi",
  actor: "gestionnaire",
  portal: "chorus-pro",
  subject: { argument: "structure", identifier: "identifiant" },
  times: "each",
  paths: [
    [
      { label: "Activités du gestionnaire", en: "manager's activities" },
      {
        act: { fr: "structure {identifiant}", en: "structure {identifiant}" },
        say: { fr: "Ouvrez la structure {identifiant}.", en: "Open the structure {identifiant}." },
      },
      {
        act: { fr: "paramètres", en: "settings" },
        say: { fr: "Allez aux paramètres.", en: "Go to the settings." },
      },
    ],
  ],
  fields: FIELDS,
  proof: PROOF,
  minutes: { once: 1, each: 3 },
  prerequisites: GESTIONNAIRE,
  result: {
    fr: "les paramètres de {identifiant}, relus, sont ceux qui ont été choisis",
    en: "the settings of {identifiant}, read again, are those chosen",
  },
  goesWrong: [
    STRUCTURE_NOT_LISTED,
    MATELAS_EXPIRED,
    {
      sees: { fr: "les deux paramètres sont grisés, ou absents", en: "the two settings are greyed, or missing" },
      remedy: {
        fr: "un raccordement EDI doit exister d'abord (Raccordements EDI et API > Créer Fiche EDI)",
        en: "an EDI connection must exist first (Raccordements EDI et API > Créer Fiche EDI)",
      },
    },
  ],
  doubts: [
    {
      fr: "les libellés viennent de la description de l'API, pas d'un écran ; qu'une fiche EDI soit exigée est une supposition",
      en: "the labels come from the API's description, not from a screen; that an EDI connection is required is a guess",
    },
  ],
  certainty: "inferred",
  source: "API Structures 1.0.0, paramètres d'une structure",
  reviewedAt: REVIEWED_AT,
};
