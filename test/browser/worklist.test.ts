import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { chorus, workIn } from "../cli/support.ts";
import { audit, launchBrowser, openHtml, overflow } from "./browser.ts";

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser?.close());

const HOSTILE = '"><img src=x onerror=alert(1)><script>alert(1)</script>';

it("writes to each client a page that asks nothing, reads well and prints", { timeout: 60_000 }, async () => {
  const cwd = await workIn("examples/concentrateur");
  const config = join(cwd, "chorus.config.yaml");
  await writeFile(config, (await readFile(config, "utf8")).replace("../prive/gestionnaires.csv", "gestionnaires.csv"));
  await writeFile(join(cwd, "gestionnaires.csv"), `code;nom;email;telephone\nC00417;"${HOSTILE.replaceAll('"', '""')}";m@exemple.fr;+33 4 72 00 00 01\n`);
  expect((await chorus(["worklist", "--each", "client", "--out", "pages", "--format", "html"], { cwd })).code).toBe(0);
  expect((await readdir(join(cwd, "pages"))).filter((name) => name.endsWith(".html"))).toHaveLength(3);
  const html = await readFile(join(cwd, "pages/C00417.html"), "utf8");
  expect(html).not.toContain("unsafe-inline");
  const { page, faults } = await openHtml(browser, html, { viewport: { width: 360, height: 740 } });
  expect(await page.locator("script, img").count()).toBe(0);
  expect(await page.locator("body").innerText()).toContain(`Bonjour ${HOSTILE},`);
  expect(await page.locator("body").evaluate((body) => getComputedStyle(body).color)).toBe("rgb(22, 22, 22)");
  expect(await overflow(page)).toBe(0);
  expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(5_000);
  expect(faults).toEqual([]);
  const audited = await openHtml(browser, html, { bypassCSP: true });
  expect(await audit(audited.page)).toEqual([]);
});

it("puts each structure of one person on a page of its own, with its own values", { timeout: 60_000 }, async () => {
  const cwd = await workIn("examples/direct");
  const { stdout } = await chorus(["worklist", "--actor", "direction", "--format", "html"], { cwd });
  const { page, faults } = await openHtml(browser, stdout);
  const pages = page.locator("section.page");
  const titles = await page.locator("section.page > h2").allInnerTexts();
  expect(titles.map((title) => title.split(" ")[0])).toEqual(expect.arrayContaining(["siege", "lyon", "nantes"]));
  expect(new Set(titles).size).toBe(titles.length);
  for (const section of await pages.all()) {
    const own = (await section.locator("> h2").innerText()).split(" ")[0] ?? "";
    const espace = section.locator("li", { hasText: "Activités du gestionnaire" });
    expect(await espace.count()).toBe(1);
    for (const other of ["lyon", "nantes"].filter((name) => name !== own)) expect(await espace.innerText()).not.toContain(other);
  }
  await page.emulateMedia({ media: "print" });
  expect(await pages.evaluateAll((all) => all.map((one) => getComputedStyle(one).breakBefore))).toEqual(["auto", ...titles.slice(1).map(() => "page")]);
  expect(await page.locator("li").first().evaluate((item) => getComputedStyle(item).breakInside)).toBe("avoid");
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThanOrEqual(titles.length);
  expect(faults).toEqual([]);
  expect(await audit((await openHtml(browser, stdout, { bypassCSP: true })).page)).toEqual([]);
});
