import { own } from "../../own.ts";
import { ENVIRONMENTS } from "../../scenario.ts";
import type { Scenario, ScenarioPisteAccount } from "../../scenario.ts";
import { redirect } from "../portals.ts";
import type { Page, Redirect, Shown, Visit } from "../portals.ts";

export interface PisteVisit extends Visit {
  /** Who is signed in. */
  readonly email: string;
  readonly account: ScenarioPisteAccount;
}

/** A screen for whoever is signed in; others are led to the sign-in. */
export const signedIn = (answer: (visit: PisteVisit) => Shown) => (visit: Visit): Shown => {
  const email = visit.session.piste;
  const account = email === undefined ? undefined : pisteAccount(visit.portals.store.scenario(), email);
  return email === undefined || account === undefined ? toSignIn() : answer({ ...visit, email, account });
};

const toSignIn = (): Redirect => redirect("/piste/connexion", "Connectez-vous d'abord à PISTE.");

/** The account of an address: as the world describes it, or as one of its applications implies it. */
export function pisteAccount(scenario: Scenario, email: string): ScenarioPisteAccount | undefined {
  const described = own(scenario.comptesPiste, email);
  if (described !== undefined) return described;
  const isImplied = ENVIRONMENTS.some((environment) => Object.values(scenario.environments[environment]?.applications ?? {}).some(({ compte }) => compte === email));
  return isImplied ? {} : undefined;
}

/** The addresses that can sign in, the described ones first. */
export function pisteAccounts(scenario: Scenario): readonly string[] {
  const implied = ENVIRONMENTS.flatMap((environment) => Object.values(scenario.environments[environment]?.applications ?? {}).map(({ compte }) => compte));
  return [...new Set([...Object.keys(scenario.comptesPiste ?? {}), ...implied])];
}

export const pistePage = (title: string, body: Page["body"], status?: number): Page =>
  ({ kind: "page", portal: "piste", title, body, ...(status === undefined ? {} : { status }) });
