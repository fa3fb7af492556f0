import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser, Page } from "playwright-core";
import { launchBrowser, openHtml, overflow } from "./browser.ts";
import { HOSTILE, reportOfClients, toHtml } from "./reports.ts";

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser?.close());

const report = await reportOfClients(60);
const html = toHtml(report);

/** Once the rows that come a frame later are there. */
const rowsOf = async (page: Page): Promise<number> => {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => setTimeout(resolve)))));
  return page.locator("#matrix tbody tr").count();
};
const counted = (page: Page): Promise<string> => page.locator("[role=status]").innerText();
const names = async (page: Page): Promise<readonly string[]> => {
  await rowsOf(page);
  return page.locator("#matrix tbody th button").allInnerTexts();
};

describe("a report in a browser", () => {
  it("opens from a file, asks nothing of anybody, and says nothing to the console", async () => {
    const { page, faults } = await openHtml(browser, html);
    expect(await rowsOf(page)).toBe(50);
    expect(await counted(page)).toBe("1 à 50 sur 61");
    expect(await page.locator(".regressions li").count()).toBe(5);
    await page.getByRole("button", { name: "Suivantes" }).click();
    expect(await counted(page)).toBe("51 à 61 sur 61");
    expect(faults).toEqual([]);
  });

  it("finds, filters and sorts, tells how many, and keeps it in its address", async () => {
    const { page, url, faults } = await openHtml(browser, html);
    await page.getByLabel("Chercher").fill("maconnerie");
    expect((await names(page)).every((name) => name.startsWith("Maçonnerie"))).toBe(true);
    expect(await counted(page)).toMatch(/^1 à \d+ sur \d+ \(61 en tout\)$/);
    await page.getByRole("button", { name: "Tout afficher" }).click();
    await page.getByLabel("État").selectOption("toDo");
    expect(await rowsOf(page)).toBe(report.rows.filter(({ mark }) => mark === "toDo").length);
    await page.getByLabel("Étape", { exact: true }).selectOption("espace");
    await page.getByTitle("Trier par Structure").click();
    const head = page.locator("#matrix thead th").first();
    expect(await head.getAttribute("aria-sort")).toBe("ascending");
    const up = await names(page);
    await page.getByTitle("Trier par Structure").click();
    expect(await head.getAttribute("aria-sort")).toBe("descending");
    expect(await names(page)).toEqual(up.toReversed());
    const address = page.url();
    expect(address).toBe(`${url}#state=toDo&stage=espace&sort=-name`);
    const again = await page.context().newPage();
    await again.goto(address);
    expect(await names(again)).toEqual(up.toReversed());
    expect(await again.getByLabel("État").inputValue()).toBe("toDo");
    await page.getByLabel("Chercher").fill("nobody at all");
    expect(await counted(page)).toBe("Aucune ligne ne correspond.");
    expect(faults).toEqual([]);
  });

  it("opens behind a cell who saw what and when, why, the step, its request and its guide", async () => {
    const { page } = await openHtml(browser, html);
    const row = page.locator("#matrix tbody tr", { hasText: "C00007" });
    await row.getByRole("button", { name: /^espaces/ }).click();
    const dialog = page.getByRole("dialog");
    const said = await dialog.innerText();
    for (const part of ["absente de la liste de cet espace", "prouvé : 403 sur POST /cpro/transverses/v1/recupererStructuresPourUtilisateur, 7 essais (Id-", "21/11/2026", "régression", "Étape ", "Demande", "Mode d'emploi", "Faire", "Source", "relu le 24/11/2026", "production/espace/C00007/factures-emises"]) {
      expect(said).toContain(part);
    }
    const portal = dialog.getByRole("link");
    expect(await portal.getAttribute("href")).toMatch(/^https:\/\/(portail\.)?chorus-pro\.gouv\.fr|^https:\/\/portail/);
    expect(await portal.getAttribute("rel")).toBe("noreferrer");
    expect(page.url()).toContain("open=%40production%2Fespace%2Fstructure%3AC00007");
  });

  it("opens what is listed beside the table, and a link to it", async () => {
    const { page } = await openHtml(browser, html);
    await page.locator(".regressions a").first().click();
    expect(await page.getByRole("dialog").innerText()).toContain("login ou mot de passe technique refusé");
    const again = await page.context().newPage();
    await again.goto(page.url());
    expect(await again.getByRole("dialog").innerText()).toContain("login ou mot de passe technique refusé");
    await again.keyboard.press("Escape");
    expect(await again.getByRole("dialog").count()).toBe(0);
    await again.getByRole("link", { name: /à faire$/ }).click();
    expect(await rowsOf(again)).toBe(report.rows.filter(({ mark }) => mark === "toDo").length);
    await again.getByRole("link", { name: "Échéances" }).click();
    expect(await rowsOf(again)).toBe(report.rows.filter(({ mark }) => mark === "toDo").length);
  });

  it("is worked without a mouse: one stop in the table, arrows, Enter, Escape", async () => {
    const { page } = await openHtml(browser, html);
    expect(await page.locator('#matrix table [tabindex="0"]').count()).toBe(1);
    await page.getByLabel("Demande", { exact: true }).focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "");
    const [first, second] = await names(page);
    expect(await focused()).toBe(first);
    await page.keyboard.press("ArrowDown");
    expect(await focused()).toBe(second);
    await page.keyboard.press("ArrowRight");
    expect(await focused()).toMatch(/^compte PISTE : /);
    await page.keyboard.press("End");
    expect(await focused()).toMatch(/^rattachement : /);
    await page.keyboard.press("Control+Home");
    expect(await focused()).toContain("Structure");
    await page.keyboard.press("PageDown");
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    const before = await focused();
    await page.keyboard.press("Enter");
    expect(await page.getByRole("dialog").isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(await focused()).toBe(before);
    expect(await page.locator('#matrix table [tabindex="0"]').count()).toBe(1);
  });

  it("tells marks apart without colours: each has a sign and a word", async () => {
    const { page } = await openHtml(browser, html, { forcedColors: "active" });
    const marks = await page.locator("#matrix td .mark").evaluateAll((all) => all.map((one) => [one.className, one.textContent?.replace(/[\d/ ]+$/, "") ?? ""]));
    const texts = new Map(marks.map(([name = "", text = ""]) => [name, text]));
    expect(new Set(texts.values()).size).toBe(texts.size);
    for (const text of texts.values()) expect(text).toMatch(/^[+!?…≠~=✎∴✓] \p{L}/u);
  });

  it("speaks English where asked", async () => {
    const { page, faults } = await openHtml(browser, toHtml(report, "en"));
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await page.locator('[data-kind="compte-technique"]').first().click();
    expect(await page.getByRole("dialog").innerText()).toContain("technical login or password refused");
    expect(faults).toEqual([]);
  });
});

describe("a report on paper and on small screens", () => {
  it("prints all that was found, and is as before afterwards", async () => {
    const { page } = await openHtml(browser, html);
    expect(await rowsOf(page)).toBe(50);
    await page.evaluate(() => {
      const on = document.documentElement.dataset;
      for (const when of ["beforeprint", "afterprint"]) addEventListener(when, () => (on[when] = `${document.querySelectorAll("#matrix tbody tr").length}: ${document.querySelector("[role=status]")?.textContent ?? ""}`));
    });
    expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(10_000);
    const seen = await page.evaluate(() => ({ beforeprint: document.documentElement.dataset["beforeprint"], afterprint: document.documentElement.dataset["afterprint"] }));
    expect(seen).toEqual({ beforeprint: "61: 1 à 61 sur 61", afterprint: "50: 1 à 50 sur 61" });
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".toolbar").isVisible()).toBe(false);
    expect(await page.locator("#matrix thead").evaluate((head) => getComputedStyle(head).display)).toBe("table-header-group");
    expect(await overflow(page)).toBe(0);
  });

  it.each([
    ["360 px", { width: 360, height: 740 }],
    ["1280 px at 200 %", { width: 640, height: 400 }],
    ["1280 px at 400 %", { width: 320, height: 256 }],
  ])("needs no scrolling sideways but in its table: %s", async (_name, viewport) => {
    const { page } = await openHtml(browser, html, { viewport });
    expect(await overflow(page)).toBe(0);
    await page.locator('[data-kind="compte-technique"]').first().click();
    expect(await overflow(page)).toBe(0);
    const { width, right } = await page.getByRole("dialog").evaluate((dialog) => ({ width: dialog.scrollWidth - dialog.clientWidth, right: dialog.getBoundingClientRect().right }));
    expect([width, right <= viewport.width]).toEqual([0, true]);
  });

  it("says without JavaScript what needs it, and the rest all the same", async () => {
    const { page, faults } = await openHtml(browser, html, { javaScriptEnabled: false });
    const said = await page.locator("body").innerText();
    for (const part of ["demandent JavaScript", "38 sur 61 en règle partout", "5 régressions", "Échéances", "Demandes en cours", "Où en est-on, étape par étape"]) expect(said).toContain(part);
    expect(faults).toEqual([]);
  });
});

describe("a report of hostile names", () => {
  it("shows them as they are: no script, no element, no request, no dialog", async () => {
    const hostile = toHtml(await reportOfClients(HOSTILE.length, HOSTILE));
    const { page, faults } = await openHtml(browser, hostile);
    const shown = await names(page);
    for (const name of HOSTILE.filter((one) => /^[\x20-\x7e]*$/.test(one))) expect(shown).toContain(name);
    expect(shown).toContain("\\u{202e}gnp.exe");
    for (const button of await page.locator("#matrix tbody th button").all()) {
      await button.click();
      expect(await page.getByRole("dialog").isVisible()).toBe(true);
      await page.keyboard.press("Escape");
    }
    await page.getByLabel("Chercher").fill("<img");
    expect(await rowsOf(page)).toBe(1);
    expect(await page.locator("script").count()).toBe(3);
    expect(await page.locator("img, iframe, object, embed, link, base, form[action]").count()).toBe(0);
    expect(await page.evaluate(() => [...document.querySelectorAll("*:not(#matrix table)")].flatMap((one) => one.getAttributeNames()).filter((name) => /^on|^style$/.test(name)))).toEqual([]);
    expect(faults).toEqual([]);
  });

  it.each(["#q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "#open=%3Cscript%3Ealert(1)%3C%2Fscript%3E&sort=__proto__&state=constructor&page=99"])("takes nothing of its address for more than a word: %s", async (hash) => {
    const { page, faults } = await openHtml(browser, html, { hash });
    expect(await page.locator("#matrix table").count()).toBe(1);
    expect(await page.locator("img").count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it("would run no script and fetch nothing even if markup got in", async () => {
    const { page, faults } = await openHtml(browser, html);
    const left: (string | undefined)[] = [];
    page.on("requestfailed", (request) => left.push(request.failure()?.errorText));
    page.on("response", (response) => left.push(response.url()));
    const blocked = await page.evaluate(async () => {
      const seen: string[] = [];
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => seen.push(effectiveDirective));
      const script = document.createElement("script");
      script.textContent = "globalThis.ran = true";
      const image = document.createElement("img");
      image.src = "https://example.invalid/x.png";
      const style = document.createElement("style");
      style.textContent = "body { display: none }";
      document.body.append(script, image, style);
      await fetch("https://example.invalid/").catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 200));
      return { seen, ran: "ran" in globalThis };
    });
    expect(blocked.ran).toBe(false);
    expect(new Set(blocked.seen)).toEqual(new Set(["script-src-elem", "img-src", "style-src-elem", "connect-src"]));
    // The browser tells of a request that its policy then stops.
    expect(faults.filter((fault) => fault.startsWith("requests"))).toEqual(["requests https://example.invalid/x.png"]);
    expect(left).toEqual(["csp"]);
  });
});
