import { Client } from "../client.ts";
import type { Reply } from "../client.ts";
import type { Environment, Scenario } from "../../../src/simulator/scenario.ts";
import type { PanelChange } from "./visitor.ts";
import { openPortals } from "./visitor.ts";
import { APP_BOB } from "./world.ts";

export interface AtMoment {
  readonly scenario: Scenario;
  readonly now: number;
}

/** What the API itself answers to the requests of a panel, asked over HTTP of a simulator at that moment, in the panel's words. */
export async function answersAt({ scenario, now }: AtMoment, other: AtMoment, changes: readonly PanelChange[]): Promise<readonly string[]> {
  const simulator = await openPortals(scenario, { now: () => now });
  const client = new Client(simulator);
  try {
    const told: string[] = [];
    for (const change of changes) told.push(inWords(await ask(client, change, [scenario, other.scenario]), change.request));
    return told;
  } finally {
    await simulator.close();
  }
}

async function ask(client: Client, { request, as }: PanelChange, scenarios: readonly Scenario[]): Promise<Reply> {
  const [method = "", path = ""] = request.split(" ");
  const environment = path.split("/")[1] as Environment;
  const [content = {}, otherContent = {}] = scenarios.map((one) => one.environments[environment]);
  const applications = { ...otherContent.applications, ...content.applications };
  const name = Object.keys(applications).find((one) => as.startsWith(`${one}, `)) ?? APP_BOB;
  const { clientId = "", clientSecret = "" } = content.applications?.[name] ?? {};
  if (path.endsWith("/token")) {
    // The old pair is that of the world that does not hold it any more, or not yet: both are tried by what the panel says.
    const pairs = scenarios.map((one) => one.environments[environment]?.applications?.[name]).filter((one) => one?.clientSecret !== undefined);
    const pair = as.includes("ancien") ? pairs.find((one) => one?.clientSecret?.includes("d-alice")) : pairs.find((one) => pairs.length === 1 || !(one?.clientSecret ?? "").includes("d-alice")) ?? pairs[0];
    return client.askToken(environment, { grant_type: "client_credentials", client_id: pair?.clientId ?? "", client_secret: pair?.clientSecret ?? "" });
  }
  const token = (await client.askToken(environment, { grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret })).body.access_token as string;
  return client.call(path.split("/cpro/")[1] ?? "", {
    environment, method, token, account: accountOf(as, content.comptesTechniques ?? {}, otherContent.comptesTechniques ?? {}),
    ...(method === "POST" ? { body: path.endsWith("structures/v1/rechercher") && as.startsWith("la structure ") ? { structure: { identifiantStructure: as.slice("la structure ".length) } } : BODY } : {}),
  });
}

/** Told from any other when it comes back. */
const BODY = '{"x":1}';

type Accounts = NonNullable<NonNullable<Scenario["environments"]["qualification"]>["comptesTechniques"]>;

function accountOf(as: string, accounts: Accounts, others: Accounts): string {
  const login = Object.keys({ ...others, ...accounts }).find((one) => as === one || as.endsWith(`, ${one}`) || as.startsWith(`${one}, `));
  if (login !== undefined) {
    const passwords = [accounts[login]?.motDePasse, others[login]?.motDePasse];
    if (as.includes("ancien")) return `${login}:${passwords.find((one) => one?.startsWith("technique")) ?? ""}`;
    if (as.includes("son mot de passe")) return `${login}:${passwords.find((one) => one?.startsWith("technique") === false) ?? passwords[0] ?? ""}`;
    return `${login}:${passwords[0] ?? ""}`;
  }
  const [of, { motDePasse } = { motDePasse: "" }] = Object.entries(accounts).find(([, { structure }]) => as.endsWith(structure)) ?? ["personne"];
  return `${of}:${motDePasse}`;
}

function inWords({ status, text, body, headers }: Reply, request: string): string {
  if (status === 403) return text === BODY ? "403 (la requête renvoyée)" : `403 (${text === "" ? "vide" : text})`;
  if (status === 401) return headers.get("www-authenticate")?.includes("PISTE") === true || request.includes("organisations") ? "401 (compte technique refusé)" : "401 (jeton refusé)";
  if (typeof body?.error === "string") return `${status} ${body.error as string}`;
  const list = [body, ...Object.values((body ?? {}) as object)].find(Array.isArray) as readonly unknown[] | undefined;
  if (list !== undefined) return `${status}, ${list.length} ${list.length === 1 ? "ligne" : "lignes"}`;
  return typeof body?.recevoirCyclesViesEdi === "boolean" ? `${status}, recevoirCyclesViesEdi ${String(body.recevoirCyclesViesEdi)}, emetteurFluxEdi ${String(body.emetteurFluxEdi)}` : String(status);
}
