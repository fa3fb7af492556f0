import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { parse } from "yaml";
import type { Environment, EspaceId, Scenario } from "../../../src/simulator/scenario.ts";
import { ROOT } from "../../cli/support.ts";
import { Client, started } from "../client.ts";
import { Browser } from "./browser.ts";
import type { Page, Typed } from "./browser.ts";
import { all, textOf } from "./html.ts";

/** The world of `examples/simulation/portals.yaml`, and what somebody does in it by clicks alone. */
export interface Practice {
  readonly client: Client;
  readonly browser: Browser;
  readonly scenario: () => Scenario;
  /** Another browser in the same world. */
  readonly another: () => Browser;
}

export async function practice(): Promise<Practice> {
  const scenario = parse(await readFile(join(ROOT, "examples/simulation/portals.yaml"), "utf8")) as Scenario;
  const client = await started(scenario);
  const another = (): Browser => new Browser(client.simulator.url);
  return { client, browser: another(), another, scenario: () => client.simulator.scenario() };
}

export const EMAIL = "facturation@exemple.fr";
export const SANDBOX = `APP_SANDBOX_${EMAIL}`;
export const APPLICATION = "EXEMPLE-FOURNISSEUR-FACTURATION";
/** The structure of production, and its gestionnaire. */
export const FOURNISSEUR = "83639996000019";
export const GESTIONNAIRE = "gestionnaire@exemple-fournisseur.fr";
const PASSWORD = "Une-phrase-2026";

export const REGISTRATION: Typed = {
  nom: "Dominique Martin", email: EMAIL, motDePasse: PASSWORD, confirmation: PASSWORD, organisation: "Universelle", cgu: "oui",
};

export async function register({ browser }: Practice, typed: Typed = {}): Promise<Page> {
  await browser.open("/piste/inscription");
  return browser.press("S'inscrire", { ...REGISTRATION, ...typed });
}

/** Follows the newest link that was sent. */
export async function followActivation({ browser }: Practice): Promise<Page> {
  const { main } = await browser.open("/simulation/courriels");
  const link = all(main, "a").find((one) => textOf(one) === "Activer mon compte");
  return browser.open(link?.attributes["href"] ?? "");
}

export async function signInToPiste({ browser }: Practice, motDePasse = PASSWORD): Promise<Page> {
  await browser.open("/piste/connexion");
  return browser.press("Se connecter", { email: EMAIL, motDePasse });
}

/** An account on PISTE, activated and signed in. */
export async function onPiste(world: Practice, typed: Typed = {}): Promise<void> {
  await register(world, typed);
  await followActivation(world);
  await world.browser.press("Activer mon compte");
  expect((await signInToPiste(world)).title).toBe("Applications");
}

export const NEW_APPLICATION: Typed = { nom: APPLICATION, email: "responsable@exemple.fr", responsable: "Dominique Martin", structure: FOURNISSEUR };

export async function createApplication({ browser }: Practice, typed: Typed = {}): Promise<Page> {
  await browser.open("/piste/applications/nouvelle");
  return browser.press("Sauvegarder l'application", { ...NEW_APPLICATION, ...typed });
}

export const pathOf = (environment: Environment, page = ""): string =>
  `/piste/applications/${environment}/${encodeURIComponent(environment === "qualification" ? SANDBOX : APPLICATION)}${page}`;

/** Accepts, selects and saves two APIs, and has credentials made. */
export async function subscribe({ browser }: Practice, environment: Environment): Promise<void> {
  const apis = ["structures", "transverses"];
  await browser.open(pathOf(environment, "/modifier"));
  await browser.press("Valider mes choix CGU", { cgu: apis });
  await browser.press("Sauvegarder l'application", { apis });
  await browser.open(pathOf(environment, "/authentification"));
  await browser.press("Générer");
}

/** Makes a matelas, and gives the values of its first structure by their labels. */
export async function matelas({ browser }: Practice): Promise<Readonly<Record<string, string>>> {
  await browser.open("/chorus-pro/qualification/matelas");
  await browser.press("Créer");
  const lines = (await browser.download("/chorus-pro/qualification/matelas.csv")).split("\r\n").map((line) => line.split(";"));
  const [, first] = lines;
  return Object.fromEntries(lines.filter(([entite]) => entite === first?.[0]).map(([, libelle = "", ...valeur]) => [libelle, valeur.join(";")]));
}

export async function enter({ browser }: Practice, environment: Environment, login: string, motDePasse: string): Promise<Page> {
  await browser.open(`/chorus-pro/${environment}/connexion`);
  await browser.press("Se connecter", { login, motDePasse });
  if (environment === "qualification") return browser.page;
  const code = /six chiffres : (\d{6})/.exec((await browser.open("/simulation/courriels")).text)?.[1] ?? "";
  await browser.open("/chorus-pro/production/code");
  return browser.press("Valider", { code });
}

/** Somebody who signs in, and the structure that is his. */
export interface Entered {
  readonly environment: Environment;
  readonly structure: string;
  readonly login: string;
  readonly motDePasse: string;
}

/** In qualification as the gestionnaire of a matelas; in production as the one that the world has. */
export async function gestionnaire(world: Practice, environment: Environment): Promise<Entered> {
  const made = environment === "qualification" ? await matelas(world) : undefined;
  const person = made === undefined
    ? { environment, structure: FOURNISSEUR, login: GESTIONNAIRE, motDePasse: "Exemple-2026" }
    : { environment, structure: made["SIRET Structure"] ?? "", login: made["Login compte GP"] ?? "", motDePasse: made["Mot de passe Compte GP"] ?? "" };
  expect((await enter(world, environment, person.login, person.motDePasse)).title).toBe("Accueil connecté");
  return person;
}

/** Opens espaces on the structure, with a subscription of one's own to each, and comes back. */
export async function openEspaces(world: Practice, person: Entered, right: string, ...espaces: readonly EspaceId[]): Promise<void> {
  await world.browser.open(`/chorus-pro/${person.environment}/structures/${person.structure}/parametres`);
  await world.browser.press("Valider", { espaces, ...Object.fromEntries(espaces.map((espace) => [`abonnement-${espace}`, right])) });
  await reenter(world, person);
}

export async function reenter(world: Practice, { environment, login, motDePasse }: Entered): Promise<void> {
  await world.browser.open(`/chorus-pro/${environment}`);
  await world.browser.press("Se déconnecter");
  await enter(world, environment, login, motDePasse);
}

export const declarationOf = ({ environment, structure }: Entered): Readonly<Record<string, string>> => ({
  structure,
  application: environment === "qualification" ? SANDBOX : APPLICATION,
  usage: "Utilisateur d'une application interne",
  nom: "Camille Durand",
  telephone: "0123456789",
  email: "technique@exemple.fr",
});

export async function declare({ browser }: Practice, person: Entered, typed: Typed = {}): Promise<Page> {
  await browser.open(`/chorus-pro/${person.environment}/raccordements/declarer`);
  return browser.press("Valider", { ...declarationOf(person), ...typed });
}

export async function requestAccount({ browser }: Practice, { environment, structure }: Entered, type = "creation"): Promise<Page> {
  await browser.open(`/chorus-pro/${environment}/comptes-techniques`);
  return browser.press("Soumettre", { type, structure });
}

/** The value that a list of facts shows. */
export function factOf({ main }: Page, name: string): string | undefined {
  const index = all(main, "dt", "dd").findIndex((one) => one.tag === "dt" && textOf(one) === name);
  const value = index === -1 ? undefined : all(main, "dt", "dd")[index + 1];
  return value === undefined ? undefined : textOf(value);
}

/** A structure of the world that may declare, with its application and espace in place. */
export async function readyToDeclare(world: Practice, environment: Environment): Promise<Entered> {
  await onPiste(world);
  if (environment === "production") await createApplication(world);
  await subscribe(world, environment);
  const person = await gestionnaire(world, environment);
  await openEspaces(world, person, "MODIFICATION", "raccordements");
  return person;
}
