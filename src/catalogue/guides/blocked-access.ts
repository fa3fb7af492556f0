import type { BlockedWay } from "./blocked-way.ts";
import { REVIEWED_AT } from "./guide.ts";
import { CONTACT_SUPPORT, DELAY_UNKNOWN, MENU_MOVED, NO_ANSWER, STRUCTURE, TICKET } from "./support.ts";

/** The person is known, the door is shut: no second factor, a login that gets no mail. */

export const noSecondFactor: BlockedWay = {
  reason: "no-second-factor",
  secret: { fr: "votre mot de passe et le code à six chiffres", en: "your password and the code of six digits" },
  title: { fr: "pas de second facteur", en: "no second factor" },
  who: { fr: "la personne qui se connecte, sinon le support", en: "the person who logs in, else the support" },
  channel: TICKET,
  path: [
    {
      act: {
        fr: "se connecter : un code à six chiffres est envoyé à l'adresse de connexion la première fois",
        en: "log in: the first time, a code of six digits is sent to the login address",
      },
      say: {
        fr: "Connectez-vous. La première fois, un code à six chiffres arrive à votre adresse de connexion. Ne me le dites pas.",
        en: "Log in. The first time, a code of six digits comes to your login address. Do not tell me what it is.",
      },
    },
    {
      act: {
        fr: "saisir le code, puis suivre l'écran qui propose d'enregistrer un facteur",
        en: "type the code, then follow the screen that offers to register a factor",
      },
      say: {
        fr: "Tapez le code, puis suivez l'écran qui propose d'enregistrer un facteur.",
        en: "Type the code, then follow the screen that offers to register a factor.",
      },
    },
    {
      act: {
        fr: "une fois connecté : cliquer sur son nom en haut à droite, « Mon compte », pour vérifier ou changer de facteur",
        en: "once logged in: click on your name at the top right, “Mon compte” (my account), to check or change the factor",
      },
      say: {
        fr: "Une fois connecté, cliquez sur votre nom en haut à droite, puis sur « Mon compte ». Vérifiez-y votre facteur.",
        en: "Once logged in, click on your name at the top right, then on “Mon compte” (my account). Check your factor there.",
      },
    },
    ...CONTACT_SUPPORT,
    {
      act: {
        fr: "si le code n'arrive jamais, ou si l'appareil est perdu : demander la réinitialisation du facteur",
        en: "if the code never comes, or the device is lost: ask for the factor to be reset",
      },
      say: {
        fr: "Si le code n'est jamais arrivé, ou si l'appareil est perdu, demandez que votre facteur soit réinitialisé.",
        en: "If the code never came, or the device is lost, ask for your factor to be reset.",
      },
    },
  ],
  prerequisites: [
    {
      fr: "la boîte aux lettres de l'adresse de connexion : à défaut, dead-login",
      en: "the mailbox of the login address: failing that, dead-login",
      outside: { fr: "la boîte aux lettres de l'adresse de connexion, ouverte", en: "the mailbox of the login address, open" },
    },
  ],
  bring: [
    { fr: "l'adresse de connexion", en: "the login address" },
    { fr: "ce que l'écran affiche, mot pour mot, et l'heure de l'essai", en: "what the screen shows, word for word, and the time of the try" },
  ],
  result: { fr: "la page d'accueil, connecté", en: "the home page, logged in" },
  after: [
    {
      fr: "enregistrer un facteur par personne : un compte partagé bloque les autres",
      en: "register one factor for each person: a shared account locks the others out",
    },
  ],
  goesWrong: [
    {
      sees: { fr: "le code est refusé", en: "the code is refused" },
      remedy: {
        fr: "en demander un autre et le saisir aussitôt ; vérifier l'heure de l'appareil",
        en: "ask for another and type it at once; check the device's clock",
      },
    },
    {
      sees: { fr: "un site aux mêmes couleurs, à une autre adresse, demande le code", en: "a site that looks alike, at another address, asks for the code" },
      remedy: { fr: "ne rien saisir : le seul portail est en chorus-pro.gouv.fr", en: "type nothing: the only portal is in chorus-pro.gouv.fr" },
    },
    MENU_MOVED,
    NO_ANSWER,
  ],
  doubts: [
    {
      fr: "les facteurs proposés (courriel, application) et leurs libellés ne sont pas relevés ; le guide en est l'article KB0011479 du portail",
      en: "the factors offered (e-mail, application) and their labels were not taken down; their guide is the portal's article KB0011479",
    },
    DELAY_UNKNOWN,
  ],
  certainty: "secondary",
  source: "Second facteur exigé de tous depuis le 19/09/2024 ; presse, septembre 2024 ; Chorus Pro, KB0011479",
  reviewedAt: REVIEWED_AT,
};

export const deadLogin: BlockedWay = {
  reason: "dead-login",
  title: { fr: "l'adresse de connexion n'est plus une adresse valable", en: "the login address is no longer a valid address" },
  who: { fr: "le support de Chorus Pro", en: "Chorus Pro's support" },
  channel: TICKET,
  path: [
    ...CONTACT_SUPPORT,
    {
      act: {
        fr: "« Adresse mail » et « Confirmez votre adresse mail » : une adresse où le support peut répondre, non celle qui est morte",
        en: "“Adresse mail” and “Confirmez votre adresse mail” (confirm): an address where the support can answer, not the dead one",
      },
      say: {
        fr: "Dans « Adresse mail » et « Confirmez votre adresse mail », tapez une adresse où le support peut vous répondre, pas celle qui est morte.",
        en: "In “Adresse mail” and “Confirmez votre adresse mail” (confirm), type an address where the support can answer you, not the dead one.",
      },
    },
    {
      act: {
        fr: "dans la description longue, écrire l'adresse de connexion qui n'est plus valable",
        en: "in the long description, write the login address that is no longer valid",
      },
      say: {
        fr: "Dans la description longue, écrivez l'adresse de connexion qui n'est plus valable.",
        en: "In the long description, write the login address that is no longer valid.",
      },
    },
    {
      act: { fr: "suivre la procédure que le support envoie", en: "follow the procedure that the support sends" },
      say: {
        fr: "Envoyez. Le support vous répondra par une procédure : suivez-la.",
        en: "Send it. The support will answer with a procedure: follow it.",
      },
    },
    {
      act: {
        fr: "puis créer sans attendre un compte à l'adresse valable, la plus durable possible, et le faire rattacher à {identifiant}",
        en: "then, without waiting, create an account with a valid address, as lasting as can be, and have it attached to {identifiant}",
      },
      say: {
        fr: "Dès que vous serez connecté, créez un compte à une adresse valable, la plus durable possible, et faites-le rattacher à {identifiant}.",
        en: "As soon as you are logged in, create an account with a valid address, as lasting as can be, and have it attached to {identifiant}.",
      },
    },
  ],
  prerequisites: [
    {
      fr: "depuis le 21/02/2022, un login doit être une adresse qui reçoit le courriel de réinitialisation",
      en: "since 21/02/2022 a login must be an address that receives the reset e-mail",
    },
  ],
  bring: [
    { fr: "l'adresse de connexion morte", en: "the dead login address" },
    { fr: "une adresse qui répond", en: "an address that answers" },
    STRUCTURE,
  ],
  result: { fr: "un numéro de ticket, puis une procédure par courriel", en: "a ticket's number, then a procedure by e-mail" },
  after: [
    {
      fr: "le déblocage est provisoire : le gestionnaire doit approuver le rattachement du nouveau compte",
      en: "the way in is for a while only: the gestionnaire must approve the new account's attachment",
    },
  ],
  goesWrong: [
    {
      sees: { fr: "on peut encore se connecter", en: "the login still works" },
      remedy: {
        fr: "pas de ticket : cliquer sur son nom en haut à droite, puis « Changer mon adresse de connexion »",
        en: "no ticket then: click on your name at the top right, then “Changer mon adresse de connexion” (change it)",
      },
    },
    MENU_MOVED,
    NO_ANSWER,
  ],
  doubts: [DELAY_UNKNOWN],
  certainty: "official",
  source: "Chorus Pro, l'adresse de connexion doit être un e-mail valide (version du 21/02/2022)",
  reviewedAt: REVIEWED_AT,
};
