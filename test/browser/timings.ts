import type { Page } from "playwright-core";

/** Milliseconds, as the browser saw them. */
export interface Measured {
  readonly firstPaint: number;
  /** Until the table was there. */
  readonly table: number;
  /** From a change to the frame that shows it, of the slowest. */
  readonly filter: number;
  readonly timings: string;
  /** What the table said after each change, and before the first. */
  readonly counts: readonly string[];
}

/** Looks for something, then narrows by state, and says how long each took until it was on the screen. */
export const measure = async (page: Page): Promise<Measured> => {
  await page.waitForLoadState("load");
  const { firstPaint, table } = await page.evaluate(() => ({
    firstPaint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
    table: performance.getEntriesByName("chorus-ready")[0]?.startTime ?? Number.NaN,
  }));
  const counts = [await count(page)];
  const times: number[] = [];
  for (const [selector, value] of CHANGES) {
    times.push(await page.evaluate(changed, { selector, value }));
    counts.push(await count(page));
  }
  const filter = Math.max(...times);
  const timings = `first paint ${Math.round(firstPaint)} ms, table ${Math.round(table)} ms, filters ${times.map(Math.round).join(", ")} ms`;
  return { firstPaint, table, filter, timings, counts };
};

const count = async (page: Page): Promise<string> => (await page.locator("[role=status]").innerText()).replaceAll(/\s/g, " ");

const CHANGES = [
  ["#search", "menuiserie"],
  ["#filter-mark", "toDo"],
] as const;

/** In the page: makes a change, and waits until the frame after it has been drawn. */
const changed = async ({ selector, value }: { readonly selector: string; readonly value: string }): Promise<number> => {
  const control = document.querySelector<HTMLInputElement | HTMLSelectElement>(selector);
  if (control === null) throw new Error(`no ${selector}`);
  const startedAt = performance.now();
  control.value = value;
  control.dispatchEvent(new Event(control instanceof HTMLInputElement ? "input" : "change", { bubbles: true }));
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - startedAt;
};
