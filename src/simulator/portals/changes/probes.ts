import { API_PREFIXES } from "../../apis.ts";
import { own } from "../../own.ts";
import type { ApiId, ByName, Environment, OauthCredentials, ScenarioAccount, ScenarioEnvironment } from "../../scenario.ts";
import { structureKeys } from "../../structure-keys.ts";
import { authenticate } from "../../technical-account.ts";
import type { Moment } from "./answer-changes.ts";

/** A request that may be answered otherwise than before, and who asks it. */
export interface Probe {
  readonly method: "GET" | "POST";
  /** Below the environment. */
  readonly path: string;
  readonly body: string;
  readonly as: string;
  /** Through this one, or one that may do everything. */
  readonly application?: string;
  /** For a token: the pair that is tried. */
  readonly credentials?: OauthCredentials;
  /** With this one; with one of that structure's; or with a login that cannot exist. */
  readonly account?: KnownAccount | { readonly of: string };
}

/** With the password that it has at the moment, where none is said. */
export interface KnownAccount {
  readonly login: string;
  readonly motDePasse?: string;
}

/** Every request that can tell of something that is not as it was. */
export function probesOf(environment: Environment, before: Moment, after: Moment): readonly Probe[] {
  const [was, is] = [before, after].map(({ scenario }) => scenario.environments[environment] ?? {}) as [ScenarioEnvironment, ScenarioEnvironment];
  const accounts = new Set([...changed(was.comptesTechniques, is.comptesTechniques), ...aged(is.comptesTechniques, before.now, after.now)]);
  return [
    ...changed(was.applications, is.applications).flatMap((name) => [...tokenProbes(name, was, is), ...apiProbes(name, was, is)]),
    ...changed(was.structures, is.structures).flatMap((identifiant) => structureProbes(environment, identifiant, is)),
    ...[...accounts].slice(0, MOST).flatMap((login) => accountProbes(login, was, is)),
    ...changed(was.raccordements, is.raccordements).flatMap((key) => raccordementProbes(key, was, is)),
  ];
}

/** The accounts that time alone let in or shut out, however many there are. */
function aged(accounts: ByName<ScenarioAccount> = {}, was: number, is: number): readonly string[] {
  if (was === is) return [];
  return Object.entries(accounts).filter(([login, account]) => {
    const [before, after] = [was, is].map((now) => authenticate({ login, password: account.motDePasse }, { account: () => account }, now));
    return before !== after;
  }).map(([login]) => login);
}

function tokenProbes(name: string, was: ScenarioEnvironment, is: ScenarioEnvironment): readonly Probe[] {
  const pairs = [was, is].flatMap((environment) => {
    const { clientId, clientSecret } = own(environment.applications, name) ?? {};
    return clientId === undefined || clientSecret === undefined ? [] : [{ clientId, clientSecret }];
  });
  const [old, current] = pairs;
  const isSame = old?.clientId === current?.clientId && old?.clientSecret === current?.clientSecret;
  return (isSame ? pairs.slice(1) : pairs).map((credentials, index) => ({
    method: "POST",
    path: "/api/oauth/token",
    body: "",
    as: `${name}, ${pairs.length === 2 && !isSame && index === 0 ? "avec l'ancien client secret" : "avec son client id et son client secret"}`,
    credentials,
  }));
}

/** An application that never had an API answers nothing: that it is there is told by its token. */
function apiProbes(application: string, was: ScenarioEnvironment, is: ScenarioEnvironment): readonly Probe[] {
  const selected = [was, is].flatMap(({ applications }) => own(applications, application)?.apis ?? []);
  return (Object.keys(ROUTES) as ApiId[]).filter((api) => selected.includes(api)).map((api) => {
    const { method, path } = ROUTES[api] as Route;
    return { method, path: `/cpro/${API_PREFIXES[api]}/v1/${path}`, body: "{}", as: `${application}, sans compte technique valable`, application };
  });
}

function structureProbes(environment: Environment, identifiant: string, { comptesTechniques = {} }: ScenarioEnvironment): readonly Probe[] {
  const of = { of: identifiant };
  // The Référentiel des organisations knows no identifier of another type than a SIRET, but every uuid.
  const reference = /^\d{14}$/.test(identifiant) ? identifiant : structureKeys(environment)(identifiant).uuid;
  const reaching = reachOf(comptesTechniques, identifiant);
  return [
    { method: "POST", path: "/cpro/structures/v1/rechercher", body: search(identifiant), as: `la structure ${identifiant}`, account: of },
    { method: "GET", path: `/cpro/organisations/v1/structures/${reference}/services`, body: "", as: `les services de ${identifiant}`, account: of },
    { method: "GET", path: `/cpro/organisations/v1/structures/${reference}`, body: "", as: `les paramètres de ${identifiant}`, account: of },
    ...reaching.flatMap((login) => espaceProbes(login)),
  ];
}

const accountProbes = (login: string, was: ScenarioEnvironment, is: ScenarioEnvironment): readonly Probe[] => [
  ...passwordsOf(login, was, is).map(({ motDePasse, as }) => ({
    method: "GET" as const, path: "/cpro/transverses/v1/health-check", body: "", as, account: { login, motDePasse },
  })),
  { method: "POST", path: "/cpro/utilisateurs/v1/monCompte/recuperer/rattachements", body: "{}", as: login, account: { login } },
  ...espaceProbes(login),
];

function passwordsOf(login: string, was: ScenarioEnvironment, is: ScenarioEnvironment): readonly { readonly motDePasse: string; readonly as: string }[] {
  const [old, current] = [was, is].map(({ comptesTechniques }) => own(comptesTechniques, login)?.motDePasse);
  return [
    ...(old === undefined || old === current ? [] : [{ motDePasse: old, as: `${login}, avec l'ancien mot de passe` }]),
    ...(current === undefined ? [] : [{ motDePasse: current, as: `${login}, avec son mot de passe` }]),
  ];
}

const espaceProbes = (login: string): readonly Probe[] =>
  ["fournisseur", "destinataire", "facturetravaux"].map((role) => ({
    method: "POST", path: `/cpro/transverses/v1/recuperer/structures/actives/${role}`, body: "{}", as: login, account: { login },
  }));

/** Through the application, with an account of the structure: whether it is refused for want of a raccordement. */
function raccordementProbes(key: string, was: ScenarioEnvironment, is: ScenarioEnvironment): readonly Probe[] {
  const { application, structure } = own(is.raccordements, key) ?? own(was.raccordements, key) ?? { application: "", structure: "" };
  const login = reachOf(is.comptesTechniques ?? {}, structure)[0];
  const account = login === undefined ? { of: structure } : { login };
  const as = `${application}, ${login ?? `un compte technique de ${structure}`}`;
  return (["structures", "factures"] as const).map((api) => {
    const { method, path } = ROUTES[api] as Route;
    return { method, path: `/cpro/${API_PREFIXES[api]}/v1/${path}`, body: TOLD_APART, as, application, account };
  });
}

const reachOf = (accounts: Required<ScenarioEnvironment>["comptesTechniques"], identifiant: string): readonly string[] =>
  Object.entries(accounts).filter(([, { structure, rattachements }]) => structure === identifiant || rattachements.includes(identifiant)).map(([login]) => login).slice(0, MOST);

/** What is new, gone or replaced: what is the same is the same object. */
function changed<T>(was: ByName<T> = {}, is: ByName<T> = {}): readonly string[] {
  if (was === is) return [];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((name) => own(was, name) !== own(is, name)).slice(0, MOST);
}

const search = (identifiantStructure: string): string => JSON.stringify({ structure: { identifiantStructure } });

/** Sent back where the raccordement is missing: no other refusal looks like it. */
const TOLD_APART = "{ }";

interface Route { readonly method: "GET" | "POST"; readonly path: string }

/** One that only reads, of each API that has any. */
const ROUTES: { readonly [A in ApiId]?: Route } = {
  factures: { method: "POST", path: "rechercher/fournisseur" },
  structures: { method: "POST", path: "rechercher" },
  transverses: { method: "GET", path: "health-check" },
  utilisateurs: { method: "POST", path: "monCompte/recuperer/rattachements" },
  engagements: { method: "POST", path: "rechercher" },
  organisations: { method: "GET", path: "healthcheck" },
};

const MOST = 20;
