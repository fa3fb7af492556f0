import { GESTIONNAIRE, MATELAS_EXPIRED, STRUCTURE_NOT_LISTED } from "./at-hand.ts";
import { AT_THE_CLIENT, REVIEWED_AT, type Guide } from "./guide.ts";
import { AT_CLIENT_PASSWORD, DEPOT, DOMAINE, MISTYPED, NO_DEPOT, PASSWORD_LOST, PLACE_READY, SOUMETTRE } from "./technical-password.ts";

/** The account whose login calls the APIs, made by the gestionnaire principal. Its password shows once. */

export const createCompteTechnique: Guide = {
  action: "create-compte-technique",
  kind: "compte-technique",
  actor: "gestionnaire",
  portal: "chorus-pro",
  subject: { argument: "structure", identifier: "identifiant" },
  times: "each",
  paths: [
    [
      ...DOMAINE,
      {
        act: {
          fr: "Type de demande « Création d'un compte technique »",
          en: "Type de demande (request) “Création d'un compte technique”",
        },
        say: {
          fr: "Dans « Type de demande », choisissez « Création d'un compte technique ».",
          en: "In “Type de demande” (request), choose “Création d'un compte technique” (creation).",
        },
      },
      {
        act: { fr: "structure {structure} ({identifiant})", en: "structure {structure} ({identifiant})" },
        outside: { fr: "choisir la structure {identifiant}", en: "choose the structure {identifiant}" },
        say: {
          fr: "Dans « Choisir la structure », choisissez {identifiant}.",
          en: "In “Choisir la structure” (structure), choose {identifiant}.",
        },
      },
      SOUMETTRE,
    ],
  ],
  fields: [],
  keep: [
    {
      fr: "le mot de passe n'est affiché qu'une fois : le déposer dans {password} (ne pas joindre le PDF : il le contient)",
      en: "the password is shown only once: put it in {password} (do not attach the PDF: it holds it)",
      when: { argument: "password", not: AT_THE_CLIENT, unless: "depot" },
      outside: NO_DEPOT,
    },
    AT_CLIENT_PASSWORD,
    DEPOT,
  ],
  after: [
    {
      fr: "courriel « [Chorus Pro] Création du compte utilisateur technique » ; le login attendu est {login}",
      en: "e-mail “[Chorus Pro] Création du compte utilisateur technique”; the login expected is {login}",
      outside: {
        fr: "vous recevez le courriel « [Chorus Pro] Création du compte utilisateur technique » ; le login attendu est {login}, et il répond au bout de 30 min environ",
        en: "you get the e-mail “[Chorus Pro] Création du compte utilisateur technique”; the login expected is {login}, and it answers after about 30 min",
      },
    },
  ],
  proof: {
    api: {
      fr: "connexion acceptée environ 30 min après, puis rattachement des structures (vérifiés par Chorus)",
      en: "login accepted about 30 min later, then attachment of the structures (verified by Chorus)",
    },
  },
  minutes: { once: 0, each: 5 },
  formerly: {
    fr: "2020 : « Activités du gestionnaire », structure, « Créer un utilisateur technique »",
    en: "2020: “Activités du gestionnaire”, structure, “Créer un utilisateur technique”",
  },
  seedGuide: ["2B-compte-technique", "3B-compte-technique", "4-compte-technique"],
  secret: { fr: "le mot de passe du compte technique", en: "the technical account's password" },
  prerequisites: [...GESTIONNAIRE, PLACE_READY],
  result: {
    fr: "le portail affiche le login et le mot de passe, une seule fois, avec un export PDF",
    en: "the portal shows login and password, once only, with a PDF export",
  },
  goesWrong: [
    PASSWORD_LOST,
    {
      sees: { fr: "le login affiché n'est pas {login}", en: "the login shown is not {login}" },
      remedy: {
        fr: "un compte existait déjà (l'indice n'est pas 1) : écrire le login affiché sous login dans la configuration",
        en: "there was an account already (the index is not 1): write the login shown under login in the configuration",
      },
      outside: {
        fr: "un compte existait déjà : donnez-nous le login affiché (jamais le mot de passe)",
        en: "there was an account already: tell us the login shown (never the password)",
      },
    },
    MISTYPED,
    STRUCTURE_NOT_LISTED,
    MATELAS_EXPIRED,
  ],
  certainty: "official",
  source: "Chorus Pro, création d'un compte technique pour un accès API",
  reviewedAt: REVIEWED_AT,
};
