import type { KindName } from "../../model/address.ts";
import type { Channel } from "./blocked-way.ts";
import type { Label, Note, Text, Trouble } from "./guide.ts";

/** How Chorus Pro's support is reached, by those who can log in and by those who cannot. */

/** The menu of the public pages, which needs no login (AIFE, community page on dead logins, 2022). */
export const CONTACT_SUPPORT: readonly Label[] = [
  { label: "SUPPORT", en: "support" },
  { label: "Nous contacter", en: "contact us" },
];

export const TICKET: Channel = {
  name: {
    fr: "ticket au support de Chorus Pro, sans se connecter",
    en: "ticket to Chorus Pro's support, without logging in",
  },
  url: "https://portail.chorus-pro.gouv.fr",
};

export const SOLLICITATION: Channel = {
  name: {
    fr: "sollicitation au support de Chorus Pro",
    en: "request (sollicitation) to Chorus Pro's support",
  },
  url: "https://portail.chorus-pro.gouv.fr",
};

export const MENU_MOVED: Trouble = {
  sees: { fr: "le menu SUPPORT n'est pas là", en: "the menu SUPPORT is not there" },
  remedy: {
    fr: "chercher « Contact » ou « Assistance » en bas de la page d'accueil, sans se connecter",
    en: "look for “Contact” or “Assistance” at the bottom of the home page, without logging in",
  },
};

export const NO_ANSWER: Trouble = {
  sees: { fr: "pas de réponse du support", en: "no answer from the support" },
  remedy: {
    fr: "relancer sous le même numéro ; ne pas ouvrir un second ticket, il repartirait de zéro",
    en: "remind them under the same number; do not open a second ticket, it would begin again from nothing",
  },
};

/** A client knows his SIRET, not the name that we gave to his structure. */
export const STRUCTURE: Note = {
  fr: "la structure : {structure}, {identifiant}",
  en: "the structure: {structure}, {identifiant}",
  outside: { fr: "la structure : {identifiant}", en: "the structure: {identifiant}" },
};

export const DELAY_UNKNOWN: Text = {
  fr: "le délai de réponse du support n'est documenté nulle part",
  en: "how long the support takes to answer is documented nowhere",
};

/** Kinds of resource whose steps only a gestionnaire principal can do. */
export const OF_GESTIONNAIRE: readonly KindName[] = ["espace", "raccordement", "compte-technique", "rattachement", "service", "edi"];
