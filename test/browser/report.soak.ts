import { test } from "vitest";
import { plan } from "../../src/plan/plan.ts";
import { reportOf } from "../../src/plan/report/report-of.ts";
import { renderReportJson } from "../../src/views/report/report-json.ts";
import { launchBrowser, openHtml } from "./browser.ts";
import { toHtml } from "./reports.ts";
import { measure } from "./timings.ts";
import { clientsInput } from "../support/report-world.ts";
import type { JudgedBar } from "../support/judge-bars.ts";

// What a report of 10,000 structures costs: `npm run bench:report`. It says what is met and asserts no time.

const SIZE = 10_000;

test(`report, ${SIZE}`, async ({ task }) => {
  const input = await clientsInput(SIZE);
  const [planned, planMs] = timed(() => plan(input));
  const [report, reportMs] = timed(() => reportOf(planned));
  const [html, htmlMs] = timed(() => toHtml(report));
  const [json, jsonMs] = timed(() => renderReportJson(report));
  const browser = await launchBrowser();
  const opened = [];
  try {
    for (let run = 0; run < RUNS; run++) {
      const { page } = await openHtml(browser, html);
      opened.push(await measure(page));
      await page.context().close();
    }
  } finally {
    await browser.close();
  }
  task.meta.bars = [
    bar("ms to plan", planMs),
    bar("ms to report on it", reportMs),
    bar("ms to write HTML", htmlMs),
    bar("ms to write JSON", jsonMs),
    bar("bytes of HTML", html.length),
    bar("bytes of JSON", json.length),
    bar("ms to the first paint", median(opened.map(({ firstPaint }) => firstPaint)), 1000),
    bar("ms to the table", median(opened.map(({ table }) => table)), 1000),
    bar("ms to filter, on screen", median(opened.map(({ filter }) => filter)), 100),
  ];
});

const RUNS = 5;

const timed = <T>(work: () => T): readonly [T, number] => {
  const startedAt = performance.now();
  const made = work();
  return [made, performance.now() - startedAt];
};

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const bar = (what: string, seen: number, most = Number.POSITIVE_INFINITY): JudgedBar => ({ what, seen: Math.round(seen), most, isMet: seen <= most });
