import type { EnvironmentName } from "../../model/environment.ts";
import type { Text } from "./guide.ts";

/**
 * What AIFE's guide of 2020, "Réussir son raccordement Chorus Pro en mode API OAuth2", asks of its reader, under short
 * titles of our own.
 */
export const SEED_SECTIONS = {
  "1": { title: { fr: "Créer le compte PISTE", en: "Create the PISTE account" } },
  "1-organisation": { title: { fr: "Organisation « Universelle »", en: "Organisation \"Universelle\"" } },
  "2A": { title: { fr: "Application SANDBOX générée par PISTE", en: "Sandbox application made by PISTE" }, in: "qualification" },
  "2A-cgu": { title: { fr: "Accepter les CGU des API", en: "Accept the terms (CGU) of the APIs" }, in: "qualification" },
  "2A-api": { title: { fr: "Sélectionner les API", en: "Select the APIs" }, in: "qualification" },
  "2B-prerequis-application": {
    title: { fr: "Prérequis : application SANDBOX paramétrée", en: "Prerequisite: sandbox application set up" },
    in: "qualification",
  },
  "2B-prerequis-matelas": {
    title: { fr: "Prérequis : matelas de données de qualification", en: "Prerequisite: test data of qualification" },
    in: "qualification",
  },
  "2B-espace": {
    title: { fr: "Menu absent : ouvrir l'espace Raccordements EDI et API", en: "Menu missing: open the space" },
    in: "qualification",
  },
  "2B": { title: { fr: "Déclarer le raccordement", en: "Declare the raccordement" }, in: "qualification" },
  "2B-compte-technique": {
    title: { fr: "Créer le compte technique", en: "Create the technical account" },
    in: "qualification",
  },
  "3A": { title: { fr: "Créer l'application de production", en: "Create the production application" }, in: "production" },
  "3A-cgu": { title: { fr: "Accepter les CGU des API", en: "Accept the terms (CGU) of the APIs" }, in: "production" },
  "3A-api": { title: { fr: "Sélectionner les API", en: "Select the APIs" }, in: "production" },
  "3B-prerequis-application": {
    title: { fr: "Prérequis : application de production", en: "Prerequisite: production application" },
    in: "production",
  },
  "3B-prerequis-espace": {
    title: { fr: "Prérequis : espace Raccordements EDI et API ouvert", en: "Prerequisite: space opened" },
    in: "production",
  },
  "3B-prerequis-habilitations": {
    title: { fr: "Prérequis : habilitations sur l'espace", en: "Prerequisite: rights on the space" },
    in: "production",
  },
  "3B": { title: { fr: "Déclarer le raccordement", en: "Declare the raccordement" }, in: "production" },
  "3B-compte-technique": {
    title: { fr: "Créer le compte technique", en: "Create the technical account" },
    in: "production",
  },
  "4-compte-technique": {
    title: { fr: "Lien : création d'un compte technique", en: "Link: creating a technical account" },
  },
  "4-developpeurs": {
    title: { fr: "Lien : aides aux développeurs en mode OAuth2", en: "Link: help for developers in OAuth2 mode" },
  },
  "4-qualification": {
    title: { fr: "Lien : portail de qualification", en: "Link: the qualification portal" },
    in: "qualification",
  },
} as const satisfies Readonly<Record<string, { readonly title: Text; readonly in?: EnvironmentName }>>;

export type SeedSection = keyof typeof SEED_SECTIONS;
