import { AT_THE_CLIENT, REVIEWED_AT, type Guide } from "./guide.ts";

/** What the holder of a PISTE account does once, in PISTE. */

export const registerPiste: Guide = {
  action: "register-piste",
  kind: "compte-piste",
  portal: "piste",
  subject: { argument: "email" },
  times: "all",
  paths: [[{ label: "INSCRIPTION", en: "registration" }]],
  fields: [
    { argument: "email", label: "Email" },
    { argument: "organisation", label: "Nom de l'organisation", en: "organisation" },
  ],
  submit: { label: "J'accepte les termes des CGU", en: "accept the terms" },
  before: [
    {
      fr: "mot de passe d'au moins 12 caractères : majuscule, minuscule, chiffre et caractère spécial",
      en: "a password of 12 characters or more: upper and lower case, digit and special character",
    },
  ],
  after: [
    {
      fr: "le lien d'activation reçu par courriel est valable 5 jours",
      en: "the activation link sent by e-mail is valid for 5 days",
    },
  ],
  proof: {
    inference: {
      fr: "un jeton accordé à l'une de ses applications (déduit par Chorus)",
      en: "a token granted to one of its applications (inferred by Chorus)",
    },
  },
  minutes: { once: 10, each: 0 },
  seedGuide: ["1", "1-organisation"],
  source: "Guide AIFE 2020, 1 ; PISTE, inscription, 2023-2026",
  reviewedAt: REVIEWED_AT,
};

export const createSandboxApplication: Guide = {
  action: "create-sandbox-application",
  kind: "application",
  portal: "piste",
  subject: { argument: "nom" },
  times: "all",
  paths: [
    [
      { label: "Applications" },
      {
        act: {
          fr: "vérifier que {nom} est listée, active et « Validée » : PISTE la génère à l'activation du compte",
          en: "check that {nom} is listed, active and “Validée” (approved): PISTE makes it when the account is activated",
        },
      },
    ],
  ],
  fields: [],
  proof: {
    api: {
      fr: "un jeton OAuth2 accordé à l'application (vérifié par Chorus)",
      en: "an OAuth2 token granted to the application (verified by Chorus)",
    },
  },
  minutes: { once: 1, each: 0 },
  seedGuide: ["2A", "2B-prerequis-application"],
  source: "Guide AIFE 2020, 2A",
  reviewedAt: REVIEWED_AT,
};

export const createApplication: Guide = {
  action: "create-application",
  kind: "application",
  portal: "piste",
  subject: { argument: "nom" },
  times: "each",
  paths: [[{ label: "Applications" }, { act: { fr: "créer une nouvelle application", en: "create a new application" } }]],
  fields: [
    { argument: "nom", label: "Nom de l'application", en: "name" },
    { argument: "telephone", label: "Téléphone", en: "phone" },
    { argument: "email", label: "Email" },
    { argument: "responsable", label: "Responsable d'application", en: "manager" },
    { argument: "siret", label: "Information sur la structure", en: "structure" },
  ],
  submit: { label: "Sauvegarder l'application", en: "save" },
  before: [
    {
      fr: "le nom doit être unique sur PISTE ; le raccordement le reprendra à la lettre",
      en: "the name must be unique on PISTE; the raccordement will repeat it to the letter",
    },
  ],
  proof: {
    api: {
      fr: "un jeton OAuth2 accordé à l'application (vérifié par Chorus)",
      en: "an OAuth2 token granted to the application (verified by Chorus)",
    },
  },
  minutes: { once: 0, each: 5 },
  seedGuide: ["3A", "3B-prerequis-application"],
  source: "Guide AIFE 2020, 3A",
  reviewedAt: REVIEWED_AT,
};

export const generateCredentials: Guide = {
  action: "generate-credentials",
  kind: "credentials",
  portal: "piste",
  subject: { argument: "nom" },
  times: "each",
  paths: [
    [
      { label: "Applications" },
      { act: { fr: "{nom}", en: "{nom}" } },
      { label: "Authentification", en: "authentication" },
      { label: "Identifiants Oauth", en: "OAuth credentials" },
      { act: { fr: "Générer, type Confidentiel", en: "Générer (generate), type Confidentiel" } },
      { label: "Consulter le client secret", en: "show the client secret" },
    ],
  ],
  fields: [],
  before: [
    {
      fr: "pas l'onglet « API Keys » : ses clés sont refusées ici",
      en: "not the tab “API Keys”: its keys are refused here",
    },
  ],
  keep: [
    {
      fr: "client id dans {clientId}, client secret dans {clientSecret} ; en régénérer un tue l'ancien",
      en: "client id in {clientId}, client secret in {clientSecret}; making a new one kills the old one",
      when: { argument: "clientId", not: AT_THE_CLIENT },
    },
    {
      fr: "client id et client secret restent sur le serveur du client : Chorus ne les reçoit pas",
      en: "client id and client secret stay on the client's server: Chorus does not receive them",
      when: { argument: "clientId", is: AT_THE_CLIENT },
    },
  ],
  proof: {
    api: {
      fr: "PISTE accorde un jeton à ces identifiants (vérifié par Chorus)",
      en: "PISTE grants these credentials a token (verified by Chorus)",
    },
  },
  minutes: { once: 0, each: 3 },
  seedGuide: ["4-developpeurs"],
  source: "PISTE, Applications, onglet Authentification, 2023-2026",
  reviewedAt: REVIEWED_AT,
};
