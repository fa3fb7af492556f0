import type { Usage } from "../model/desired.ts";

/** Labels of "Type d'utilisation" as on the screens of 2020; a portal that words them otherwise is `catalogue.usages`. */
export const USAGES: Readonly<Record<Usage, string>> = {
  "application-interne": "Utilisateur d'une application interne",
  editeur: "Utilisateur d'une solution d'un éditeur ou opérateur",
};
