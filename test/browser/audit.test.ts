import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { audit, AUDITED, launchBrowser, openHtml } from "./browser.ts";
import { reportOfClients, toHtml } from "./reports.ts";

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser?.close());

const report = await reportOfClients(14);

describe("an audit of the report's accessibility finds nothing", { timeout: 120_000 }, () => {
  it.each([
    ["light", { colorScheme: "light" }],
    ["dark", { colorScheme: "dark" }],
    ["small", { viewport: { width: 360, height: 740 } }],
  ] as const)("%s", async (_name, options) => {
    const { page } = await openHtml(browser, toHtml(report), { ...AUDITED, ...options });
    expect(await audit(page)).toEqual([]);
    await page.locator('[data-kind="compte-technique"]').first().click();
    expect(await audit(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByLabel("Chercher").fill("nobody");
    expect(await audit(page)).toEqual([]);
  });

  it("in English, with every mark that there is", async () => {
    const marks = ["toDo", "due", "unknown", "waiting", "accepted", "stale", "paused", "attested", "inferred", "proven"] as const;
    const rows = report.rows.slice(0, marks.length).map((row, place) => ({ ...row, mark: marks[place] ?? row.mark, cells: row.cells.map((cell) => ({ ...cell, mark: marks[place] ?? cell.mark })) }));
    for (const colorScheme of ["light", "dark"] as const) {
      const { page } = await openHtml(browser, toHtml({ ...report, rows }, "en"), { ...AUDITED, colorScheme });
      expect(await page.locator("#matrix tbody .mark.paused").count()).toBeGreaterThan(0);
      expect(await audit(page)).toEqual([]);
    }
  });

  it("finds what is wrong where something is", async () => {
    const { page } = await openHtml(browser, toHtml(report).replace('<html lang="fr">', "<html>"), AUDITED);
    expect((await audit(page)).join()).toContain("html-has-lang");
  });
});
