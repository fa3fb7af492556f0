import { afterAll, beforeAll, expect, it } from "vitest";
import process from "node:process";
import type { Browser } from "playwright-core";
import { launchBrowser, openHtml } from "./browser.ts";
import { manyTimes, reportOfClients, toHtml } from "./reports.ts";
import { measure } from "./timings.ts";

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser?.close());

it("shows 10,000 structures with as few elements as 60, and the same when some are looked for", { timeout: 120_000 }, async () => {
  const html = toHtml(manyTimes(await reportOfClients(200), 50));
  const { page, faults } = await openHtml(browser, html);
  const elements = () => page.evaluate(() => document.querySelectorAll("*").length);
  const { timings, counts } = await measure(page);
  process.stdout.write(`10,000 structures: ${(html.length / 1e6).toFixed(1)} MB, ${timings}\n`);
  expect(counts).toEqual(["1 à 50 sur 10 001", expect.stringMatching(/sur 1 250 \(10 001 en tout\)/), expect.stringContaining("(10 001 en tout)")]);
  expect(await page.locator("#matrix tbody tr").count()).toBe(50);
  expect(await elements()).toBeLessThan(6000);
  expect(html.length).toBeLessThan(10_000 * 1200);
  await page.locator('[data-kind="compte-technique"]').first().click();
  expect(await page.getByRole("dialog").innerText()).toContain("prouvé : ");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Tout afficher" }).click();
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  expect(await page.locator("#matrix tbody tr").count()).toBe(2000);
  expect((await page.locator(".printed").textContent())?.replaceAll(/\s/g, " ")).toContain("8 001 autres");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  expect(await page.locator("#matrix tbody tr").count()).toBe(50);
  expect(faults).toEqual([]);
});
