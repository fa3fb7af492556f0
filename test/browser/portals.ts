import type { Browser, Locator, Page } from "playwright-core";
import { onTestFinished } from "vitest";
import type { Environment } from "../../src/simulator/scenario.ts";

/** What somebody does in the portals, by the words that are on their screens. */
export interface Portals {
  readonly page: Page;
  register(email: string): Promise<void>;
  consent(environment: Environment, titles: readonly string[]): Promise<void>;
  createApplication(name: string, responsible: { readonly email: string; readonly name: string; readonly siret: string }): Promise<void>;
  select(name: string, titles: readonly string[]): Promise<void>;
  credentials(name: string): Promise<{ readonly id: string; readonly secret: string }>;
  /** The supplier of a new matelas. */
  matelas(): Promise<{ readonly siret: string; readonly login: string; readonly password: string }>;
  signIn(environment: Environment, login: string, password: string): Promise<void>;
  openEspaces(siret: string, espaces: readonly string[]): Promise<void>;
  signOut(): Promise<void>;
  declare(declared: Declared): Promise<void>;
  createAccount(siret: string): Promise<{ readonly login: string; readonly password: string }>;
  wait30Minutes(): Promise<void>;
  /** What the panel says that the last click changed, and closes. */
  lastClick(): Promise<{ readonly changes: readonly string[]; readonly closes: readonly string[] }>;
}

export interface Declared {
  readonly siret: string;
  readonly application: string;
  readonly usage: string;
  readonly editor?: string;
  readonly isConcentrateur?: boolean;
}

export const PASSWORD = "Tutoriel-2026!";

/**
 * Opens the portals of a simulator, without a script: none is needed.
 *
 * @param look is called with each form that is filled, before it is sent
 */
export const openPortals = async (browser: Browser, url: string, look: (form: string, page: Page) => Promise<void> = async () => undefined): Promise<Portals> => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "fr-FR", viewport: { width: 1200, height: 900 } });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  /** A click ends before the page that it asks for is there, and the next address would call it off. */
  const leave = async (link: Locator): Promise<void> => {
    const next = page.waitForEvent("domcontentloaded");
    await link.click();
    await next;
  };
  const click = (name: string) => leave(page.getByRole("button", { name, exact: true }));
  const follow = (name: string) => leave(page.getByRole("main").getByRole("link", { name, exact: true }));
  const menu = (name: string) => leave(page.getByRole("navigation").getByRole("link", { name, exact: true }));
  const fill = async (fields: Readonly<Record<string, string>>) => {
    for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).or(page.getByLabel(`${label} *`, { exact: true })).fill(value);
  };
  const secret = (term: string) => page.locator(`dt:text-is("${term}") + dd`).innerText();
  const toApplication = async (name: string) => {
    await page.goto(`${url}/piste/applications`);
    await follow(name);
  };
  return {
    page,
    async register(email) {
      await page.goto(`${url}/piste`);
      await follow("INSCRIPTION");
      await fill({ Nom: "Camille Durand", Email: email, "Mot de passe": PASSWORD, "Confirmer le mot de passe": PASSWORD });
      await page.getByLabel("Nom de l'organisation").selectOption("Universelle");
      await page.getByLabel("J'accepte les termes des CGU").check();
      await look("register", page);
      await click("S'inscrire");
      await page.goto(`${url}/simulation/courriels`);
      await follow("Activer mon compte");
      await click("Activer mon compte");
      await fill({ Email: email, "Mot de passe": PASSWORD });
      await click("Se connecter");
    },
    async consent(environment, titles) {
      await page.goto(`${url}/piste/consentement-cgu-api`);
      for (const title of titles) await page.getByLabel(`${title} (${environment === "qualification" ? "Sandbox" : "Production"})`, { exact: true }).check();
      await click("Valider mes choix CGU");
    },
    async createApplication(name, { email, name: responsible, siret }) {
      await page.goto(`${url}/piste/applications`);
      await follow("Créer une application");
      await fill({ "Nom de l'application": name, Email: email, "Responsable d'application": responsible, "Information sur la structure": siret });
      await click("Sauvegarder l'application");
    },
    async select(name, titles) {
      await toApplication(name);
      await follow("Modifier l'application");
      for (const title of titles) await page.getByLabel(`Sélectionnée : ${title}`, { exact: true }).check();
      await page.getByRole("region", { name: "Sélectionner les API" }).scrollIntoViewIfNeeded();
      await look("select", page);
      await click("Appliquer les modifications");
    },
    async credentials(name) {
      await toApplication(name);
      await follow("Authentification");
      await click("Générer");
      return { id: await secret("Client id"), secret: await secret("Client secret") };
    },
    async matelas() {
      await page.goto(`${url}/chorus-pro/qualification`);
      await follow("Mon matelas de données");
      await click("Créer");
      const value = (label: string) => page.locator(`tr:has(td:text-is("Fournisseur")):has(td:text-is("${label}")) td:nth-child(3)`).innerText();
      return { siret: await value("SIRET Structure"), login: await value("Login compte GP"), password: await value("Mot de passe Compte GP") };
    },
    async signIn(environment, login, password) {
      await page.goto(`${url}/chorus-pro/${environment}/connexion`);
      await fill({ Identifiant: login, "Mot de passe": password });
      await click("Se connecter");
      if (environment === "qualification") return;
      await page.goto(`${url}/simulation/courriels`);
      const code = /\d{6}/.exec(await page.locator(".mails li").first().innerText())?.[0] ?? "";
      await leave(page.getByRole("link", { name: "Saisir le code" }).first());
      await fill({ "Code à six chiffres": code });
      await click("Valider");
    },
    async openEspaces(siret, espaces) {
      await menu("Activités du gestionnaire");
      await leave(page.getByRole("main").getByRole("link", { name: siret }));
      await follow("Paramètres");
      for (const espace of espaces) {
        await page.getByLabel(`Ouvrir l'espace ${espace}`, { exact: true }).check();
        await page.getByLabel(`Mon abonnement à ${espace}`, { exact: true }).selectOption("Modification");
      }
      await look("espaces", page);
      await click("Valider");
    },
    signOut: () => click("Se déconnecter"),
    async declare({ siret, application, usage, editor, isConcentrateur = false }) {
      await menu("Raccordements EDI et API");
      await follow("Déclarer un raccordement PISTE");
      await page.getByLabel("Structure").selectOption(siret);
      await fill({ "Nom de l'application PISTE": application, "Nom Prénom": "Camille Durand", Téléphone: "0472000001", "Adresse électronique": "api@exemple.fr" });
      await page.getByLabel("Type d'utilisation").selectOption(usage);
      if (editor !== undefined) await fill({ "Editeur / solution": editor });
      if (isConcentrateur) await page.getByLabel(/concentrateur/).check();
      await look("declare", page);
      await click("Valider");
    },
    async createAccount(siret) {
      await menu("Raccordements : Compte technique");
      await page.getByLabel("Type de demande").selectOption("Création d'un compte technique");
      await page.getByLabel("Choisir la structure").selectOption(siret);
      await click("Soumettre");
      return { login: await secret("Login"), password: await secret("Mot de passe") };
    },
    wait30Minutes: () => click("Avancer de 30 minutes"),
    async lastClick() {
      const texts = async (selector: string) => (await page.locator(selector).allInnerTexts()).map((text) => text.replaceAll(/\s*\n\s*/g, " | "));
      return { changes: await texts(".changes li"), closes: await texts(".closes li") };
    },
  };
};
