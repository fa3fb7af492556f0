import { REVIEWED_AT, type Guide } from "./guide.ts";

/** Test data of qualification (matelas de données): fictitious structures, accounts and passwords, made in one go. */

export const createMatelas: Guide = {
  action: "create-matelas",
  kind: "matelas",
  actor: "operateur",
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
  ownFields: [
    {
      label: "Type de matelas",
      en: "type of test data",
      value: {
        fr: "celui de votre cas : fournisseur, ou « Plateforme agréée »",
        en: "that of your case: supplier, or “Plateforme agréée” (approved platform)",
      },
    },
  ],
  keep: [
    {
      fr: "reporter les SIRET obtenus dans le bloc qualification de la configuration ; le CSV contient des mots de passe : hors de Git",
      en: "put the SIRETs you get in the qualification block of the configuration; the CSV holds passwords: keep it out of Git",
      outside: {
        fr: "donnez-nous les SIRET obtenus ; le CSV contient des mots de passe : ne l'envoyez pas par courriel",
        en: "tell us the SIRETs you get; the CSV holds passwords: do not send it by e-mail",
      },
    },
  ],
  secret: { fr: "les mots de passe du CSV", en: "the passwords in the CSV" },
  proof: {
    inference: {
      fr: "l'une de ses structures répond (déduit par Chorus)",
      en: "one of its structures answers (inferred by Chorus)",
    },
  },
  minutes: { once: 10, each: 0 },
  seedGuide: ["2B-prerequis-matelas", "4-qualification"],
  prerequisites: [
    {
      fr: "un compte sur le portail de qualification (il n'est pas celui de production)",
      en: "an account on the qualification portal (it is not that of production)",
    },
  ],
  result: {
    fr: "un fichier CSV, colonnes Entite, Libelle, Valeur : « SIRET Structure », « Login compte GP », « Mot de passe Compte GP »…",
    en: "a CSV with the columns Entite, Libelle, Valeur: “SIRET Structure”, “Login compte GP”, “Mot de passe Compte GP”…",
  },
  goesWrong: [
    {
      sees: { fr: "les SIRET obtenus ne sont pas ceux de la configuration", en: "the SIRETs you get are not those of the configuration" },
      remedy: {
        fr: "c'est normal : chaque matelas a les siens ; les reporter dans la configuration, ils n'ont pas de clé valable",
        en: "that is as it should be: each has its own; put them in the configuration, their key is not valid",
      },
      outside: false,
    },
    {
      sees: { fr: "le menu « Mon matelas de données » n'est pas là", en: "the menu “Mon matelas de données” is not there" },
      remedy: {
        fr: "vérifier l'adresse : le matelas n'existe que sur le portail de qualification",
        en: "check the address: test data exist on the qualification portal alone",
      },
    },
  ],
  doubts: [
    {
      fr: "le libellé du choix du type de matelas n'a pas été relevé",
      en: "the label of the choice of type was not taken down",
    },
  ],
  certainty: "secondary",
  source: "Guide AIFE 2020, 2B ; portail de qualification, 2026",
  reviewedAt: REVIEWED_AT,
};
