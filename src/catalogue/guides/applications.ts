import { PISTE_ACCOUNT, PISTE_FORBIDDEN } from "./at-hand.ts";
import { AT_THE_CLIENT, REVIEWED_AT, type Guide } from "./guide.ts";

/** What is made by hand for an application on PISTE: itself, in production, and its OAuth credentials. */

export const createApplication: Guide = {
  action: "create-application",
  kind: "application",
  actor: "piste",
  portal: "piste",
  page: "/apps",
  subject: { argument: "nom" },
  times: "each",
  paths: [
    [
      { label: "Applications" },
      {
        act: { fr: "créer une nouvelle application", en: "create a new application" },
        say: { fr: "Cliquez sur le bouton qui crée une application.", en: "Click on the button that creates an application." },
      },
    ],
  ],
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
  prerequisites: [
    PISTE_ACCOUNT,
    {
      fr: "le SIRET réel de la structure, et le nom d'un responsable que PISTE peut joindre",
      en: "the structure's real SIRET, and the name of a person whom PISTE can reach",
    },
  ],
  result: {
    fr: "{nom} paraît dans « Applications », « Actif : Oui »",
    en: "{nom} shows in “Applications”, “Actif : Oui” (active: yes)",
  },
  goesWrong: [
    PISTE_FORBIDDEN,
    {
      sees: { fr: "le nom est refusé, déjà pris", en: "the name is refused, already taken" },
      remedy: {
        fr: "en choisir un autre, l'écrire dans la configuration, et relancer chorus plan : le raccordement suivra",
        en: "choose another, write it in the configuration, and run chorus plan again: the raccordement follows",
      },
      outside: { fr: "en choisir un autre et nous le dire, avant d'aller plus loin", en: "choose another and tell us, before you go on" },
    },
    {
      sees: { fr: "le status n'est pas « Validée »", en: "the status is not “Validée” (approved)" },
      remedy: { fr: "attendre, puis écrire au support de PISTE avec le nom de l'application", en: "wait, then write to PISTE's support with the application's name" },
    },
  ],
  doubts: [
    {
      fr: "le libellé exact du bouton de création n'a pas été relevé",
      en: "the exact label of the button that creates it was not taken down",
    },
  ],
  certainty: "official",
  source: "Guide AIFE 2020, 3A",
  reviewedAt: REVIEWED_AT,
};

export const generateCredentials: Guide = {
  action: "generate-credentials",
  kind: "credentials",
  actor: "piste",
  portal: "piste",
  page: "/apps",
  subject: { argument: "nom" },
  times: "each",
  paths: [
    [
      { label: "Applications" },
      {
        act: { fr: "{nom}", en: "{nom}" },
        say: { fr: "Cliquez sur la ligne {nom}.", en: "Click on the line {nom}." },
      },
      { label: "Authentification", en: "authentication" },
      { label: "Identifiants Oauth", en: "OAuth credentials" },
      {
        act: { fr: "Générer, type Confidentiel", en: "Générer (generate), type Confidentiel" },
        say: {
          fr: "Cliquez sur « Générer », et choisissez le type « Confidentiel ». Laissez le reste vide.",
          en: "Click on “Générer” (generate), and choose the type “Confidentiel”. Leave the rest empty.",
        },
      },
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
      outside: {
        fr: "le client id et le client secret : demandez-nous où les déposer ; ne les envoyez jamais par courriel, et n'en régénérez pas d'autres (les premiers ne vaudraient plus rien)",
        en: "the client id and the client secret: ask us where to leave them; never send them by e-mail, and do not make new ones (the first would be worth nothing)",
      },
    },
    {
      fr: "client id et client secret restent sur le serveur du client : Chorus ne les reçoit pas",
      en: "client id and client secret stay on the client's server: Chorus does not receive them",
      when: { argument: "clientId", is: AT_THE_CLIENT },
      outside: {
        fr: "le client id et le client secret restent chez vous : rangez-les sur votre propre serveur, là où notre logiciel les lit ; ne les envoyez à personne",
        en: "the client id and the client secret stay with you: put them on your own server, where our software reads them; send them to nobody",
      },
    },
  ],
  secret: { fr: "le client id et le client secret", en: "the client id and the client secret" },
  proof: {
    api: {
      fr: "PISTE accorde un jeton à ces identifiants (vérifié par Chorus)",
      en: "PISTE grants these credentials a token (verified by Chorus)",
    },
  },
  minutes: { once: 0, each: 3 },
  seedGuide: ["4-developpeurs"],
  prerequisites: [
    PISTE_ACCOUNT,
    { fr: "l'application {nom}, active", en: "the application {nom}, active" },
    {
      fr: "l'endroit où ranger les deux valeurs, ouvert avant de les afficher",
      en: "the place where the two values go, open before they are shown",
    },
  ],
  result: {
    fr: "deux valeurs de la forme 8-4-4-4-12 caractères : le client id et le client secret",
    en: "two values of the form 8-4-4-4-12 characters: the client id and the client secret",
  },
  goesWrong: [
    PISTE_FORBIDDEN,
    {
      sees: { fr: "des identifiants existent déjà", en: "there are credentials already" },
      remedy: {
        fr: "ne pas régénérer : « Consulter le client secret » suffit ; régénérer coupe aussitôt ce qui se sert de l'ancien",
        en: "do not generate anew: “Consulter le client secret” is enough; generating cuts off at once what uses the old one",
      },
    },
    {
      sees: { fr: "PISTE refuse ensuite ces identifiants (invalid_client)", en: "PISTE then refuses these credentials (invalid_client)" },
      remedy: {
        fr: "relire « Identifiants Oauth » de cette application : ni « API Keys », ni ceux de l'autre environnement",
        en: "read “Identifiants Oauth” of this application again: neither “API Keys” nor those of the other environment",
      },
    },
  ],
  certainty: "secondary",
  source: "PISTE, Applications, onglet Authentification, 2023-2026",
  reviewedAt: REVIEWED_AT,
};
