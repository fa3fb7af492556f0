import type { Answer } from "../../answer.ts";
import { answerApi } from "../../gateway.ts";
import type { HttpRequest } from "../../http-request.ts";
import { isJsonObject, parseJson } from "../../json.ts";
import { own } from "../../own.ts";
import { quota } from "../../quota.ts";
import type { Environment, Scenario, ScenarioAccount, ScenarioApplication } from "../../scenario.ts";
import { scenarioStore } from "../../scenario-store.ts";
import { answerToken } from "../../token-endpoint.ts";
import { tokenStore } from "../../token-store.ts";
import type { World } from "../../world.ts";
import type { Moment } from "./answer-changes.ts";
import type { Probe } from "./probes.ts";

/** How the platform answers a probe at a moment, in a few words: through the gateway itself, in a world that only asks. */
export function answering(environment: Environment, { scenario, now }: Moment, probes: readonly Probe[]): (probe: Probe) => string {
  const store = scenarioStore(asking(scenario, environment, probes));
  const itself = scenarioStore(scenario).world(environment);
  const tokens = tokenStore(() => now, () => 0.5);
  const gateway = { store, tokens, quota: quota(() => now), now: () => now };
  const world = store.world(environment);
  return (probe) => {
    const request = requestOf(probe, world, (clientId) => tokens.issue(environment, clientId));
    const answer = probe.credentials === undefined
      ? answerApi(request, request.segments, world, gateway).answer
      : answerToken(request, itself, tokens).answer;
    return told(answer, probe);
  };
}

function requestOf({ method, path, body, application, credentials, account }: Probe, world: World, tokenOf: (clientId: string) => string): HttpRequest {
  const headers: { readonly [name: string]: string | undefined } = credentials === undefined
    ? {
        authorization: `Bearer ${tokenOf(idOf(application))}`,
        "cpro-account": Buffer.from(loginOf(account, world)).toString("base64"),
        "content-type": "application/json",
      }
    : { "content-type": "application/x-www-form-urlencoded" };
  const sent = credentials === undefined
    ? body
    : new URLSearchParams({ grant_type: "client_credentials", client_id: credentials.clientId, client_secret: credentials.clientSecret }).toString();
  return {
    method, path, segments: path.split("/").slice(1).map(decodeURIComponent), query: new URLSearchParams(),
    body: new TextEncoder().encode(sent), header: (name) => headers[name],
  };
}

/** `login:password`; without an account, of one that cannot exist. */
function loginOf(account: Probe["account"], world: World): string {
  if (account === undefined) return `\0:${PASSWORD}`;
  if ("of" in account) return `${asker(account.of)}:${PASSWORD}`;
  return `${account.login}:${account.motDePasse ?? world.account(account.login)?.motDePasse ?? ""}`;
}

/** The world, with what it takes to ask: a known secret for each application, an account of each structure that is asked about, one that may do everything. */
function asking(scenario: Scenario, environment: Environment, probes: readonly Probe[]): Scenario {
  const { applications = {}, comptesTechniques = {}, ...rest } = scenario.environments[environment] ?? {};
  const asked = new Map<string, ScenarioApplication>(Object.entries(applications));
  const accounts = new Map<string, ScenarioAccount>(Object.entries(comptesTechniques));
  asked.set(ANYTHING, { compte: "x", clientId: idOf(undefined), clientSecret: PASSWORD, consentements: ALL_APIS, apis: ALL_APIS });
  for (const { application, account } of probes) {
    const known = application === undefined ? undefined : own(applications, application);
    if (known !== undefined && application !== undefined) asked.set(application, { ...known, clientId: idOf(application), clientSecret: PASSWORD });
    if (account !== undefined && "of" in account) {
      accounts.set(asker(account.of), { motDePasse: PASSWORD, structure: account.of, rattachements: [], motDePasseChangeLe: FAR });
    }
  }
  return { ...scenario, environments: { ...scenario.environments, [environment]: { ...rest, applications: Object.fromEntries(asked), comptesTechniques: Object.fromEntries(accounts) } } };
}

function told({ status, headers = {}, body = "" }: Answer, probe: Probe): string {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const value = parseJson(bytes)?.value;
  if (status === 403) return bytes.length > 2 ? "403 (la requête renvoyée)" : "403 (vide)";
  if (status === 401) return headers["www-authenticate"]?.includes("PISTE") === true || probe.path.includes("organisations") ? "401 (compte technique refusé)" : "401 (jeton refusé)";
  if (isJsonObject(value) && typeof value["error"] === "string") return `${status} ${value["error"]}`;
  const list = Array.isArray(value) ? value : isJsonObject(value) ? Object.values(value).find(Array.isArray) : undefined;
  if (list !== undefined) return `${status}, ${list.length} ${list.length === 1 ? "ligne" : "lignes"}`;
  return isJsonObject(value) && EDI.some((name) => typeof value[name] === "boolean")
    ? `${status}, ${EDI.map((name) => `${name} ${value[name] === true ? "true" : "false"}`).join(", ")}`
    : String(status);
}

const EDI = ["recevoirCyclesViesEdi", "emetteurFluxEdi"];
const ALL_APIS = ["factures", "structures", "transverses", "utilisateurs", "engagements", "factures-travaux", "organisations", "assistance"] as const;
const ANYTHING = "\0";
const PASSWORD = "x";
const FAR = "9000-01-01";
/** Without a colon, where login and password part. */
const asker = (identifiant: string): string => `\0${encodeURIComponent(identifiant)}`;
const idOf = (application: string | undefined): string => `\0${application ?? ""}`;
