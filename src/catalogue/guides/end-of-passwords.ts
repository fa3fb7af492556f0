import { GESTIONNAIRE, MATELAS_EXPIRED, STRUCTURE_NOT_LISTED } from "./at-hand.ts";
import { AT_THE_CLIENT, REVIEWED_AT, type Guide } from "./guide.ts";
import { DOMAINE, MISTYPED, PASSWORD_LOST, PLACE_READY, SOUMETTRE } from "./technical-password.ts";

/** The password of a compte technique has an end: it is reset before, and for good once the client has left. */

export const resetPassword: Guide = {
  action: "reset-password",
  kind: "compte-technique",
  actor: "gestionnaire",
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
        say: {
          fr: "Dans « Type de demande », choisissez « Réinitialisation du mot de passe d'un compte technique ».",
          en: "In “Type de demande” (request), choose “Réinitialisation du mot de passe d'un compte technique” (reset).",
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
      {
        act: { fr: "compte {login}", en: "account {login}" },
        outside: { fr: "choisir le compte {login}", en: "choose the account {login}" },
        say: {
          fr: "Dans « compte technique », choisissez {login}.",
          en: "In “compte technique” (account), choose {login}.",
        },
      },
      {
        act: {
          fr: "ranger le nouveau mot de passe, affiché avant la validation",
          en: "put away the new password, shown before it is confirmed",
        },
        say: {
          fr: "Le nouveau mot de passe s'affiche. Ne me le lisez pas : rangez-le, puis dites-moi « c'est fait ».",
          en: "The new password shows. Do not read it to me: put it away, then tell me “done”.",
        },
      },
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
      outside: {
        fr: "l'ancien mot de passe cesse aussitôt de fonctionner, et le nouveau n'est affiché qu'une fois : demandez-nous avant de commencer où le déposer ; ne l'envoyez jamais par courriel (le PDF du portail non plus : il le contient)",
        en: "the old password stops working at once, and the new one is shown only once: ask us before you begin where to leave it; never send it by e-mail (nor the portal's PDF: it holds it)",
      },
    },
    {
      fr: "l'ancien mot de passe meurt aussitôt : ranger le nouveau sur le serveur du client, où il reste (Chorus ne le reçoit pas)",
      en: "the old password dies at once: put the new one on the client's server, where it stays (Chorus does not receive it)",
      when: { argument: "password", is: AT_THE_CLIENT },
      outside: {
        fr: "l'ancien mot de passe cesse aussitôt de fonctionner, et le nouveau reste chez vous : rangez-le sans attendre sur votre propre serveur, là où notre logiciel le lit ; ne l'envoyez à personne",
        en: "the old password stops working at once, and the new one stays with you: put it without delay on your own server, where our software reads it; send it to nobody",
      },
    },
    {
      fr: "l'ancien mot de passe meurt aussitôt : le client dépose lui-même le nouveau à {depot} (affiché une seule fois ; ne pas joindre le PDF : il le contient)",
      en: "the old password dies at once: the client leaves the new one himself at {depot} (shown only once; do not attach the PDF: it holds it)",
      when: { argument: "depot" },
      outside: {
        fr: "l'ancien mot de passe cesse aussitôt de fonctionner, et le nouveau n'est affiché qu'une fois : déposez-le vous-même, sans attendre, à {depot} (ne joignez pas le PDF du portail : il le contient)",
        en: "the old password stops working at once, and the new one is shown only once: leave it yourself, without delay, at {depot} (do not attach the portal's PDF: it holds it)",
      },
    },
  ],
  proof: {
    api: {
      fr: "connexion acceptée, et une date d'expiration plus lointaine (vérifiées par Chorus)",
      en: "login accepted, and a later expiry date (verified by Chorus)",
    },
  },
  minutes: { once: 0, each: 5 },
  after: [
    {
      fr: "le gestionnaire principal en reçoit une copie par courriel ; la nouvelle échéance est dans 424 jours",
      en: "the gestionnaire principal gets a copy by e-mail; the new password ends in 424 days",
    },
  ],
  secret: { fr: "le mot de passe du compte technique", en: "the technical account's password" },
  formerly: {
    fr: "avant : « Activités du gestionnaire », structure, utilisateur technique, réinitialiser le mot de passe",
    en: "before: “Activités du gestionnaire”, structure, technical user, reset the password",
  },
  prerequisites: [
    ...GESTIONNAIRE,
    PLACE_READY,
    {
      fr: "un moment où rien n'est en cours d'envoi : les appels échouent jusqu'à ce que le nouveau soit rangé",
      en: "a moment when nothing is being sent: calls fail until the new one is put away",
      outside: {
        fr: "un moment où rien ne part de notre logiciel : vos factures attendent jusqu'à ce que le nouveau mot de passe soit en place",
        en: "a moment when our software sends nothing: your invoices wait until the new password is in place",
      },
    },
  ],
  result: {
    fr: "le portail confirme la réinitialisation ; l'ancien mot de passe ne vaut plus",
    en: "the portal confirms the reset; the old password is dead",
  },
  goesWrong: [
    PASSWORD_LOST,
    {
      sees: { fr: "le compte {login} n'est pas proposé", en: "the account {login} is not offered" },
      remedy: {
        fr: "il est sur une autre structure : son login dit laquelle ; sinon, ce n'est pas son gestionnaire principal qui est connecté",
        en: "it is on another structure: its login says which; or the one logged in is not its gestionnaire principal",
      },
    },
    MISTYPED,
    MATELAS_EXPIRED,
  ],
  certainty: "official",
  source: "Chorus Pro, réinitialisation du mot de passe d'un compte technique ; durée de vie de 424 jours",
  reviewedAt: REVIEWED_AT,
};

export const retireCompteTechnique: Guide = {
  action: "retire-compte-technique",
  kind: "compte-technique",
  actor: "gestionnaire",
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
        outside: {
          fr: "mettre fin au compte {login} ; si rien n'est prévu pour cela, réinitialiser son mot de passe, sans nous le donner : celui que nous avons ne vaut plus rien",
          en: "end the account {login}; where nothing is offered for that, reset its password, without giving it to us: the one we have is then worth nothing",
        },
        say: {
          fr: "Regardez si « Type de demande » propose de fermer un compte. Sinon, choisissez « Réinitialisation du mot de passe d'un compte technique », puis le compte {login}.",
          en: "See whether “Type de demande” (request) offers to close an account. If not, choose “Réinitialisation du mot de passe d'un compte technique” (reset), then the account {login}.",
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
  secret: { fr: "le nouveau mot de passe", en: "the new password" },
  prerequisites: [
    ...GESTIONNAIRE,
    {
      fr: "que plus rien ne se serve de {login} : tout ce qui s'en sert s'arrête aussitôt",
      en: "that nothing uses {login} any more: whatever does stops at once",
    },
  ],
  result: {
    fr: "notre connexion est refusée",
    en: "our login is refused",
    outside: {
      fr: "rien de plus sur votre écran : nous vérifions de notre côté que l'accès est bien fermé, et vous le confirmons",
      en: "nothing more on your screen: we check on our side that the access is closed, and confirm it to you",
    },
  },
  goesWrong: [
    STRUCTURE_NOT_LISTED,
    {
      sees: { fr: "aucune demande pour fermer un compte", en: "no request to close an account" },
      remedy: {
        fr: "réinitialiser son mot de passe et ne le transmettre à personne : le compte vit encore, mais plus chez nous",
        en: "reset its password and pass it on to nobody: the account lives on, but no longer with us",
      },
    },
  ],
  doubts: [
    {
      fr: "aucun type de demande de suppression n'est documenté",
      en: "no request that removes an account is documented",
    },
  ],
  certainty: "unconfirmed",
  source: "Chorus Pro, comptes techniques ; aucun type de demande de suppression n'est documenté",
  reviewedAt: REVIEWED_AT,
};
