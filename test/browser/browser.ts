import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import process from "node:process";
import axe, { type AxeResults, type RunOptions } from "axe-core";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { onTestFinished } from "vitest";
import { ROOT } from "../cli/support.ts";

/** A real Chromium without a window. Where there is none the tests fail: nothing here is skipped. */
export const launchBrowser = async (): Promise<Browser> => {
  try {
    // An empty LC_ALL, as tests have it, ends this Chromium at its first click.
    const { LC_ALL: _locale, ...env } = process.env;
    return await chromium.launch({ executablePath: await executable(), args: ["--no-sandbox", "--disable-gpu"], env });
  } catch (error) {
    throw new Error(`These tests need a Chromium. npm ci brings one for Linux on x64 (@sparticuz/chromium, which needs libnss3); elsewhere CHORUS_TEST_CHROMIUM names one.`, { cause: error });
  }
};

const executable = async (): Promise<string> => {
  const given = process.env["CHORUS_TEST_CHROMIUM"];
  if (given !== undefined && given !== "") return given;
  const { version } = JSON.parse(await readFile(join(ROOT, "node_modules/@sparticuz/chromium/package.json"), "utf8")) as { readonly version: string };
  const cache = join(ROOT, "node_modules/.cache");
  const home = join(cache, `chromium-${version}`);
  if (!existsSync(join(home, "chromium"))) await unpack(cache, home);
  return join(home, "chromium");
};

/** Unpacked aside, then moved: test files that run at one time never see half of it. */
const unpack = async (cache: string, home: string): Promise<void> => {
  await mkdir(cache, { recursive: true });
  const aside = await mkdtemp(join(cache, "chromium-"));
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = aside;
  try {
    const { default: packed } = await import("@sparticuz/chromium");
    await packed.executablePath();
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
  try {
    await rename(aside, home);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    if (!existsSync(join(home, "chromium"))) throw error;
  }
};

/** A page that somebody opens from a file, and everything that it did that nobody asked for. */
export interface OpenedPage {
  readonly page: Page;
  /** Messages, errors, dialogs, and requests beside the file itself: what a quiet page has none of. */
  readonly faults: readonly string[];
  /** The page's address, without what it says of what is looked at. */
  readonly url: string;
}

export interface OpenOptions extends BrowserContextOptions {
  /** After the file's address: `#q=…`. */
  readonly hash?: string;
}

export const openHtml = async (browser: Browser, html: string, { hash = "", ...options }: OpenOptions = {}): Promise<OpenedPage> => {
  const folder = await mkdtemp(join(tmpdir(), "chorus-page-"));
  const context = await browser.newContext({ locale: "fr-FR", timezoneId: "Europe/Paris", viewport: { width: 1440, height: 900 }, ...options });
  onTestFinished(async () => {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  });
  const file = join(folder, "page.html");
  await writeFile(file, html);
  const url = pathToFileURL(file).href;
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => faults.push(`says ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`fails ${String(error)}`));
  page.on("dialog", (dialog) => {
    faults.push(`asks ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (request.url().split("#")[0] !== url) faults.push(`requests ${request.url()}`);
  });
  await page.goto(`${url}${hash}`);
  return { page, faults, url };
};

/** The page's policy lets no foreign script in: an audit needs a context that looks away. */
export const AUDITED: BrowserContextOptions = { bypassCSP: true };

/** What stands in anybody's way, by all rules or by `only` these, each with where. https://github.com/dequelabs/axe-core */
export const audit = async (page: Page, only?: readonly string[]): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    async (rules) => (globalThis as unknown as { readonly axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run({ resultTypes: ["violations"], ...(rules === undefined ? {} : { runOnly: [...rules] }) }),
    only,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary = "" }) => `${id}: ${html.slice(0, 160)} ${failureSummary.replaceAll(/\s+/g, " ")}`));
};

/** How much wider than the window the page is. */
export const overflow = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
