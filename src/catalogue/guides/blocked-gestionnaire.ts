import type { BlockedWay } from "./blocked-way.ts";
import { REVIEWED_AT, type Note, type Text } from "./guide.ts";
import { CONTACT_SUPPORT, DELAY_UNKNOWN, MENU_MOVED, NO_ANSWER, OF_GESTIONNAIRE, SOLLICITATION, STRUCTURE, TICKET } from "./support.ts";

/** Nobody can act as gestionnaire principal: not known, gone, or locked out. */

const SUCCESSOR: Note = {
  fr: "l'adresse de connexion du successeur : son compte doit déjà exister et être actif (« Créer un compte » sur le portail ; le lien d'activation vaut 60 minutes)",
  en: "the successor's login address: the account must exist already and be active (“Créer un compte” on the portal; the activation link is good for 60 minutes)",
};

const CATEGORY_UNKNOWN: Text = {
  fr: "la sous-catégorie de la sollicitation n'est pas relevée ; « Gestion des structures et utilisateurs » est la catégorie des structures",
  en: "the sub-category of the request was not taken down; “Gestion des structures et utilisateurs” is the category of structures",
};

const PROOF_UNKNOWN: Text = {
  fr: "les justificatifs demandés (Kbis, pouvoir signé…) ne sont pas publiés : les tenir prêts",
  en: "which documents are asked for (Kbis, signed mandate…) is not published: have them ready",
};

const COMPTE_TECHNIQUE_FOLLOWS: Note = {
  fr: "le compte technique et son adresse de contact suivent le nouveau gestionnaire principal",
  en: "the technical account and its contact address follow the new gestionnaire principal",
};

export const gpUnknown: BlockedWay = {
  reason: "gp-unknown",
  title: { fr: "personne ne sait qui est le gestionnaire principal", en: "nobody knows who the gestionnaire principal is" },
  who: { fr: "toute personne rattachée à la structure, sinon le support", en: "anybody attached to the structure, else the support" },
  channel: SOLLICITATION,
  path: [
    {
      act: {
        fr: "demander d'abord autour de soi : c'est le premier à avoir créé la structure, souvent à la comptabilité ; les courriels « [Chorus Pro] » lui arrivent",
        en: "ask around first: it is whoever created the structure, often in accounting; the “[Chorus Pro]” e-mails reach that person",
      },
      say: {
        fr: "Demandez d'abord autour de vous, à la comptabilité surtout, qui a créé la structure, ou qui reçoit les courriels « [Chorus Pro] » : c'est souvent lui.",
        en: "Ask around you first, above all in accounting, who created the structure, or who gets the “[Chorus Pro]” e-mails: it is often that person.",
      },
    },
    {
      act: {
        fr: "avec un compte rattaché à {identifiant} : ouvrir la fiche de la structure, le gestionnaire principal y est nommé",
        en: "with an account attached to {identifiant}: open the structure's page, it names the gestionnaire principal",
      },
      say: {
        fr: "Si vous avez un compte rattaché à {identifiant}, ouvrez la fiche de la structure. Lisez-moi le nom du gestionnaire principal.",
        en: "If you have an account attached to {identifiant}, open the structure's page. Read me the name of the gestionnaire principal.",
      },
    },
    ...CONTACT_SUPPORT,
    {
      act: {
        fr: "demander qui gère {identifiant} ; si c'est quelqu'un qui est parti, demander son remplacement (gp-left)",
        en: "ask who manages {identifiant}; if it is somebody who has left, ask for a successor (gp-left)",
      },
      outside: {
        fr: "demander qui gère {identifiant} ; si c'est quelqu'un qui est parti, demander son remplacement",
        en: "ask who manages {identifiant}; if it is somebody who has left, ask for a successor",
      },
      say: {
        fr: "Demandez qui gère {identifiant}. Si c'est quelqu'un qui est parti, demandez aussi son remplacement.",
        en: "Ask who manages {identifiant}. If it is somebody who has left, ask for a successor too.",
      },
    },
  ],
  prerequisites: [{ fr: "pouvoir dire son lien avec la structure", en: "be able to say how you belong to the structure" }],
  bring: [STRUCTURE, { fr: "votre adresse, où le support peut répondre", en: "your address, where the support can answer" }],
  result: { fr: "un nom, ou un numéro de ticket", en: "a name, or a ticket's number" },
  after: [
    {
      fr: "écrire ce nom sous gestionnaires dans la configuration",
      en: "write that name under gestionnaires in the configuration",
      outside: { fr: "donnez-nous ce nom", en: "tell us that name" },
    },
  ],
  goesWrong: [MENU_MOVED, NO_ANSWER],
  doubts: [
    { fr: "que le support donne le nom n'est pas confirmé : il peut ne faire que transmettre", en: "that the support gives the name is unconfirmed: it may only pass the request on" },
    CATEGORY_UNKNOWN,
    DELAY_UNKNOWN,
  ],
  certainty: "inferred",
  source: "Chorus Pro, évolution des rôles ; créer une fiche structure",
  reviewedAt: REVIEWED_AT,
  kinds: OF_GESTIONNAIRE,
};

export const gpLeft: BlockedWay = {
  reason: "gp-left",
  title: { fr: "le gestionnaire principal est parti sans passer la main", en: "the gestionnaire principal left without handing over" },
  who: { fr: "le support de Chorus Pro, sur demande du successeur", en: "Chorus Pro's support, asked by the successor" },
  channel: SOLLICITATION,
  path: [
    {
      act: {
        fr: "le successeur crée son compte, l'active et demande son rattachement à {identifiant}",
        en: "the successor creates an account, activates it and asks to be attached to {identifiant}",
      },
      say: {
        fr: "Le successeur crée d'abord son compte, l'active par le lien reçu, et demande son rattachement à {identifiant}. Est-ce fait ?",
        en: "The successor first creates an account, activates it with the link received, and asks to be attached to {identifiant}. Is that done?",
      },
    },
    ...CONTACT_SUPPORT,
    {
      act: {
        fr: "demander le transfert de la gestion principale de {identifiant} au successeur",
        en: "ask for {identifiant} to be handed to the successor as gestionnaire principal",
      },
      say: {
        fr: "Demandez que la gestion principale de {identifiant} passe au successeur. Donnez son adresse de connexion, le nom de celui qui est parti, et depuis quand.",
        en: "Ask for {identifiant} to be handed to the successor as gestionnaire principal. Give the successor's login address, the name of the one who left, and since when.",
      },
    },
  ],
  prerequisites: [
    {
      fr: "le successeur a déjà un compte actif : sans lui, la demande est refusée",
      en: "the successor already has an active account: without one the request is refused",
      outside: {
        fr: "un successeur dont le compte est déjà actif : sans lui, la demande est refusée",
        en: "a successor whose account is active already: without one the request is refused",
      },
    },
  ],
  bring: [
    STRUCTURE,
    SUCCESSOR,
    { fr: "le nom de celui qui est parti, et depuis quand", en: "the name of the one who left, and since when" },
  ],
  result: { fr: "un numéro de sollicitation", en: "the request's number" },
  after: [
    COMPTE_TECHNIQUE_FOLLOWS,
    {
      fr: "changer gestionnaire dans la configuration, puis chorus plan : ce qui était à faire revient au nouveau",
      en: "change gestionnaire in the configuration, then chorus plan: what was to be done is the new one's",
      outside: {
        fr: "donnez-nous le nom du nouveau gestionnaire principal : nous lui dirons ce qu'il reste à faire",
        en: "tell us who the new gestionnaire principal is: we will say what is left to do",
      },
    },
  ],
  goesWrong: [
    {
      sees: { fr: "la demande est refusée : compte inconnu", en: "the request is refused: account unknown" },
      remedy: { fr: "activer d'abord le compte du successeur, puis redemander", en: "activate the successor's account first, then ask again" },
    },
    MENU_MOVED,
    NO_ANSWER,
  ],
  doubts: [CATEGORY_UNKNOWN, PROOF_UNKNOWN, DELAY_UNKNOWN],
  certainty: "secondary",
  source: "Chorus Pro et intégrateurs, remplacement du gestionnaire principal",
  reviewedAt: REVIEWED_AT,
  kinds: OF_GESTIONNAIRE,
};

export const gpLockedOut: BlockedWay = {
  reason: "gp-locked-out",
  secret: { fr: "votre mot de passe", en: "your password" },
  title: { fr: "le gestionnaire principal ne peut plus se connecter", en: "the gestionnaire principal can no longer log in" },
  who: { fr: "lui-même, sinon le support de Chorus Pro", en: "that person, else Chorus Pro's support" },
  channel: TICKET,
  path: [
    {
      act: {
        fr: "réinitialiser son mot de passe sur l'écran de connexion : le courriel part à l'adresse de connexion, non à l'adresse de contact",
        en: "reset the password on the login screen: the e-mail goes to the login address, not to the contact address",
      },
      say: {
        fr: "Sur l'écran de connexion, demandez à réinitialiser votre mot de passe. Le courriel part à l'adresse avec laquelle vous vous connectez. S'il arrive, choisissez un nouveau mot de passe, sans me le dire.",
        en: "On the login screen, ask to reset your password. The e-mail goes to the address that you log in with. If it comes, choose a new password, without telling me.",
      },
    },
    ...CONTACT_SUPPORT,
    {
      act: {
        fr: "décrire le blocage ; si l'adresse de connexion est morte : dead-login ; si c'est le code : no-second-factor",
        en: "describe what is blocked; where the login address is dead: dead-login; where it is the code: no-second-factor",
      },
      outside: {
        fr: "décrire le blocage, sans écrire de mot de passe : adresse de connexion morte, code qui n'arrive pas, ou autre",
        en: "describe what is blocked, without writing a password: a dead login address, a code that does not come, or else",
      },
      say: {
        fr: "Décrivez ce qui vous bloque, avec ce que l'écran affiche, mot pour mot. N'écrivez aucun mot de passe.",
        en: "Describe what keeps you out, with what the screen shows, word for word. Write no password.",
      },
    },
    {
      act: {
        fr: "si cela dure : faire désigner un successeur (gp-left), dont le compte est déjà actif",
        en: "if it lasts: have a successor named (gp-left), whose account is already active",
      },
      outside: {
        fr: "si cela dure : faire désigner un successeur, dont le compte est déjà actif",
        en: "if it lasts: have a successor named, whose account is already active",
      },
      say: {
        fr: "Si cela dure, faites désigner un successeur, dont le compte soit déjà actif. Rappelez-moi alors.",
        en: "If it lasts, have a successor named, whose account is already active. Call me again then.",
      },
    },
  ],
  prerequisites: [{ fr: "la boîte aux lettres de l'adresse de connexion, ouverte", en: "the mailbox of the login address, open" }],
  bring: [
    STRUCTURE,
    { fr: "l'adresse de connexion bloquée, et une autre où le support peut répondre", en: "the blocked login address, and another where the support can answer" },
    { fr: "ce que l'écran affiche, mot pour mot", en: "what the screen shows, word for word" },
  ],
  result: { fr: "la connexion aboutit, ou un numéro de ticket", en: "the login succeeds, or a ticket's number" },
  after: [
    { fr: "le compte technique, lui, continue : il ne se connecte pas au portail", en: "the technical account goes on: it never logs in to the portal" },
  ],
  goesWrong: [
    {
      sees: { fr: "aucun courriel de réinitialisation", en: "no reset e-mail" },
      remedy: {
        fr: "l'adresse de connexion n'est sans doute plus valable : dead-login",
        en: "the login address is probably no longer valid: dead-login",
      },
      outside: {
        fr: "l'adresse de connexion n'est sans doute plus valable : dites-le-nous, il y a un autre chemin",
        en: "the login address is probably no longer valid: tell us, there is another way",
      },
    },
    MENU_MOVED,
    NO_ANSWER,
  ],
  doubts: [
    { fr: "le nombre d'essais avant blocage n'est pas documenté : ne pas insister", en: "how many tries lock an account is not documented: do not insist" },
    DELAY_UNKNOWN,
  ],
  certainty: "secondary",
  source: "Chorus Pro, adresse de connexion et courriel de réinitialisation (version du 21/02/2022)",
  reviewedAt: REVIEWED_AT,
  kinds: OF_GESTIONNAIRE,
};
