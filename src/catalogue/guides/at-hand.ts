import type { Note, Trouble } from "./guide.ts";

/** What must be at hand in each portal, whatever is done there, and what goes wrong before anything is done. */

export const PISTE_ACCOUNT: Note = {
  fr: "le compte PISTE activé, son adresse et son mot de passe (ce ne sont pas ceux de Chorus Pro)",
  en: "the PISTE account, activated, its address and its password (they are not those of Chorus Pro)",
};

export const GESTIONNAIRE: readonly Note[] = [
  {
    fr: "être le gestionnaire principal de la structure : lui seul voit ces écrans",
    en: "be the structure's gestionnaire principal: nobody else sees these screens",
    in: "production",
  },
  {
    fr: "le second facteur à portée : un code à six chiffres est demandé à chaque connexion",
    en: "the second factor at hand: a code of six digits is asked for at each login",
    in: "production",
  },
  {
    fr: "le login et le mot de passe « Compte GP » du matelas de données (fichier CSV du matelas)",
    en: "login and password of “Compte GP” (gestionnaire principal), from the CSV of the test data",
    in: "qualification",
  },
];

export const PISTE_FORBIDDEN: Trouble = {
  sees: { fr: "une page 403, ou rien ne s'affiche", en: "a page that says 403, or nothing shows" },
  remedy: {
    fr: "des réseaux d'entreprise sont refusés par PISTE : recommencer depuis un autre réseau",
    en: "PISTE refuses some corporate networks: try again from another network",
  },
};

export const MENU_MISSING: Trouble = {
  sees: { fr: "le menu annoncé n'est pas là", en: "the menu is not there" },
  remedy: {
    fr: "se déconnecter et se reconnecter ; s'il manque encore, l'espace n'est pas ouvert ou l'utilisateur n'y est pas habilité : chorus plan dit lequel",
    en: "log out and in again; if it is still missing, the space is not open or the user has no right to it: chorus plan says which",
  },
  outside: {
    fr: "déconnectez-vous et reconnectez-vous ; s'il manque encore, dites-le-nous : un espace reste sans doute à ouvrir",
    en: "log out and in again; if it is still missing, tell us: some space is probably still to be opened",
  },
};

export const STRUCTURE_NOT_LISTED: Trouble = {
  sees: { fr: "la structure n'est pas dans la liste", en: "the structure is not in the list" },
  remedy: {
    fr: "ce n'est pas le compte de son gestionnaire principal : se connecter avec le bon, ou demander qui l'est",
    en: "this is not its gestionnaire principal's account: log in with the right one, or ask who that is",
  },
  outside: {
    fr: "ce n'est pas le compte de son gestionnaire principal : connectez-vous avec le bon, ou demandez qui l'est",
    en: "this is not its gestionnaire principal's account: log in with the right one, or ask who that is",
  },
};

export const MATELAS_EXPIRED: Trouble = {
  sees: { fr: "la connexion est refusée en qualification", en: "the login is refused in qualification" },
  remedy: {
    fr: "reprendre login et mot de passe dans le CSV du matelas actuel ; à défaut, créer un autre matelas et reporter ses SIRET",
    en: "take login and password from the CSV of today's test data; failing that, create other test data and put its SIRETs in the configuration",
  },
  outside: {
    fr: "reprendre login et mot de passe dans le fichier CSV du matelas actuel ; à défaut, créer un autre matelas et nous en donner les SIRET",
    en: "take login and password from the CSV of today's test data; failing that, create other test data and tell us its SIRETs",
  },
  in: "qualification",
};
