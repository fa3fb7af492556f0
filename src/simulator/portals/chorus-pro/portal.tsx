import { ENVIRONMENTS } from "../../scenario.ts";
import type { Environment } from "../../scenario.ts";
import { redirect } from "../portals.ts";
import type { Page, Shown, Visit } from "../portals.ts";
import { forbidden, notFound } from "../simulation/refusals.tsx";
import { personOf } from "./people.ts";
import type { Person } from "./people.ts";

export interface PortalVisit extends Visit {
  readonly environment: Environment;
}

export interface PersonVisit extends PortalVisit {
  readonly person: Person;
}

/** A screen of one of the two portals. */
export const onPortal = (answer: (visit: PortalVisit) => Shown) => (visit: Visit): Shown => {
  const environment = ENVIRONMENTS.find((known) => known === visit.parameters["environment"]);
  return environment === undefined ? notFound() : answer({ ...visit, environment });
};

/** For whoever is signed in there. */
export const asPerson = (answer: (visit: PersonVisit) => Shown) =>
  onPortal((visit) => {
    const { portals, environment, session } = visit;
    const login = session.people.get(environment)?.login;
    const person = login === undefined ? undefined : personOf(portals.store.scenario().environments[environment] ?? {}, login);
    return person === undefined ? redirect(`/chorus-pro/${environment}/connexion`, "Connectez-vous d'abord à Chorus Pro.") : answer({ ...visit, person });
  });

/** For a gestionnaire principal alone. */
export const asGestionnaire = (answer: (visit: PersonVisit) => Shown) =>
  asPerson((visit) => (visit.person.role === "gestionnaire"
    ? answer(visit)
    : forbidden("chorus-pro", visit.environment, "Réservé au gestionnaire principal", "Seul le gestionnaire principal de la structure voit cet écran.")));

/** For whoever has « Raccordements EDI et API » in the menu; others read the guide's hint. */
export const withRaccordements = (answer: (visit: PersonVisit) => Shown) =>
  asPerson((visit) => (visit.session.people.get(visit.environment)?.menu.includes("raccordements") === true
    ? answer(visit)
    : forbidden("chorus-pro", visit.environment, "Raccordements EDI et API", MENU_MISSING[visit.environment])));

/** AIFE's guide of 2020, 2B and 3B, word for word but for the spelling of the espace. */
export const MENU_MISSING: Readonly<Record<Environment, string>> = {
  qualification: "Raccordements EDI et API n'apparaît pas dans votre menu ? N'hésitez pas à vous abonner à cet espace depuis les paramètres de la structure.",
  production: "Raccordements EDI et API n'apparaît pas dans votre menu ? C'est probablement que vous n'avez pas les habilitations requises sur l'espace.",
};

export const rootOf = (environment: Environment, page = ""): string => `/chorus-pro/${environment}${page === "" ? "" : `/${page}`}`;

export const portalPage = ({ environment }: Pick<PortalVisit, "environment">, title: string, body: Page["body"], status?: number): Page =>
  ({ kind: "page", portal: "chorus-pro", environment, title, body, ...(status === undefined ? {} : { status }) });
