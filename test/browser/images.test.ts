import { readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser, Page } from "playwright-core";
import { ROOT } from "../cli/support.ts";
import { launchBrowser, openHtml, type OpenOptions } from "./browser.ts";
import { reportOfClients, toHtml } from "./reports.ts";

// The pictures of the documentation. They differ from machine to machine by their fonts, so they are kept until somebody
// writes them anew with UPDATE_DOCS=1; that they can be taken is tried each time.

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser?.close());

const FOLDER = join(ROOT, "docs/images");

interface Picture extends OpenOptions {
  readonly name: string;
  readonly before?: (page: Page) => Promise<unknown>;
}

const PICTURES: readonly Picture[] = [
  { name: "report.png", viewport: { width: 1440, height: 980 } },
  { name: "report-details.png", viewport: { width: 1000, height: 860 }, hash: "#open=production%2Fespace%2FC00007%2Ffactures-emises" },
  { name: "report-dark-narrow.png", viewport: { width: 390, height: 844 }, colorScheme: "dark", before: (page) => page.evaluate(() => document.querySelector("#matrix-title")?.scrollIntoView()) },
];

it.each(PICTURES)("takes $name", async ({ name, before, ...options }) => {
  const { page } = await openHtml(browser, toHtml(await reportOfClients(60)), { ...options, reducedMotion: "reduce" });
  await before?.(page);
  const picture = await page.screenshot({ type: "png" });
  expect(picture.length).toBeLessThan(200_000);
  if (process.env["UPDATE_DOCS"] === "1") await writeFile(join(FOLDER, name), picture);
});

it("keeps no other pictures, and none that is large", async () => {
  expect((await readdir(FOLDER)).filter((name) => name.endsWith(".png"))).toEqual(PICTURES.map(({ name }) => name).toSorted());
  for (const { name } of PICTURES) expect((await stat(join(FOLDER, name))).size).toBeLessThan(200_000);
});
