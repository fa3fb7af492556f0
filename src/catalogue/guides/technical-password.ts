import { AT_THE_CLIENT, type Label, type Note, type Text, type Trouble } from "./guide.ts";

/** What the guides of a compte technique have in common: where it is, and what becomes of its password. */

export const DOMAINE: readonly Label[] = [
  { label: "Raccordements", en: "connections" },
  { label: "Compte technique", en: "technical account" },
];

export const SOUMETTRE: Label = { label: "Soumettre", en: "submit" };

export const AT_CLIENT_PASSWORD: Note = {
  fr: "le mot de passe reste sur le serveur du client : Chorus ne le reçoit pas",
  en: "the password stays on the client's server: Chorus does not receive it",
  when: { argument: "password", is: AT_THE_CLIENT },
  outside: {
    fr: "le mot de passe n'est affiché qu'une fois, et il reste chez vous : rangez-le aussitôt sur votre propre serveur, là où notre logiciel le lit ; ne l'envoyez à personne, nous n'en avons pas besoin",
    en: "the password is shown only once, and it stays with you: put it at once on your own server, where our software reads it; send it to nobody, we do not need it",
  },
};

export const DEPOT: Note = {
  fr: "le mot de passe n'est affiché qu'une fois : le client le dépose lui-même à {depot} (ne pas joindre le PDF : il le contient)",
  en: "the password is shown only once: the client leaves it himself at {depot} (do not attach the PDF: it holds it)",
  when: { argument: "depot" },
  outside: {
    fr: "le mot de passe n'est affiché qu'une fois : déposez-le vous-même, aussitôt, à {depot} (ne joignez pas le PDF du portail : il le contient)",
    en: "the password is shown only once: leave it yourself, at once, at {depot} (do not attach the portal's PDF: it holds it)",
  },
};

/** Where nothing says where a client leaves it: our own places are not his. */
export const NO_DEPOT: Text = {
  fr: "le mot de passe n'est affiché qu'une fois : demandez-nous avant de commencer où le déposer ; ne l'envoyez jamais par courriel (le PDF du portail non plus : il le contient)",
  en: "the password is shown only once: ask us before you begin where to leave it; never send it by e-mail (nor the portal's PDF: it holds it)",
};

export const PLACE_READY: Note = {
  fr: "l'endroit où ranger le mot de passe, ouvert avant de commencer : il n'est affiché qu'une fois",
  en: "the place where the password goes, open before beginning: it is shown only once",
  outside: {
    fr: "l'endroit où ranger le mot de passe (il est dit plus bas), prêt avant de commencer : le mot de passe n'est affiché qu'une fois",
    en: "the place where the password goes (it is told below), ready before you begin: the password is shown only once",
  },
};

export const PASSWORD_LOST: Trouble = {
  sees: { fr: "la page est fermée avant que le mot de passe soit rangé", en: "the page is closed before the password is put away" },
  remedy: {
    fr: "il ne se réaffiche pas : le réinitialiser (même écran, autre « Type de demande »)",
    en: "it is not shown again: reset it (the same screen, another “Type de demande”)",
  },
  outside: {
    fr: "il ne se réaffiche pas : réinitialisez-le (même écran, autre « Type de demande »)",
    en: "it is not shown again: reset it (the same screen, another “Type de demande”)",
  },
};

export const MISTYPED: Trouble = {
  sees: { fr: "la connexion est refusée ensuite", en: "the login is then refused" },
  remedy: {
    fr: "attendre une demi-heure, puis vérifier la valeur rangée : 13 caractères, dont des signes comme ( [ ~ $ %, sans espace ni retour à la ligne",
    en: "wait for half an hour, then check what was put away: 13 characters, some of them signs such as ( [ ~ $ %, without a space or a line break",
  },
  outside: {
    fr: "nous vous le dirons : vérifiez alors ce qui a été déposé, 13 caractères, dont des signes comme ( [ ~ $ %, sans espace ni retour à la ligne",
    en: "we will tell you: then check what was left, 13 characters, some of them signs such as ( [ ~ $ %, without a space or a line break",
  },
};
