import { ESPACES } from "../../espaces.ts";
import { Facts } from "../elements.tsx";
import { forbidden } from "../simulation/refusals.tsx";
import type { EspaceId } from "../../scenario.ts";
import type { Page } from "../portals.ts";
import { labelOf, rightOf, structureOf } from "./people.ts";
import { MENU_MISSING, portalPage, rootOf } from "./portal.tsx";
import type { PersonVisit, PortalVisit } from "./portal.tsx";

export function home(visit: PortalVisit): Page {
  const { environment, session } = visit;
  const person = session.people.get(environment);
  if (person === undefined) {
    return portalPage(visit, environment === "qualification" ? "Portail de qualification" : "Bienvenue sur Chorus Pro", (
      <ul>
        <li><a href={rootOf(environment, "connexion")}>Se connecter</a></li>
        {environment === "qualification" && <li><a href={rootOf(environment, "matelas")}>Mon matelas de données</a></li>}
      </ul>
    ));
  }
  return portalPage(visit, "Accueil connecté", (
    <>
      <p>Vous êtes connecté comme {person.login}, {person.role === "gestionnaire" ? "gestionnaire principal" : "utilisateur"}.</p>
      {!person.menu.includes("raccordements") && <p class="said">{MENU_MISSING[environment]}</p>}
    </>
  ));
}

export function myAccount(visit: PersonVisit): Page {
  const { person, portals, environment } = visit;
  return portalPage(visit, "Mon compte", (
    <>
      <Facts facts={[["Identifiant", person.login], ["Nom", person.nom ?? ""], ["Rôle", person.role === "gestionnaire" ? "Gestionnaire principal" : "Utilisateur"]]} />
      <h2>Structures</h2>
      <ul>{person.structures.map((identifiant) => <li>{labelOf(portals, environment, identifiant)}</li>)}</ul>
    </>
  ));
}

/** An espace of invoices: who is in it, and nothing more. */
export const espacePage = (espace: EspaceId) => (visit: PersonVisit): Page => {
  const { person, portals, environment, session } = visit;
  if (session.people.get(environment)?.menu.includes(espace) !== true) {
    return forbidden("chorus-pro", environment, "Cet espace n'est pas dans votre menu", "Il n'est pas ouvert, ou vous n'y êtes pas abonné, ou vous ne vous êtes pas reconnecté depuis.");
  }
  const structures = person.structures.filter((identifiant) => rightOf(person, identifiant, structureOf(portals, environment, identifiant), espace) !== undefined);
  return portalPage(visit, ESPACES[espace].libelle, (
    <>
      <p>La simulation s'arrête à l'entrée de cet espace. Vous y travaillez pour :</p>
      <ul>{structures.map((identifiant) => <li>{labelOf(portals, environment, identifiant)}</li>)}</ul>
    </>
  ));
};

/** A menu that no step of a raccordement leads to. */
export const elsewherePage = (title: string) => (visit: PersonVisit): Page =>
  portalPage(visit, title, <p>La simulation s'arrête à l'entrée de cet espace : rien n'y change un raccordement.</p>);
