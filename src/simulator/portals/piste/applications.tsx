import { own } from "../../own.ts";
import { ENVIRONMENTS } from "../../scenario.ts";
import type { Environment, ScenarioApplication } from "../../scenario.ts";
import { Facts, Table } from "../elements.tsx";
import { DEFAULT_SIZE, pageOf } from "../pagination.tsx";
import type { Page, Shown } from "../portals.ts";
import { notFound } from "../simulation/refusals.tsx";
import { pistePage, signedIn } from "./account.tsx";
import type { PisteVisit } from "./account.tsx";
import { LINE, titleOf, UNIVERSELLE } from "./apis.ts";

/** One application of whoever is signed in. */
export interface ApplicationVisit extends PisteVisit {
  readonly environment: Environment;
  readonly name: string;
  readonly application: ScenarioApplication;
}

/** A screen on one application; that of somebody else is not there. */
export const onApplication = (answer: (visit: ApplicationVisit) => Shown) =>
  signedIn((visit) => {
    const environment = ENVIRONMENTS.find((known) => known === visit.parameters["environment"]);
    const name = visit.parameters["name"] ?? "";
    const application = environment === undefined ? undefined : own(visit.portals.store.scenario().environments[environment]?.applications, name);
    if (environment === undefined || application?.compte !== visit.email) return notFound();
    return answer({ ...visit, environment, name, application });
  });

export const pathOf = (environment: Environment, name: string, page = ""): string =>
  `/piste/applications/${environment}/${encodeURIComponent(name)}${page === "" ? "" : `/${page}`}`;

/** « Applications »: an éditeur has one a client, so they come by hundreds. */
export function applications({ portals, email, query }: PisteVisit): Page {
  const all = ENVIRONMENTS.flatMap((environment) =>
    Object.entries(portals.store.scenario().environments[environment]?.applications ?? {})
      .filter(([, { compte }]) => compte === email)
      .map(([name, application]) => ({ environment, name, application })));
  const searched = (query.get("nom") ?? "").toLowerCase();
  const found = all.filter(({ name }) => name.toLowerCase().includes(searched));
  const { from, to, page, pages } = pageOf(query, found.length);
  return pistePage("Applications", (
    <>
      <p><a class="button" href="/piste/applications/nouvelle">Créer une application</a></p>
      {all.length > DEFAULT_SIZE && (
        <form method="get" action="/piste/applications">
          <div class="field"><label for="nom">Nom de l'application</label><input id="nom" name="nom" value={query.get("nom") ?? ""} /></div>
          <p class="buttons"><button>Rechercher</button></p>
        </form>
      )}
      <Table caption={`Vos applications (${found.length})`} heads={["Nom", "Environnement", "Actif", "Status", "API souscrites"]}>
        {found.slice(from, to).map(({ environment, name, application: { active, apis } }) => (
          <tr>
            <td><a href={pathOf(environment, name)}>{name}</a></td>
            <td>{LINE[environment]}</td><td>{active === false ? "Non" : "Oui"}</td><td>Validée</td>
            <td>{apis.length === 0 ? "Aucune API souscrite" : apis.length}</td>
          </tr>
        ))}
      </Table>
      {pages > 1 && <p>Page {page} sur {pages}. {page < pages && <a href={`/piste/applications?nom=${encodeURIComponent(searched)}&page=${page + 1}`}>Page suivante</a>}</p>}
    </>
  ));
}

/** « Consultation de l'application », with its tabs. */
export function application({ account, environment, name, application: { active, description, apis, responsable, structure, telephone, email, compte } }: ApplicationVisit): Page {
  return pistePage(`Consultation de l'application : ${name}`, (
    <>
      <p class="buttons">
        <a class="button" href={pathOf(environment, name, "modifier")}>Modifier l'application</a>
        <a class="button quiet" href={pathOf(environment, name, "authentification")}>Authentification</a>
        <a class="button quiet" href={pathOf(environment, name, "quotas")}>Consulter les quotas</a>
      </p>
      <h2>Général</h2>
      <Facts facts={[
        ["Nom", name], ["Description", description ?? ""], ["Organisation", account.organisation ?? UNIVERSELLE], ["Téléphone", telephone ?? ""], ["Email", email ?? compte],
        ["Responsable d'application", responsable ?? ""], ["Information sur la structure", structure ?? ""],
      ]} />
      <h2>Usage</h2>
      <Facts facts={[
        ["Actif", active === false ? "Non" : "Oui"], ["Status", "Validée"], ["Créé par", environment === "qualification" ? "appjoomla" : compte],
        ["Environnement", LINE[environment]],
      ]} />
      <h2>API</h2>
      {apis.length === 0 ? <p>Aucune API souscrite</p> : <ul>{apis.map((api) => <li>{titleOf(api)}</li>)}</ul>}
    </>
  ));
}
