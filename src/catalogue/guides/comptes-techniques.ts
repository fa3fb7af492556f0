import { AT_THE_CLIENT, REVIEWED_AT, type Guide, type Label, type Note } from "./guide.ts";

/** The account whose login calls the APIs. Only the gestionnaire principal makes, resets or retires one. */

const DOMAINE: readonly Label[] = [
  { label: "Raccordements", en: "connections" },
  { label: "Compte technique", en: "technical account" },
];

const SOUMETTRE: Label = { label: "Soumettre", en: "submit" };

const AT_CLIENT_PASSWORD: Note = {
  fr: "le mot de passe reste sur le serveur du client : Chorus ne le reçoit pas",
  en: "the password stays on the client's server: Chorus does not receive it",
  when: { argument: "password", is: AT_THE_CLIENT },
};

const DEPOT: Note = {
  fr: "le mot de passe n'est affiché qu'une fois : le client le dépose lui-même à {depot} (ne pas joindre le PDF : il le contient)",
  en: "the password is shown only once: the client leaves it himself at {depot} (do not attach the PDF: it holds it)",
  when: { argument: "depot" },
};

export const createCompteTechnique: Guide = {
  action: "create-compte-technique",
  kind: "compte-technique",
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
      },
      { act: { fr: "structure {structure}", en: "structure {structure}" } },
      SOUMETTRE,
    ],
  ],
  fields: [],
  keep: [
    {
      fr: "le mot de passe n'est affiché qu'une fois : le déposer dans {password} (ne pas joindre le PDF : il le contient)",
      en: "the password is shown only once: put it in {password} (do not attach the PDF: it holds it)",
      when: { argument: "password", not: AT_THE_CLIENT, unless: "depot" },
    },
    AT_CLIENT_PASSWORD,
    DEPOT,
  ],
  after: [
    {
      fr: "courriel « [Chorus Pro] Création du compte utilisateur technique » ; le login attendu est {login}",
      en: "e-mail “[Chorus Pro] Création du compte utilisateur technique”; the login expected is {login}",
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
  source: "Chorus Pro, création d'un compte technique pour un accès API",
  reviewedAt: REVIEWED_AT,
};

export const resetPassword: Guide = {
  action: "reset-password",
  kind: "compte-technique",
  portal: "chorus-pro",
  subject: { argument: "login" },
  times: "each",
  paths: [
    [
      ...DOMAINE,
      {
        act: {
          fr: "Type de demande « Réinitialisation du mot de passe d'un compte technique »",
          en: "Type de demande (request) “Réinitialisation du mot de passe d'un compte technique”",
        },
      },
      { act: { fr: "structure {structure}", en: "structure {structure}" } },
      SOUMETTRE,
    ],
  ],
  fields: [],
  before: [
    {
      fr: "prévenir d'abord ceux qui s'en servent aussi : {sharedWith}",
      en: "first warn those who use it too: {sharedWith}",
      when: { argument: "sharedWith" },
    },
  ],
  keep: [
    {
      fr: "l'ancien mot de passe meurt aussitôt : déposer le nouveau dans {password}",
      en: "the old password dies at once: put the new one in {password}",
      when: { argument: "password", not: AT_THE_CLIENT, unless: "depot" },
    },
    AT_CLIENT_PASSWORD,
    DEPOT,
  ],
  proof: {
    api: {
      fr: "connexion acceptée, et une date d'expiration plus lointaine (vérifiées par Chorus)",
      en: "login accepted, and a later expiry date (verified by Chorus)",
    },
  },
  minutes: { once: 0, each: 5 },
  source: "Chorus Pro, création d'un compte technique ; durée de vie de 424 jours",
  reviewedAt: REVIEWED_AT,
};

export const retireCompteTechnique: Guide = {
  action: "retire-compte-technique",
  kind: "compte-technique",
  portal: "chorus-pro",
  subject: { argument: "login" },
  times: "each",
  paths: [
    [
      ...DOMAINE,
      {
        act: {
          fr: "mettre fin au compte ; sans demande prévue pour cela, réinitialiser son mot de passe : le nôtre meurt aussitôt",
          en: "end the account; where no request exists for that, reset its password: ours dies at once",
        },
      },
    ],
  ],
  fields: [],
  proof: {
    api: {
      fr: "notre mot de passe est refusé : ici, c'est juste (vérifié par Chorus)",
      en: "our password is refused: here that is right (verified by Chorus)",
    },
  },
  minutes: { once: 0, each: 5 },
  source: "Chorus Pro, comptes techniques ; aucun type de demande de suppression n'est documenté",
  reviewedAt: REVIEWED_AT,
};
