import { PISTE_ACCOUNT, PISTE_FORBIDDEN } from "./at-hand.ts";
import { REVIEWED_AT, type Guide } from "./guide.ts";

/** The two acts that open an API to an application: consent first, without it the box of the API is greyed. */

export const consentCgu: Guide = {
  action: "consent-cgu",
  kind: "cgu",
  actor: "piste",
  portal: "piste",
  times: "all",
  paths: [
    [
      { label: "API" },
      { label: "Consentement CGU API", en: "consent to the terms" },
      {
        act: { fr: "cocher {api} (ligne {ligne})", en: "tick {api} (line {ligne})" },
        say: { fr: "Cochez la ligne {api}, celle marquée {ligne}.", en: "Tick the line {api}, the one marked {ligne}." },
        each: true,
      },
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
  prerequisites: [
    PISTE_ACCOUNT,
    {
      fr: "chaque API a deux lignes, Sandbox et Production : seule {ligne} compte ici",
      en: "each API has two lines, Sandbox and Production: only {ligne} counts here",
    },
  ],
  result: { fr: "les lignes restent cochées après la validation", en: "the lines stay ticked once confirmed" },
  goesWrong: [
    PISTE_FORBIDDEN,
    {
      sees: { fr: "page introuvable (404) sur un ancien lien", en: "page not found (404) on an old link" },
      remedy: { fr: "passer par le menu « API »", en: "go through the menu “API”" },
    },
    {
      sees: { fr: "une ligne porte un autre titre, sans « AIFE - Chorus Pro - »", en: "a line has another title, without “AIFE - Chorus Pro -”" },
      remedy: {
        fr: "le nouveau catalogue ne montre que le nom court : c'est la même API",
        en: "the new catalogue shows the short name alone: it is the same API",
      },
    },
  ],
  certainty: "secondary",
  source: "Guide AIFE 2020, 2A et 3A ; PISTE, menu API, 2023-2026",
  reviewedAt: REVIEWED_AT,
};

export const selectApis: Guide = {
  action: "select-apis",
  kind: "subscription",
  actor: "piste",
  portal: "piste",
  page: "/apps",
  subject: { argument: "nom" },
  times: "all",
  paths: [
    [
      { label: "Applications" },
      {
        act: { fr: "{nom}", en: "{nom}" },
        say: { fr: "Cliquez sur la ligne {nom}.", en: "Click on the line {nom}." },
      },
      { label: "Modifier l'application", en: "edit" },
      {
        act: { fr: "cocher {api}", en: "tick {api}" },
        say: { fr: "Cochez la case de {api}.", en: "Tick the box of {api}." },
        each: true,
      },
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
  prerequisites: [
    PISTE_ACCOUNT,
    {
      fr: "les CGU de chaque API acceptées avant : sinon sa case est grisée",
      en: "the terms (CGU) of each API accepted first: else its box is greyed",
    },
  ],
  result: {
    fr: "les API paraissent dans la fiche {nom}",
    en: "the APIs show on the page of {nom}",
  },
  goesWrong: [
    PISTE_FORBIDDEN,
    {
      sees: { fr: "la case est grisée", en: "the box is greyed" },
      remedy: {
        fr: "accepter d'abord ses CGU : API > Consentement CGU API, ligne de cet environnement",
        en: "accept its terms first: API > Consentement CGU API, line of this environment",
      },
    },
    {
      sees: { fr: "« Aucune API souscrite »", en: "“Aucune API souscrite” (no API selected)" },
      remedy: {
        fr: "les cases n'ont pas été enregistrées : recommencer jusqu'au dernier bouton ; si cela revient, écrire au support de PISTE",
        en: "the boxes were not saved: do it again up to the last button; if it comes back, write to PISTE's support",
      },
    },
  ],
  certainty: "secondary",
  source: "Guide AIFE 2020, 2A et 3A ; PISTE, Applications, 2023-2026",
  reviewedAt: REVIEWED_AT,
};
