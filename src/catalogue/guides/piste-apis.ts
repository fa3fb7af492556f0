import { REVIEWED_AT, type Guide } from "./guide.ts";

/** The two acts that open an API to an application: consent first, without it the box of the API is greyed. */

export const consentCgu: Guide = {
  action: "consent-cgu",
  kind: "cgu",
  portal: "piste",
  times: "all",
  paths: [
    [
      { label: "API" },
      { label: "Consentement CGU API", en: "consent to the terms" },
      { act: { fr: "cocher {api} (ligne {ligne})", en: "tick {api} (line {ligne})" } },
      { label: "Valider mes choix CGU", en: "confirm" },
    ],
  ],
  fields: [],
  after: [
    {
      fr: "sans ce consentement, la case de l'API reste grisée dans l'application",
      en: "without this consent the box of the API stays greyed in the application",
    },
  ],
  proof: {
    inference: {
      fr: "l'API sélectionnée répond (déduit par Chorus)",
      en: "the API, once selected, answers (inferred by Chorus)",
    },
  },
  minutes: { once: 2, each: 0 },
  formerly: {
    fr: "2020 : cases CGU dans « Modifier l'application », puis « Valider mes choix CGU »",
    en: "2020: CGU boxes in “Modifier l'application”, then “Valider mes choix CGU”",
  },
  seedGuide: ["2A-cgu", "3A-cgu"],
  source: "Guide AIFE 2020, 2A et 3A ; PISTE, menu API, 2023-2026",
  reviewedAt: REVIEWED_AT,
};

export const selectApis: Guide = {
  action: "select-apis",
  kind: "subscription",
  portal: "piste",
  subject: { argument: "nom" },
  times: "all",
  paths: [
    [
      { label: "Applications" },
      { act: { fr: "{nom}", en: "{nom}" } },
      { label: "Modifier l'application", en: "edit" },
      { act: { fr: "cocher {api}", en: "tick {api}" } },
      { label: "Appliquer les modifications", en: "apply" },
    ],
  ],
  fields: [],
  proof: {
    api: {
      fr: "la route répond 401 ou 200 (vérifié par Chorus)",
      en: "the route answers 401 or 200 (verified by Chorus)",
    },
  },
  minutes: { once: 2, each: 0 },
  formerly: {
    fr: "2020 : bouton « Sauvegarder l'application »",
    en: "2020: button “Sauvegarder l'application”",
  },
  seedGuide: ["2A-api", "2B-prerequis-application", "3A-api", "3B-prerequis-application"],
  source: "Guide AIFE 2020, 2A et 3A ; PISTE, Applications, 2023-2026",
  reviewedAt: REVIEWED_AT,
};
