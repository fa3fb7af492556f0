import { ESPACES } from "../espaces.ts";
import type { Environment, EspaceId } from "../scenario.ts";
import type { Page, Visit } from "./portals.ts";

export interface Link {
  readonly href: string;
  readonly label: string;
}

export interface Navigation {
  readonly links: readonly Link[];
  /** Whoever is signed in, and where to end that. */
  readonly signedIn?: string;
  readonly signOut?: string;
}

/** The menu above a page: that of who is signed in to the page's portal. */
export function navigationOf(page: Page, { session }: Visit): Navigation {
  if (page.portal === "piste") return pisteNavigation(session.piste);
  if (page.portal === "simulation") return { links: [] };
  const environment = page.environment ?? "production";
  const person = session.people.get(environment);
  const root = `/chorus-pro/${environment}`;
  if (person === undefined) return { links: [...matelasOf(environment), { href: `${root}/connexion`, label: "Se connecter" }] };
  return {
    links: [
      { href: root, label: "Accueil connecté" },
      ...(person.role === "gestionnaire" ? [{ href: `${root}/structures`, label: "Activités du gestionnaire" }] : []),
      ...elsewhere(root, "engagements", "factures-a-valider"),
      ...MENU.filter((espace) => person.menu.includes(espace)).map((espace) => ({ href: `${root}/${espace}`, label: ESPACES[espace].libelle })),
      ...elsewhere(root, "sollicitations-emises", "suivi-des-flux"),
      ...(person.role === "gestionnaire" ? [{ href: `${root}/comptes-techniques`, label: "Raccordements : Compte technique" }] : []),
      ...matelasOf(environment),
      { href: `${root}/mon-compte`, label: "Mon compte" },
    ],
    signedIn: person.login,
    signOut: `${root}/deconnexion`,
  };
}

function pisteNavigation(email: string | undefined): Navigation {
  if (email === undefined) return { links: [{ href: "/piste/inscription", label: "Inscription" }, { href: "/piste/connexion", label: "Connexion" }] };
  return {
    links: [
      { href: "/piste", label: "Accueil" },
      { href: "/piste/consentement-cgu-api", label: "API : Consentement CGU API" },
      { href: "/piste/applications", label: "Applications" },
    ],
    signedIn: email,
    signOut: "/piste/deconnexion",
  };
}

const matelasOf = (environment: Environment): readonly Link[] =>
  environment === "qualification" ? [{ href: "/chorus-pro/qualification/matelas", label: "Mon matelas de données" }] : [];

/** Menus of the screens of 2020 that no step of an onboarding leads to: their pages say so. */
export const ELSEWHERE = {
  engagements: "Engagements",
  "factures-a-valider": "Factures à valider",
  "sollicitations-emises": "Sollicitations émises",
  "suivi-des-flux": "Suivi des flux",
} as const;

const elsewhere = (root: string, ...pages: readonly (keyof typeof ELSEWHERE)[]): readonly Link[] =>
  pages.map((page) => ({ href: `${root}/${page}`, label: ELSEWHERE[page] }));

/** As on the screens of 2020, from left to right. */
const MENU: readonly EspaceId[] = ["factures-travaux", "factures-emises", "factures-recues", "raccordements"];

export const CHORUS_PRO_NAMES: Readonly<Record<Environment, string>> = {
  qualification: "Chorus Pro : portail de qualification",
  production: "Chorus Pro",
};
