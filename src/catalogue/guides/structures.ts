import { REVIEWED_AT, type Guide } from "./guide.ts";

/** What must stand in Chorus Pro before anything can be connected: structures, their spaces, their services. */

export const createMatelas: Guide = {
  action: "create-matelas",
  kind: "matelas",
  portal: "chorus-pro",
  subject: { argument: "structures" },
  times: "all",
  paths: [
    [
      { label: "Mon matelas de données", en: "my test data" },
      { label: "Créer", en: "create" },
    ],
  ],
  fields: [],
  keep: [
    {
      fr: "reporter les SIRET obtenus dans le bloc qualification de la configuration ; le CSV contient des mots de passe : hors de Git",
      en: "put the SIRETs you get in the qualification block of the configuration; the CSV holds passwords: keep it out of Git",
    },
  ],
  proof: {
    inference: {
      fr: "l'une de ses structures répond (déduit par Chorus)",
      en: "one of its structures answers (inferred by Chorus)",
    },
  },
  minutes: { once: 10, each: 0 },
  seedGuide: ["2B-prerequis-matelas", "4-qualification"],
  source: "Guide AIFE 2020, 2B ; portail de qualification, 2026",
  reviewedAt: REVIEWED_AT,
};

export const activateStructure: Guide = {
  action: "activate-structure",
  kind: "structure",
  portal: "chorus-pro",
  subject: { argument: "structure", identifier: "identifiant" },
  times: "each",
  paths: {
    qualification: [
      [
        { label: "Mon matelas de données", en: "my test data" },
        {
          act: {
            fr: "retrouver {identifiant}, ou reporter dans la configuration le SIRET d'un matelas actuel",
            en: "find {identifiant}, or put the SIRET of today's test data in the configuration",
          },
        },
      ],
    ],
    production: [
      [
        { label: "Activités du gestionnaire", en: "manager's activities" },
        {
          act: {
            fr: "créer la structure, ou la réactiver : {type} {identifiant}",
            en: "create the structure, or activate it again: {type} {identifiant}",
          },
        },
      ],
    ],
  },
  fields: [],
  after: [
    {
      fr: "qui crée la structure en devient le gestionnaire principal",
      en: "whoever creates the structure becomes its gestionnaire principal",
    },
  ],
  proof: {
    api: {
      fr: "la structure est trouvée, active (vérifié par Chorus)",
      en: "the structure is found, active (verified by Chorus)",
    },
  },
  minutes: { once: 0, each: 10 },
  seedGuide: ["2B-prerequis-matelas"],
  source: "Chorus Pro, évolution des rôles ; portail de qualification, 2026",
  reviewedAt: REVIEWED_AT,
};

export const openEspace: Guide = {
  action: "open-espace",
  kind: "espace",
  portal: "chorus-pro",
  subject: { argument: "structure", identifier: "identifiant" },
  times: "each",
  paths: [
    [
      { label: "Activités du gestionnaire", en: "manager's activities" },
      { act: { fr: "structure {identifiant}", en: "structure {identifiant}" } },
      {
        act: {
          fr: "paramètres : ouvrir l'espace « {espace} », puis s'y abonner en Modification",
          en: "settings: open the space “{espace}”, then subscribe to it with Modification",
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
  seedGuide: ["2B-espace", "3B-prerequis-espace", "3B-prerequis-habilitations"],
  source: "Guide AIFE 2020, 2B et 3B ; Chorus Pro, abonnement aux espaces",
  reviewedAt: REVIEWED_AT,
};

export const createService: Guide = {
  action: "create-service",
  kind: "service",
  portal: "chorus-pro",
  subject: { argument: "structure", identifier: "identifiant" },
  times: "each",
  paths: [
    [
      { label: "Activités du gestionnaire", en: "manager's activities" },
      { act: { fr: "structure {identifiant}", en: "structure {identifiant}" } },
      {
        act: {
          fr: "services : créer le service, ou le réactiver, code {service}",
          en: "services: create the service, or activate it again, code {service}",
        },
      },
    ],
  ],
  fields: [],
  proof: {
    api: {
      fr: "le service est listé, actif (vérifié par Chorus)",
      en: "the service is listed, active (verified by Chorus)",
    },
  },
  minutes: { once: 1, each: 3 },
  source: "Chorus Pro, API Structures 1.0.0",
  reviewedAt: REVIEWED_AT,
};
