import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import type { PlanDocument } from "../../src/plan/plan-document.ts";
import type { Environment, Scenario, ScenarioEnvironment } from "../../src/simulator/scenario.ts";
import { chorus, practise, type Practice } from "../cli/support.ts";
import { launchBrowser } from "./browser.ts";
import { openPortals, type Portals } from "./portals.ts";

// From nothing to a verified production in both environments, by hand in the portals: every step that Chorus prints is done
// with what is on the screens, and Chorus then says that nothing is left. The tutorial's test is the same for `direct`.

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser?.close());

const EMAIL = "camille@exemple.fr";
const TITLES = ["Factures", "Structures", "Transverses", "Utilisateurs"].map((name) => `AIFE - Chorus Pro - ${name}`);
const SANDBOX = `APP_SANDBOX_${EMAIL}`;
const OWN = { siret: "83639996000019", login: "gestionnaire@exemple.fr", password: "Exemple-2026" };
const CLIENTS = [{ code: "C1", siret: "73282932000074", login: "gestionnaire@client-un.fr", password: "Client-un-2026" }];
const ESPACES = ["Raccordements EDI et API", "Factures émises"];
const INTERNAL = "Utilisateur d'une application interne";
const EDITOR = { usage: "Utilisateur d'une solution d'un éditeur ou opérateur", editor: "EXEMPLE GESTION" };

const worldOf = (people: readonly (typeof OWN)[]): Scenario => {
  const production: ScenarioEnvironment = {
    structures: Object.fromEntries(people.map(({ siret }) => [siret, { designation: `EXEMPLE ${siret}` }])),
    gestionnaires: Object.fromEntries(people.map(({ siret, login, password }) => [login, { motDePasse: password, structures: [siret], abonnements: {} }])),
  };
  return { version: 1, settings: { missingRaccordement: "structures" }, environments: { qualification: {}, production } };
};

/** A configuration, the secrets it names, and what Chorus says of both. */
interface Work {
  readonly cwd: string;
  readonly practice: Practice;
  readonly portals: Portals;
  readonly secrets: Record<string, string>;
  readonly plan: (...args: readonly string[]) => Promise<PlanDocument>;
  readonly run: (...args: readonly string[]) => Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>;
}

const begin = async (world: Scenario): Promise<Work> => {
  const cwd = await mkdtemp(join(tmpdir(), "chorus-journey-"));
  onTestFinished(() => rm(cwd, { recursive: true, force: true }));
  const practice = await practise(world);
  const secrets: Record<string, string> = {};
  const run = async (...args: readonly string[]) => {
    await writeFile(join(cwd, "secrets.json"), JSON.stringify(secrets), { mode: 0o600 });
    return chorus(args, { cwd, variables: practice.variables, secrets: Object.values(secrets).filter((value) => value.length > 0) });
  };
  return {
    cwd, practice, secrets, run,
    portals: await openPortals(browser, practice.simulator.url),
    plan: async (...args) => {
      const { stdout, stderr } = await run("plan", "--format", "json", ...args);
      expect(stderr).not.toContain("CHR-");
      return JSON.parse(stdout) as PlanDocument;
    },
  };
};

const head = (topology: string, more: readonly string[]): string => [
  "version: 1", "language: fr", `topology: ${topology}`, `piste: ${EMAIL}`, "apis: [factures, structures, transverses, utilisateurs]", "espaces: [factures-emises]",
  'contact: { nom: Camille Durand, email: api@exemple.fr, telephone: "0472000001" }',
  "secrets: { clientId: { file: secrets.json, key: \"{environment}/{name}/id\" }, clientSecret: { file: secrets.json, key: \"{environment}/{name}/secret\" }, password: { file: secrets.json, key: \"{login}\" } }",
  ...more,
].map((line) => `${line}\n`).join("");

const account = async ({ portals, secrets }: Work, environment: Environment, { siret, login, password }: typeof OWN, work: () => Promise<void>): Promise<void> => {
  await portals.signIn(environment, login, password);
  await portals.openEspaces(siret, ESPACES);
  await portals.signOut();
  await portals.signIn(environment, login, password);
  await work();
  const made = await portals.createAccount(siret);
  secrets[made.login] = made.password;
  await portals.wait30Minutes();
  await portals.signOut();
};

const application = async ({ portals, secrets }: Work, environment: Environment, name: string, key: string): Promise<void> => {
  await portals.select(name, TITLES);
  const { id, secret } = await portals.credentials(name);
  secrets[`${environment}/${key}/id`] = id;
  secrets[`${environment}/${key}/secret`] = secret;
};

/** PISTE for both environments, then a matelas and all of qualification. */
const qualify = async (work: Work, key: string, usage: { readonly usage: string; readonly editor?: string }, isConcentrateur = false): Promise<string> => {
  const { portals } = work;
  await portals.register(EMAIL);
  expect((await portals.lastClick()).closes).toEqual([`register-piste : ${EMAIL}`, `create-sandbox-application (qualification) : ${SANDBOX}`]);
  await portals.consent("qualification", TITLES);
  await portals.consent("production", TITLES);
  await application(work, "qualification", SANDBOX, key);
  const { siret, login, password } = await portals.matelas();
  await account(work, "qualification", { siret, login, password }, () => portals.declare({ siret, application: SANDBOX, isConcentrateur, ...usage }));
  return siret;
};

/** What no API tells is attested, after it was seen; then nothing may be left. */
const finish = async ({ plan, run }: Work): Promise<void> => {
  const applied = await run("apply", "--non-interactive");
  expect(applied).toMatchObject({ code: 0 });
  const left = await plan("--offline");
  expect([...new Set(left.steps.map(({ action }) => action))].toSorted()).toEqual(["declare-raccordement", "open-espace"]);
  const attested = left.steps.flatMap(({ items }) => items.map(({ address }) => address));
  expect((await run("attest", ...attested, "--by", "Camille Durand", "--seen", "vu dans le portail")).code).toBe(0);
  expect((await run("plan", "--detailed-exitcode")).code).toBe(0);
  const { resources, steps } = await plan("--offline");
  expect([steps, resources.filter(({ status }) => status !== "in-order")]).toEqual([[], []]);
};

it("editeur: each client has an application, a raccordement and an account", async () => {
  const work = await begin(worldOf(CLIENTS));
  const { cwd, portals } = work;
  const siret = await qualify(work, "principale", EDITOR);
  for (const client of CLIENTS) {
    const name = `EXEMPLE-${client.code}`;
    await portals.createApplication(name, { email: EMAIL, name: "Camille Durand", siret: client.siret });
    await application(work, "production", name, client.code);
    await account(work, "production", client, () => portals.declare({ siret: client.siret, application: name, ...EDITOR }));
  }
  await writeFile(join(cwd, "clients.csv"), `code;siret;nom\n${CLIENTS.map(({ code, siret: own }) => `${code};${own};Client ${code}\n`).join("")}`);
  await writeFile(join(cwd, "chorus.config.yaml"), head("editeur", [
    "solution: { editeur: EXEMPLE, nom: GESTION }",
    `qualification: { pilote: { identifiant: "${siret}", accepte: [CHR-SIRET-KEY] } }`,
    'clients: { from: clients.csv, espaces: [factures-emises], application: "EXEMPLE-{code}", secrets: { clientId: { file: secrets.json, key: "{environment}/{code}/id" }, clientSecret: { file: secrets.json, key: "{environment}/{code}/secret" }, password: { file: secrets.json, key: "{login}" } } }',
  ]));
  await finish(work);
}, 300_000);

it("concentrateur: one application and one raccordement, an account for each client", async () => {
  const work = await begin(worldOf([OWN, ...CLIENTS]));
  const { cwd, portals } = work;
  const siret = await qualify(work, "principale", { usage: INTERNAL }, true);
  await portals.createApplication("EXEMPLE-CONCENTRATEUR", { email: EMAIL, name: "Camille Durand", siret: OWN.siret });
  await application(work, "production", "EXEMPLE-CONCENTRATEUR", "principale");
  await account(work, "production", OWN, () => portals.declare({ siret: OWN.siret, application: "EXEMPLE-CONCENTRATEUR", usage: INTERNAL, isConcentrateur: true }));
  for (const client of CLIENTS) await account(work, "production", client, async () => undefined);
  await writeFile(join(cwd, "clients.csv"), `code;siret;nom\n${CLIENTS.map(({ code, siret: own }) => `${code};${own};Client ${code}\n`).join("")}`);
  await writeFile(join(cwd, "chorus.config.yaml"), head("concentrateur", [
    "application: EXEMPLE-CONCENTRATEUR", `structures: { operateur: ${OWN.siret} }`,
    `qualification: { operateur: { identifiant: "${siret}", accepte: [CHR-SIRET-KEY] } }`,
    'clients: { from: clients.csv, espaces: [factures-emises], secrets: { password: { file: secrets.json, key: "{login}" } } }',
  ]));
  await finish(work);
}, 300_000);
