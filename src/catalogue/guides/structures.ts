import { GESTIONNAIRE, MATELAS_EXPIRED, STRUCTURE_NOT_LISTED } from "./at-hand.ts";
import { REVIEWED_AT, type Guide } from "./guide.ts";

/** What must stand in Chorus Pro before anything can be connected: structures and their services. */

export const activateStructure: Guide = {
  action: "activate-structure",
  kind: "structure",
  actor: "operateur",
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
          outside: { fr: "retrouver {identifiant}, ou nous donner le SIRET d'un matelas actuel", en: "find {identifiant}, or tell us the SIRET of today's test data" },
          say: {
            fr: "Cherchez {identifiant} dans la liste. S'il n'y est pas, lisez-moi le SIRET d'une autre structure du matelas.",
            en: "Look for {identifiant} in the list. If it is not there, read me the SIRET of another structure of the test data.",
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
          say: {
            fr: "Cherchez la structure {identifiant}. Si elle est là, réactivez-la ; sinon, créez-la, type {type}.",
            en: "Look for the structure {identifiant}. If it is there, activate it again; if not, create it, type {type}.",
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
  prerequisites: [
    {
      fr: "savoir qui doit être le gestionnaire principal : c'est lui qui crée la structure",
      en: "know who is to be the gestionnaire principal: it is he who creates the structure",
      in: "production",
    },
    {
      fr: "vérifier qu'elle n'existe pas déjà : ne pas y être rattaché la cache sans qu'elle manque",
      en: "check that it does not exist already: not being attached to it hides it, though it is there",
      in: "production",
    },
    { fr: "un matelas de données", en: "test data (matelas de données)", in: "qualification" },
  ],
  result: { fr: "la structure {identifiant} est listée, active", en: "the structure {identifiant} is listed, active" },
  goesWrong: [
    {
      sees: { fr: "la structure existe déjà, gérée par quelqu'un d'autre", en: "the structure is there already, managed by somebody else" },
      remedy: {
        fr: "demander à son gestionnaire principal un rattachement ; ne pas en créer une seconde",
        en: "ask its gestionnaire principal for an attachment; do not create a second one",
      },
      in: "production",
    },
    {
      sees: { fr: "le SIRET est inconnu", en: "the SIRET is unknown" },
      remedy: {
        fr: "vérifier les 14 chiffres : un SIREN n'est pas un SIRET, et un SIRET de qualification n'existe pas en production",
        en: "check the 14 digits: a SIREN is no SIRET, and a SIRET of the test data does not exist in production",
      },
    },
  ],
  doubts: [
    {
      fr: "les libellés de la création et de la réactivation dans « Activités du gestionnaire » n'ont pas été relevés",
      en: "the labels for creating and activating in “Activités du gestionnaire” were not taken down",
    },
  ],
  certainty: "secondary",
  source: "Chorus Pro, évolution des rôles ; créer une fiche structure ; portail de qualification, 2026",
  reviewedAt: REVIEWED_AT,
};

export const createService: Guide = {
  action: "create-service",
  kind: "service",
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
          fr: "services : créer le service, ou le réactiver, code {service}",
          en: "services: create the service, or activate it again, code {service}",
        },
        say: {
          fr: "Allez aux services. Cherchez le code {service} ; réactivez-le, ou créez-le sous ce code.",
          en: "Go to the services. Look for the code {service}; activate it again, or create it under that code.",
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
  prerequisites: GESTIONNAIRE,
  result: { fr: "le service {service} est listé, actif", en: "the service {service} is listed, active" },
  goesWrong: [
    STRUCTURE_NOT_LISTED,
    MATELAS_EXPIRED,
    {
      sees: { fr: "le code existe, un peu autrement écrit", en: "the code is there, spelt a little differently" },
      remedy: {
        fr: "ne pas en créer un second : reprendre celui du portail dans la configuration",
        en: "do not create a second one: put the portal's in the configuration",
      },
      outside: { fr: "ne pas en créer un second : dites-nous celui du portail", en: "do not create a second one: tell us the portal's" },
    },
  ],
  doubts: [
    {
      fr: "les libellés de la page des services n'ont pas été relevés",
      en: "the labels of the page of services were not taken down",
    },
  ],
  certainty: "inferred",
  source: "Chorus Pro, API Structures 1.0.0",
  reviewedAt: REVIEWED_AT,
};
