import { REVIEWED_AT, type Field, type Guide } from "./guide.ts";

/** EDI parameters of a structure: Chorus sets them itself, until the platform says no. */

const FIELDS: readonly Field[] = [
  { argument: "reception", label: "Réception des données par EDI", en: "receive by EDI" },
  { argument: "connexion", label: "Connexion EDI", en: "EDI connection" },
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
  source: "API Référentiel des organisations 1.1.6",
  reviewedAt: REVIEWED_AT,
};

export const setEdiByHand: Guide = {
  action: "set-edi-by-hand",
  kind: "edi",
  portal: "chorus-pro",
  subject: { argument: "structure", identifier: "identifiant" },
  times: "each",
  paths: [
    [
      { label: "Activités du gestionnaire", en: "manager's activities" },
      { act: { fr: "structure {identifiant}", en: "structure {identifiant}" } },
      { act: { fr: "paramètres", en: "settings" } },
    ],
  ],
  fields: FIELDS,
  proof: PROOF,
  minutes: { once: 1, each: 3 },
  source: "API Structures 1.0.0, paramètres d'une structure",
  reviewedAt: REVIEWED_AT,
};
