import { rowsOf } from "./portal-row.ts";
import type { PortalRow } from "./portal-row.ts";

const INSCRIPTION = "/piste/inscription";
const CONSULTATION = "/piste/applications/qualification/{sandbox}";
const SANDBOX_FORM = `${CONSULTATION}/modifier`;
const NEW = "/piste/applications/nouvelle";
const PRODUCTION_FORM = "/piste/applications/production/{application}/modifier";

const one = rowsOf("1");

/** « Créez votre compte PISTE ». */
export const SECTION_1: readonly PortalRow[] = [
  one.screen("page d'accueil de PISTE", "/piste", { by: "nobody", title: "PISTE, le portail des API de l'État", note: "the title is ours" }),
  one.label("menu", "INSCRIPTION", "/piste", { by: "nobody" }),
  one.screen("Inscription", INSCRIPTION, { by: "nobody" }),
  ...one.labels("field", INSCRIPTION, "Nom", "Email", "Mot de passe", "Confirmer le mot de passe", "Nom de l'organisation",
    "Je possède un code d'organisation (Contactez l'administrateur de votre organisation pour obtenir un code)",
    "J'accepte de recevoir les newsletters", "J'accepte de recevoir les enquêtes de satisfaction", "J'accepte les termes des CGU"),
  one.label("text", "Cette adresse email sera votre identifiant d'accès au portail.", INSCRIPTION),
  one.label("link", "Lien vers le référencement des API", INSCRIPTION),
  one.label("choice", "Universelle", INSCRIPTION),
  one.rule("email-signs-in", "L'adresse email est l'identifiant d'accès", "/piste/connexion"),
  one.rule("two-accounts", "Le compte PISTE est différent du compte CHORUS PRO", "/chorus-pro/qualification/connexion"),
  one.rule("universelle", "Pour accéder aux API de CHORUS PRO : organisation Universelle", "/piste/consentement-cgu-api", { note: "that another organisation is shown none is inferred" }),
  one.rule("registration-mandatory", "Les champs à remplir ; newsletters, enquêtes et code au choix", INSCRIPTION, { certainty: "inferred", note: "the guide says which there are, not which are mandatory" }),
  one.rule("passwords-same", "Confirmer le mot de passe : le même", INSCRIPTION, { certainty: "inferred", note: "the guide has the field alone" }),
];

const sandbox = rowsOf("2A");

/** « Paramétrez votre application SANDBOX ». */
export const SECTION_2A: readonly PortalRow[] = [
  sandbox.rule("sandbox-at-activation", "Le compte validé, PISTE génère une application SANDBOX, pour la qualification", "/piste/activation/{key}"),
  sandbox.rule("sandbox-name", "Elle s'appelle APP_SANDBOX_%EmailUtilisateur%", "/piste/applications"),
  sandbox.label("menu", "Applications", "/piste"),
  sandbox.screen("Consultation de l'application : APP_SANDBOX_…", CONSULTATION, { title: "Consultation de l'application : {sandbox}" }),
  sandbox.label("button", "Modifier l'application", CONSULTATION),
  ...sandbox.labels("heading", CONSULTATION, "Général", "Usage"),
  ...sandbox.labels("fact", CONSULTATION, "Nom : {sandbox}", "Description : SandBox Application", "Organisation : Universelle", "Actif : Oui", "Status : Validée", "Créé par : appjoomla"),
  sandbox.label("fact", "Information sur la structure : Autre", CONSULTATION, { note: "in the form on the guide's screen" }),
  sandbox.screen("(formulaire de modification de l'application)", SANDBOX_FORM, { title: "Modifier l'application : {sandbox}", note: "the guide shows the form without its title" }),
  ...sandbox.labels("field", SANDBOX_FORM, "Nom de l'application", "Description", "Téléphone", "Email", "Responsable d'application", "Information sur la structure", "Activer l'application"),
  sandbox.label("heading", "Sélectionner les API", SANDBOX_FORM),
  ...sandbox.labels("column", SANDBOX_FORM, "CGU", "Nom de l'API", "Description", "Sélectionnée", "Soumis à validation"),
  ...sandbox.labels("text", SANDBOX_FORM, ...["AssistanceUtilisateur", "EngagementJuridique", "Factures", "FacturesTravaux"].map((api) => `AIFE - Chorus Pro - ${api}`)),
  ...sandbox.labels("button", SANDBOX_FORM, "Valider mes choix CGU", "Sauvegarder l'application"),
  sandbox.rule("consent-select-save", "Cocher les CGU, les valider, sélectionner les API, sauvegarder l'application", SANDBOX_FORM),
];

const production = rowsOf("3A");

/** « Créez votre application de Production sur PISTE ». */
export const SECTION_3A: readonly PortalRow[] = [
  production.screen("créer une nouvelle application", NEW, { title: "Créer une application de production", note: "the title is ours" }),
  production.label("button", "Créer une application", "/piste/applications", { certainty: "inferred", note: "the guide's picture of the button has no words" }),
  ...production.labels("field", NEW, "Nom de l'application", "Email", "Responsable d'application", "Information sur la structure"),
  production.rule("new-application", "Il faut une nouvelle application : la SANDBOX n'est pas de production", NEW),
  production.rule("four-fields", "Les quatre champs doivent être complétés", NEW),
  production.rule("unique-name", "Le nom de l'application doit être unique", NEW),
  production.rule("name-reused", "Ce nom est utilisé lors de la création du raccordement", "/chorus-pro/production/raccordements/declarer"),
  production.rule("email-of-responsable", "Email : celui du responsable de l'application", NEW),
  production.rule("siret", "Information sur la structure : le SIRET", NEW, { note: "that its 14 digits are checked is inferred" }),
  ...production.labels("column", PRODUCTION_FORM, "Nom de l'API", "Description", "Sélectionnée", "Soumis à validation", "CGU"),
  ...["AssistanceUtilisateur", "EngagementJuridique", "Factures", "FacturesTravaux", "Structures"].flatMap((api) => [
    production.label("text", `AIFE - Chorus Pro - ${api}`, PRODUCTION_FORM),
    production.label("field", `AIFE_ChorusPro_${api}_v1`, PRODUCTION_FORM),
  ]),
  ...production.labels("button", PRODUCTION_FORM, "Valider mes choix CGU", "Sauvegarder l'application"),
  production.rule("consent-production", "Cocher les CGU, les valider, sélectionner les API, sauvegarder : pour la production aussi", PRODUCTION_FORM),
];
