import { PISTE_ACCOUNT, PISTE_FORBIDDEN } from "./at-hand.ts";
import { REVIEWED_AT, type Guide } from "./guide.ts";

/** What the holder of a PISTE account does once, in PISTE: register, and find the application that PISTE makes. */

export const registerPiste: Guide = {
  action: "register-piste",
  kind: "compte-piste",
  actor: "piste",
  portal: "piste",
  page: "/registration",
  subject: { argument: "email" },
  times: "all",
  paths: [[{ label: "INSCRIPTION", en: "registration" }]],
  fields: [
    { argument: "email", label: "Email" },
    { argument: "organisation", label: "Nom de l'organisation", en: "organisation", entry: "choice" },
  ],
  ownFields: [
    { label: "Nom", en: "name", value: { fr: "le vôtre", en: "your own" } },
    {
      label: "Mot de passe",
      en: "password",
      value: {
        fr: "le vôtre, 12 caractères au moins, à saisir aussi dans « Confirmer le mot de passe »",
        en: "your own, 12 characters or more, also in “Confirmer le mot de passe” (confirm)",
      },
    },
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
  secret: { fr: "le mot de passe du compte PISTE", en: "the password of the PISTE account" },
  proof: {
    inference: {
      fr: "un jeton accordé à l'une de ses applications (déduit par Chorus)",
      en: "a token granted to one of its applications (inferred by Chorus)",
    },
  },
  minutes: { once: 10, each: 0 },
  seedGuide: ["1", "1-organisation"],
  prerequisites: [
    {
      fr: "la boîte aux lettres {email}, pour le lien d'activation : de préférence partagée, elle survit aux départs",
      en: "the mailbox {email}, for the activation link: a shared one outlives those who leave",
    },
  ],
  result: {
    fr: "PISTE annonce un courriel d'activation envoyé à {email}",
    en: "PISTE announces an activation e-mail sent to {email}",
  },
  goesWrong: [
    PISTE_FORBIDDEN,
    {
      sees: { fr: "aucun courriel d'activation", en: "no activation e-mail" },
      remedy: {
        fr: "regarder les indésirables ; passé 5 jours, le lien ne vaut plus : recommencer l'inscription, ou écrire au support de PISTE (https://piste.gouv.fr/support)",
        en: "look among the junk; after 5 days the link is dead: register again, or write to PISTE's support (https://piste.gouv.fr/support)",
      },
    },
    {
      sees: { fr: "une autre organisation est proposée, ou un code d'organisation est demandé", en: "another organisation is offered, or a code of one is asked for" },
      remedy: {
        fr: "laisser le code vide et choisir « {organisation} » : sans elle, les API de Chorus Pro ne paraissent pas",
        en: "leave the code empty and choose “{organisation}”: without it the APIs of Chorus Pro do not show",
      },
    },
  ],
  certainty: "official",
  source: "Guide AIFE 2020, 1 ; PISTE, inscription, 2023-2026",
  reviewedAt: REVIEWED_AT,
};

export const createSandboxApplication: Guide = {
  action: "create-sandbox-application",
  kind: "application",
  actor: "piste",
  portal: "piste",
  page: "/apps",
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
        say: {
          fr: "Cherchez {nom} dans la liste. Lisez-moi ce qui est écrit après « Actif » et après « Status ».",
          en: "Look for {nom} in the list. Read me what stands after “Actif” (active) and after “Status”.",
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
  prerequisites: [PISTE_ACCOUNT],
  result: { fr: "« Actif : Oui » et « Status : Validée »", en: "“Actif : Oui” (active: yes) and “Status : Validée” (approved)" },
  goesWrong: [
    PISTE_FORBIDDEN,
    {
      sees: { fr: "l'application n'est pas dans la liste", en: "the application is not in the list" },
      remedy: {
        fr: "vérifier que le compte est activé, et que son adresse est bien celle du nom de l'application ; sinon, écrire au support de PISTE",
        en: "check that the account is activated, and that its address is the one in the application's name; if so, write to PISTE's support",
      },
    },
  ],
  certainty: "official",
  source: "Guide AIFE 2020, 2A",
  reviewedAt: REVIEWED_AT,
};
