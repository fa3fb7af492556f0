import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { SCREENS } from "../../src/simulator/portals/screens.ts";
import type { Simulator } from "../../src/simulator/simulator.ts";
import { openPortals } from "../simulator/portals/visitor.ts";
import { ALICE, APP_ALICE, APP_PRODUCTION, FULL_WORLD, GESTIONNAIRE, PEOPLE_PASSWORD, SIEGE } from "../simulator/portals/world.ts";
import { audit, AUDITED, launchBrowser, overflow } from "./browser.ts";

let browser: Browser;
let simulator: Simulator;
beforeAll(async () => {
  browser = await launchBrowser();
  simulator = await openPortals(FULL_WORLD);
});
afterAll(async () => {
  await browser?.close();
  await simulator?.close();
});

const Q = "/chorus-pro/qualification";
/** Every page that there is to look at, in one environment or the other; files are downloads. */
const PAGES = SCREENS.filter(({ method, path }) => method === "GET" && !/\.(?:csv|pdf)$|\{key\}|affichage|reinitialisation|production\/matelas/.test(path)).map(({ path }) => {
  const environment = path.startsWith("piste") || path.includes("matelas") ? "qualification" : "production";
  return `/${path.replace("{environment}", environment).replace("{name}", encodeURIComponent(environment === "qualification" ? APP_ALICE : APP_PRODUCTION)).replace("{identifiant}", SIEGE)}`;
});

const open = async (options: BrowserContextOptions = {}): Promise<{ readonly page: Page; readonly faults: string[] }> => {
  const context = await browser.newContext({ locale: "fr-FR", timezoneId: "Europe/Paris", baseURL: simulator.url, viewport: { width: 1280, height: 900 }, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => faults.push(`${page.url()} says ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`${page.url()} fails ${String(error)}`));
  page.on("request", (request) => { if (!request.url().startsWith(simulator.url) && !request.url().startsWith("data:")) faults.push(`requests ${request.url()}`); });
  return { page, faults };
};

/** Clicks, and waits for the page that follows. */
const follow = async (page: Page, button: Locator): Promise<void> => {
  const next = page.waitForEvent("domcontentloaded");
  await button.first().click();
  await next;
};

const press = (page: Page, name: string): Promise<void> => follow(page, page.locator("main").getByRole("button", { name, exact: true }));

const enter = async (page: Page): Promise<void> => {
  await page.goto("/piste/connexion");
  await page.getByLabel("Email").fill(ALICE);
  await page.getByLabel("Mot de passe").fill(PEOPLE_PASSWORD);
  await press(page, "Se connecter");
  for (const environment of ["qualification", "production"]) {
    await page.goto(`/chorus-pro/${environment}/connexion`);
    await page.getByLabel("Identifiant").fill(GESTIONNAIRE);
    await page.getByLabel("Mot de passe").fill(PEOPLE_PASSWORD);
    await press(page, "Se connecter");
  }
  await page.goto("/simulation/courriels");
  const code = /\d{6}/.exec((await page.locator(".mails li").first().innerText()).split("chiffres")[1] ?? "")?.[0] ?? "";
  await page.goto("/chorus-pro/production/code");
  await page.getByLabel("Code à six chiffres").fill(code);
  await press(page, "Valider");
};

/** Forms that are sent as they open: all that can be wrong is. */
const MISTAKEN = ["/piste/inscription", "/piste/connexion", "/piste/applications/nouvelle", `${Q}/connexion`, `${Q}/raccordements/declarer`, `${Q}/comptes-techniques`, `${Q}/structures/nouvelle`, `${Q}/structures/${SIEGE}/services`];

/** Every page in turn, then those with mistakes, then those that come after a click. */
const walk = async (page: Page, look: (where: string) => Promise<void>): Promise<void> => {
  for (const path of PAGES) {
    // Two espaces are closed: that is a page too.
    expect((await page.goto(path))?.status(), path).toBe(/factures-(?:recues|travaux)$/.test(path) ? 403 : 200);
    await look(path);
  }
  for (const path of MISTAKEN) {
    await page.goto(path);
    await follow(page, page.locator("main form button"));
    expect(await page.locator(".mistakes").count(), path).toBe(1);
    await look(`${path} with mistakes`);
  }
  for (const [path, button] of [[`${Q}/matelas`, "Créer"], [`/piste/applications/qualification/${encodeURIComponent(APP_ALICE)}/authentification`, "Consulter le client secret"]] as const) {
    await page.goto(path);
    await press(page, button);
    await look(`${path} after ${button}`);
  }
  for (const type of ["creation", "reinitialisation"]) {
    await page.goto(`${Q}/comptes-techniques`);
    await page.getByLabel("Type de demande").selectOption(type);
    await page.getByLabel("Choisir la structure").selectOption(SIEGE);
    if (type === "reinitialisation") await page.getByLabel("Compte technique à réinitialiser").fill(`TECH_1_${SIEGE}@cpro.fr`);
    await press(page, "Soumettre");
    expect(await page.locator(".secret").count()).toBeGreaterThan(0);
    await look(type);
  }
  await page.goto(`${Q}/structures/${SIEGE}/parametres`);
  await page.getByLabel("Ouvrir l'espace Factures émises").uncheck();
  await press(page, "Valider");
  await look("a panel with changes");
  await page.goto(`${Q}/structures/${SIEGE}/parametres`);
  await page.getByLabel("Ouvrir l'espace Factures émises").check();
  await page.getByLabel("Mon abonnement à Factures émises").selectOption("CONSULTATION");
  await press(page, "Valider");
  await page.goto("/rien");
  expect((await page.goto("/piste/rien"))?.status()).toBe(404);
  await look("a page that is not there");
};

const SCHEMES = [["light", undefined], ["dark", ["color-contrast"]]] as const;

it("an audit of the portals' accessibility finds nothing, in the light and in the dark", { timeout: 300_000 }, async () => {
  const { page } = await open(AUDITED);
  await enter(page);
  const found: string[] = [];
  await walk(page, async (where) => {
    // In the dark nothing but colours differs, and pages after a click have all of them.
    const isAfterClick = !where.startsWith("/") || where.includes(" ");
    for (const [colorScheme, only] of isAfterClick ? SCHEMES : SCHEMES.slice(0, 1)) {
      await page.emulateMedia({ colorScheme });
      found.push(...(await audit(page, only)).map((one) => `${where}, ${colorScheme}: ${one}`));
    }
  });
  expect(found).toEqual([]);
});

it("no page is wider than its window, nor needs a script", { timeout: 300_000 }, async () => {
  const { page, faults } = await open({ javaScriptEnabled: false });
  await enter(page);
  const wide: string[] = [];
  await walk(page, async (where) => {
    // A telephone; a desk's window at twice the size; a desk.
    for (const width of [360, 640, 1280]) {
      await page.setViewportSize({ width, height: 740 });
      const by = await overflow(page);
      if (by > 0) wide.push(`${where} at ${width}: ${by}`);
    }
  });
  expect(wide).toEqual([]);
  expect(faults.filter((fault) => !/status of (?:4\d\d)/.test(fault))).toEqual([]);
});

describe("with the keyboard alone", { timeout: 120_000 }, () => {
  it("the first key leads past the menu", async () => {
    const { page } = await open();
    await page.goto("/piste");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Aller au contenu");
    expect(await page.locator(".skip").boundingBox()).toMatchObject({ x: expect.any(Number) });
    expect((await page.locator(".skip").boundingBox())?.x).toBeGreaterThan(0);
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("contenu");
  });

  it("a form is filled, sent, and its mistakes are reached", async () => {
    const { page } = await open();
    await page.goto("/piste/inscription");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const focused = () => page.evaluate(() => document.activeElement?.id);
    for (const [id, typed] of [["nom", "Neuve"], ["email", "neuve@exemple.fr"], ["motDePasse", "Abcdefghij1!"], ["confirmation", "Abcdefghij1!"], ["organisation", "Universelle"]] as const) {
      await page.keyboard.press("Tab");
      expect(await focused()).toBe(id);
      await page.keyboard.type(typed);
    }
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").waitFor();
    expect(await page.getByLabel("Nom", { exact: false }).first().inputValue()).toBe("Neuve");
    const link = page.getByRole("alert").getByRole("link").last();
    await link.focus();
    expect(await link.getAttribute("href")).toBe("#cgu");
    await page.keyboard.press("Enter");
    expect(await focused()).toBe("cgu");
    await page.keyboard.press("Space");
    for (const id of ["motDePasse", "confirmation"]) {
      await page.locator(`#${id}`).focus();
      await page.keyboard.type("Abcdefghij1!");
    }
    await page.keyboard.press("Enter");
    await page.getByRole("status").waitFor();
    expect(await page.getByRole("status").innerText()).toContain("neuve@exemple.fr");
  });
});
