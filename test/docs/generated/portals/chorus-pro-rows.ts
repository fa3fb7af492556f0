import { rowsOf } from "./portal-row.ts";
import type { PortalRow } from "./portal-row.ts";

const QUALIFICATION = "/chorus-pro/qualification";
const PRODUCTION = "/chorus-pro/production";
const TABLE = `${QUALIFICATION}/raccordements`;
const FORM = `${TABLE}/declarer`;
const PRODUCTION_TABLE = `${PRODUCTION}/raccordements`;
const PRODUCTION_FORM = `${PRODUCTION_TABLE}/declarer`;

const GENERAL = ["Structure", "Nom de l'application PISTE", "Type d'utilisation"];
const CONTACT = ["Nom Prénom", "Téléphone", "Adresse électronique", "Fax"];

const qualification = rowsOf("2B");

/** « Créez votre raccordement CHORUS PRO en Qualification ». */
export const SECTION_2B: readonly PortalRow[] = [
  qualification.rule("sandbox-first", "Préalable : l'application SANDBOX paramétrée", FORM, { note: "that an unknown name is refused is inferred" }),
  qualification.rule("matelas-first", "Préalable : un matelas de données de qualification", `${QUALIFICATION}/matelas`),
  qualification.screen("Accueil connecté", QUALIFICATION),
  ...qualification.labels("menu", QUALIFICATION, "ACCUEIL CONNECTÉ", "ACTIVITÉS DU GESTIONNAIRE", "ENGAGEMENTS", "FACTURES À VALIDER", "FACTURES DE TRAVAUX",
    "FACTURES ÉMISES", "RACCORDEMENTS EDI ET API", "SOLLICITATIONS ÉMISES", "SUIVI DES FLUX", "MON COMPTE"),
  qualification.missing("label", "dernière connexion", "no step and no rule depends on it"),
  ...qualification.labels("text", TABLE, "Accueil", "Rechercher fiche EDI", "Créer Fiche EDI"),
  qualification.missing("screen", "Rechercher fiche EDI, Créer Fiche EDI", "the tabs are there to be seen; fiches EDI are no part of a raccordement API"),
  qualification.label("link", "Gérer raccordement API", TABLE),
  qualification.screen("RACCORDEMENTS API PISTE", TABLE),
  ...qualification.labels("column", TABLE, "Structure", "Etat courant", "Actions"),
  qualification.label("field", "Ligne(s) par page", TABLE),
  qualification.label("text", "Pagination", TABLE),
  qualification.rule("lines-per-page", "Le tableau est coupé en pages", TABLE, { note: "which lengths there are is inferred" }),
  qualification.label("button", "Déclarer un raccordement PISTE", TABLE),
  qualification.label("text", "Raccordements EDI et API n'apparaît pas dans votre menu ? N'hésitez pas à vous abonner à cet espace depuis les paramètres de la structure.", QUALIFICATION, { by: "without the espace" }),
  qualification.rule("menu-by-subscription", "Le menu vient en s'abonnant à l'espace, dans les paramètres de la structure", `${QUALIFICATION}/structures/{structure}/parametres`),
  qualification.screen("DÉCLARER UN RACCORDEMENT API PISTE", FORM),
  ...qualification.labels("heading", FORM, "INFORMATIONS GÉNÉRALES", "CONTACT TECHNIQUE"),
  ...qualification.labels("field", FORM, ...GENERAL, "Editeur / solution", ...CONTACT),
  qualification.label("choice", "Utilisateur d'une solution d'un éditeur ou opérateur", FORM),
  qualification.label("text", "Nom de l'éditeur ou de la solution", FORM, { note: "in the field itself on the guide's screen" }),
  ...qualification.labels("button", FORM, "Annuler", "Valider"),
  qualification.rule("two-sections", "Deux sections : qui est dans laquelle", FORM),
  qualification.rule("structure-chosen", "Structure : une des siennes, à choisir, identifiant puis désignation", FORM),
  qualification.rule("sandbox-name-taken", "Nom de l'application : celui de l'application SANDBOX", FORM),
  qualification.rule("declared", "Valider crée le raccordement, avec le type d'utilisation et le contact ; Annuler ne change rien", FORM),
  qualification.rule("account-before-calls", "Avant tout appel pour la structure, il faut un compte technique", `${QUALIFICATION}/comptes-techniques`),
];

const production = rowsOf("3B");

/** « Créez votre raccordement CHORUS PRO en Production ». */
export const SECTION_3B: readonly PortalRow[] = [
  production.rule("production-application-first", "Préalable : une application de production créée sur PISTE", PRODUCTION_FORM, { note: "that an unknown name is refused is inferred" }),
  production.rule("espace-open", "Préalable : l'espace ouvert pour la structure", `${PRODUCTION}/structures/{fournisseur}/parametres`),
  production.rule("habilitation", "Préalable : les habilitations sur l'espace", `${PRODUCTION}/structures/{fournisseur}/parametres`),
  production.label("text", "Raccordements EDI et API n'apparaît pas dans votre menu ? C'est probablement que vous n'avez pas les habilitations requises sur l'espace.", PRODUCTION, { by: "without the espace" }),
  production.label("menu", "Raccordements EDI et API", PRODUCTION),
  ...production.labels("text", PRODUCTION_FORM, "Accueil", "Rechercher fiche EDI", "Créer Fiche EDI Emetteur", "Créer Fiche EDI Récepteur"),
  production.label("link", "Gérer raccordement API", PRODUCTION_FORM),
  production.label("button", "Déclarer un raccordement PISTE", PRODUCTION_TABLE),
  production.screen("DÉCLARER UN RACCORDEMENT API PISTE", PRODUCTION_FORM),
  ...production.labels("heading", PRODUCTION_FORM, "INFORMATIONS GÉNÉRALES", "CONTACT TECHNIQUE"),
  ...production.labels("field", PRODUCTION_FORM, ...GENERAL, ...CONTACT),
  production.label("choice", "Utilisateur d'une application interne", PRODUCTION_FORM),
  production.label("text", "Attention, il est impossible de saisir une application SANDBOX.", PRODUCTION_FORM),
  production.rule("no-sandbox", "Il est impossible de saisir une application SANDBOX", PRODUCTION_FORM),
  production.rule("starred", "L'étoile : structure, nom, type, nom et prénom, téléphone, adresse électronique ; Fax sans étoile", PRODUCTION_FORM),
  production.rule("account-before-calls-production", "Avant tout appel pour la structure, il faut un compte technique", `${PRODUCTION}/comptes-techniques`),
];

const links = rowsOf("4");
const NOWHERE_ELSE = "the simulator leads nowhere else; ";

/** « Liens utiles ». */
export const SECTION_4: readonly PortalRow[] = [
  links.missing("label", "« Création d'un compte technique pour un accès API en Production »", `${NOWHERE_ELSE}what it is about is at /chorus-pro/production/comptes-techniques`),
  links.missing("label", "« Aides aux développeurs API en mode OAuth2 »", `${NOWHERE_ELSE}what it is about is at /piste/applications/qualification/{sandbox}/authentification`),
  links.missing("label", "« Portail de qualification sur CHORUS PRO »", `${NOWHERE_ELSE}what it is about is at /chorus-pro/qualification`),
];
