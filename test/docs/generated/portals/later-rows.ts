import { rowsOf } from "./portal-row.ts";
import type { PortalRow } from "./portal-row.ts";

const CGU = "/piste/consentement-cgu-api";
const APPLICATION = "/piste/applications/qualification/{sandbox}";
const OAUTH = `${APPLICATION}/authentification`;
const MATELAS = "/chorus-pro/qualification/matelas";
const STRUCTURE = "/chorus-pro/qualification/structures/{structure}";
const COMPTE = "/chorus-pro/qualification/comptes-techniques";

const since = rowsOf("since");

/** PISTE of 2023 to 2026, matelas, compte technique: of editors' and AIFE's later pages. */
export const SINCE: readonly PortalRow[] = [
  since.rule("strong-password", "Mot de passe : 12 caractères au moins, majuscule, minuscule, chiffre, caractère spécial", "/piste/inscription"),
  since.rule("activation-five-days", "Le lien d'activation vaut 5 jours", "/piste/activation/{key}"),
  since.screen("Consentement CGU API", CGU),
  since.label("menu", "API : Consentement CGU API", CGU),
  since.label("button", "Valider mes choix CGU", CGU),
  since.rule("consent-twice", "Chaque API deux fois : Sandbox et Production", CGU),
  since.rule("greyed", "Sans consentement, la case de l'API est grisée", `${APPLICATION}/modifier`),
  since.label("button", "Appliquer les modifications", `${APPLICATION}/modifier`),
  since.rule("none-subscribed", "« Aucune API souscrite » tant que rien n'est sélectionné", APPLICATION),
  since.label("button", "Authentification", APPLICATION),
  since.label("button", "Consulter les quotas", APPLICATION),
  since.label("column", "Par seconde", `${APPLICATION}/quotas`),
  ...since.labels("heading", OAUTH, "API Keys", "Identifiants Oauth"),
  since.label("button", "Consulter le client secret", OAUTH),
  since.label("fact", "Type : Confidentiel", OAUTH),
  since.rule("credentials", "Générer donne les Identifiants Oauth ; régénérer le secret tue l'ancien", OAUTH),
  since.label("menu", "Mon matelas de données", "/chorus-pro/qualification", { by: "nobody" }),
  since.screen("Mon matelas de données", MATELAS),
  since.label("field", "Type de matelas", MATELAS),
  since.label("choice", "Plateforme agréée", MATELAS),
  since.label("button", "Créer", MATELAS),
  since.rule("matelas-csv", "Le CSV : colonnes Entite, Libelle, Valeur ; « SIRET Structure », « Login compte GP », « Mot de passe Compte GP »", `${MATELAS}.csv`),
  since.rule("second-factor", "En production, un second facteur à chaque utilisateur", "/chorus-pro/production/code"),
  ...since.labels("choice", `${STRUCTURE}/parametres`, "Consultation", "Modification"),
  since.rule("menu-after-reconnection", "Un espace ouvert paraît après une reconnexion", `${STRUCTURE}/parametres`),
  since.label("button", "Créer un utilisateur technique", STRUCTURE, { note: "the older way; it leads to the newer screen" }),
  since.label("menu", "Raccordements : Compte technique", "/chorus-pro/qualification", { note: "a domain and its application, in one" }),
  since.screen("Compte technique", COMPTE),
  ...since.labels("field", COMPTE, "Type de demande", "Choisir la structure"),
  ...since.labels("choice", COMPTE, "Création d'un compte technique", "Réinitialisation du mot de passe d'un compte technique"),
  since.label("button", "Soumettre", COMPTE),
  since.rule("gestionnaire-alone", "Le compte technique : le gestionnaire principal seul", COMPTE),
  since.rule("account-made", "Login TECH_<n>_<identifiant>@cpro.fr et mot de passe, affichés une seule fois, export PDF, un courriel", `${COMPTE}/affichage`),
  since.rule("account-after-minutes", "Le compte répond 30 minutes environ après sa création", COMPTE),
  since.rule("password-dies", "Le mot de passe vit 424 jours", COMPTE),
  since.rule("password-reset", "Réinitialiser : le nouveau mot de passe est affiché avant de soumettre, l'ancien meurt aussitôt", `${COMPTE}/reinitialisation`),
];

const ours = rowsOf("ours");

/** What nobody has shown, and a simulator has to decide. */
export const OURS: readonly PortalRow[] = [
  ours.label("text", "Actif", "/chorus-pro/qualification/raccordements", { note: "the one value of « Etat courant »: none is documented" }),
  ours.rule("ended", "Actions : « Mettre fin » retire le raccordement", "/chorus-pro/qualification/raccordements"),
  ours.rule("declared-once", "Un raccordement pour une structure et une application, pas deux", "/chorus-pro/qualification/raccordements/declarer"),
  ours.rule("solution-named", "« Editeur / solution » est obligatoire pour l'utilisateur d'une solution", "/chorus-pro/qualification/raccordements/declarer"),
  ours.rule("consultation-declares-nothing", "Abonné en Consultation, on voit le tableau et ne déclare rien", "/chorus-pro/production/raccordements/declarer"),
  ours.label("field", "Simulation seulement : cette application appelle pour ses clients (concentrateur), et ce raccordement les sert tous", "/chorus-pro/qualification/raccordements/declarer"),
];
