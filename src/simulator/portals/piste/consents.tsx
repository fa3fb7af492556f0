import { ENVIRONMENTS } from "../../scenario.ts";
import type { ApiId, Environment } from "../../scenario.ts";
import { changeEnvironment, putPisteAccount } from "../change-scenario.ts";
import { Buttons, Checkbox, Form, Table } from "../elements.tsx";
import { redirect } from "../portals.ts";
import type { ClosedStep, Page, Portals, Redirect } from "../portals.ts";
import { pistePage } from "./account.tsx";
import type { PisteVisit } from "./account.tsx";
import { apisOf, knownApis, LINE, titleOf } from "./apis.ts";

/** « Consentement CGU API »: each API twice, once for the sandbox and once for production. */
export function consents(visit: PisteVisit): Page {
  const given = consentsOf(visit);
  return pistePage("Consentement CGU API", (
    <Form visit={visit} action="/piste/consentement-cgu-api">
      {apisOf(visit.account).length === 0 && <p>Votre organisation n'a pas les API de CHORUS PRO : pour y accéder, elle doit être Universelle.</p>}
      <p>Sans ce consentement, la case de l'API reste grisée dans « Modifier l'application ».</p>
      <Table caption="API dont les CGU sont à accepter" heads={["J'accepte", "API", "Environnement", "CGU"]}>
        {apisOf(visit.account).flatMap(({ id, title, cgu }) => ENVIRONMENTS.map((environment) => (
          <tr>
            <td><Checkbox id={`${id}-${environment}`} name={environment} value={id} label={`${title} (${LINE[environment]})`} hiddenLabel checked={given[environment].includes(id)} /></td>
            <td>{title}</td><td>{LINE[environment]}</td><td>{cgu}</td>
          </tr>
        )))}
      </Table>
      <Buttons><button>Valider mes choix CGU</button></Buttons>
    </Form>
  ));
}

export function consent(visit: PisteVisit): Redirect {
  const before = consentsOf(visit);
  for (const environment of ENVIRONMENTS) giveConsent(visit, environment, knownApis(visit.form.all(environment)));
  const after = consentsOf(visit);
  const closes = ENVIRONMENTS.flatMap((environment) => newly(before[environment], after[environment], environment));
  return redirect("/piste/consentement-cgu-api", "Vos choix CGU sont validés.", closes);
}

/** An API whose terms are no longer accepted is no longer selected either. */
export function giveConsent({ portals, email, account }: Pick<PisteVisit, "portals" | "email" | "account">, environment: Environment, accepted: readonly ApiId[]): void {
  const apis = accepted.filter((api) => apisOf(account).some(({ id }) => id === api));
  const current = portals.store.scenario().comptesPiste?.[email] ?? account;
  putPisteAccount(portals, email, { ...current, consentements: { ...consentsGiven(portals, email), [environment]: apis } });
  changeEnvironment(portals, environment, (content) => ({
    ...content,
    applications: Object.fromEntries(Object.entries(content.applications ?? {}).map(([name, application]) =>
      [name, application.compte === email ? { ...application, consentements: apis, apis: application.apis.filter((api) => apis.includes(api)) } : application])),
  }));
}

export const newly = (before: readonly ApiId[], after: readonly ApiId[], environment: Environment): readonly ClosedStep[] =>
  after.filter((api) => !before.includes(api)).map((api) => ({ action: "consent-cgu", environment, about: `${titleOf(api)} (${LINE[environment]})` }));

export const consentsOf = ({ portals, email }: Pick<PisteVisit, "portals" | "email">): Readonly<Record<Environment, readonly ApiId[]>> => consentsGiven(portals, email);

/** What the account says; where it says nothing, what its applications were given. */
function consentsGiven({ store }: Portals, email: string): Readonly<Record<Environment, readonly ApiId[]>> {
  const { comptesPiste, environments } = store.scenario();
  const [qualification, production] = ENVIRONMENTS.map((environment) => comptesPiste?.[email]?.consentements?.[environment]
    ?? knownApis(Object.values(environments[environment]?.applications ?? {}).filter(({ compte }) => compte === email).flatMap(({ consentements }) => consentements)));
  return { qualification: qualification ?? [], production: production ?? [] };
}
