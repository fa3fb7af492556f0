import { GESTIONNAIRE, MATELAS_EXPIRED, STRUCTURE_NOT_LISTED } from "./at-hand.ts";
import { REVIEWED_AT, type Guide } from "./guide.ts";

/** A space: opened on the structure by its gestionnaire principal, then subscribed to by each user. */

export const openEspace: Guide = {
  action: "open-espace",
  kind: "espace",
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
        act: {
          fr: "paramètres : ouvrir l'espace « {espace} », puis s'y abonner en Modification",
          en: "settings: open the space “{espace}”, then subscribe to it with Modification",
        },
        say: {
          fr: "Allez aux paramètres. Ouvrez l'espace « {espace} ». Abonnez-vous-y ensuite, en « Modification ».",
          en: "Go to the settings. Open the space “{espace}”. Then subscribe to it, with “Modification”.",
        },
      },
    ],
  ],
  fields: [],
  after: [
    {
      fr: "l'espace n'apparaît dans le menu qu'après s'être déconnecté et reconnecté",
      en: "the space shows in the menu only after logging out and in again",
    },
  ],
  proof: {
    api: {
      fr: "la structure paraît dans la liste de cet espace (vérifié par Chorus)",
      en: "the structure appears in the list of that space (verified by Chorus)",
    },
  },
  minutes: { once: 2, each: 2 },
  formerly: {
    fr: "2020 : « abonnez-vous à cet espace depuis les paramètres de la structure »",
    en: "2020: “abonnez-vous à cet espace depuis les paramètres de la structure” (subscribe from the structure's settings)",
  },
  seedGuide: ["2B-espace", "3B-prerequis-espace", "3B-prerequis-habilitations"],
  prerequisites: GESTIONNAIRE,
  result: {
    fr: "« {espace} » paraît dans le menu, une fois reconnecté",
    en: "“{espace}” shows in the menu, once logged in again",
  },
  goesWrong: [
    STRUCTURE_NOT_LISTED,
    MATELAS_EXPIRED,
    {
      sees: { fr: "l'espace est ouvert, mais le menu manque", en: "the space is open, but the menu is missing" },
      remedy: {
        fr: "l'utilisateur n'y est pas abonné, ou ne s'est pas reconnecté : les deux sont à faire",
        en: "the user has not subscribed, or has not logged in again: both are needed",
      },
    },
  ],
  doubts: [
    {
      fr: "le libellé de la rubrique des paramètres où les espaces s'ouvrent n'a pas été relevé",
      en: "the label of the part of the settings where spaces are opened was not taken down",
    },
  ],
  certainty: "secondary",
  source: "Guide AIFE 2020, 2B et 3B ; Chorus Pro, abonnement aux espaces",
  reviewedAt: REVIEWED_AT,
};
