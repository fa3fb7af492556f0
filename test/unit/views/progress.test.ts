import { stripVTControlCharacters } from "node:util";
import { describe, expect, test, vi } from "vitest";
import type { Output } from "../../../src/ports/ports.ts";
import { createProgress } from "../../../src/views/progress.ts";

const outputOf = (isTerminal: boolean, width = 80): Output & { readonly text: () => string } => {
  let written = "";
  return { isTerminal, width: width > 0 ? width : undefined, write: (text) => void (written += text), text: () => written };
};

const report = (answered: number, application = "EXEMPLE") => ({ environment: "production" as const, application, answered, asked: 3 });

describe("progress", () => {
  test.each([
    ["piped", false, 80, false],
    ["in CI", true, 80, true],
    ["on a terminal without a size", true, 0, false],
  ])("%s: a line at each end, nothing that moves", async (_name, isTerminal, width, isCi) => {
    const output = outputOf(isTerminal, width);
    const progress = createProgress(output, "fr", isCi);
    for (const answered of [0, 1, 2, 3, 3]) {
      progress.report(report(answered));
      await Promise.resolve();
    }
    await progress.stop();
    expect(output.text()).toBe("production, EXEMPLE : 3 questions\nproduction, EXEMPLE : 3 réponses\n");
  });

  const retrying = (tries: number, code = "invalid-client") => ({ ...report(1), retrying: { code, tries, of: 9 } });

  test("piped: what is refused for the second time is told once, with how often it is tried before it is believed", async () => {
    const output = outputOf(false);
    const progress = createProgress(output, "fr", false);
    for (const one of [report(0), retrying(2), report(1), ...[2, 3, 4, 5].map((tries) => retrying(tries)), retrying(3, "account-rejected"), retrying(3, "quota"), retrying(3, "unavailable"), report(3)]) {
      progress.report(one);
      await Promise.resolve();
    }
    await progress.stop();
    expect(output.text().trimEnd().split("\n")).toEqual([
      "production, EXEMPLE : 3 questions",
      "production, EXEMPLE : 1 / 3 · identifiants refusés, essai 3 sur 9",
      "production, EXEMPLE : 1 / 3 · connexion refusée, essai 3 sur 9",
      "production, EXEMPLE : 1 / 3 · quota atteint, essai 3 sur 9",
      "production, EXEMPLE : 1 / 3 · pas de réponse utile, essai 3 sur 9",
      "production, EXEMPLE : 3 réponses",
    ]);
  });

  test("on a terminal: what is tried again is told beside the count until the next answer", async () => {
    const output = outputOf(true);
    const progress = createProgress(output, "en", false);
    const shows = (line: RegExp) => vi.waitFor(() => expect(stripVTControlCharacters(output.text())).toMatch(line), 5_000);
    progress.report(report(0));
    await shows(/EXEMPLE: 0 \/ 3/);
    progress.report(retrying(4));
    await shows(/production, EXEMPLE: 1 \/ 3 · credentials refused, try 4 of 9\s/);
    progress.report(report(2));
    await shows(/production, EXEMPLE: 2 \/ 3\s/);
    await progress.stop();
  });

  test("of many applications: their environment as a whole, at every tenth", async () => {
    const output = outputOf(false);
    const progress = createProgress(output, "fr", false);
    const names = Array.from({ length: 100 }, (_, index) => `EXEMPLE-${index}`);
    for (const name of names) progress.report(report(0, name));
    for (const name of names) {
      for (const answered of [1, 2, 3]) {
        await Promise.resolve();
        progress.report(report(answered, name));
      }
    }
    await progress.stop();
    const lines = output.text().trimEnd().split("\n");
    expect(lines[0]).toBe("production, 100 applications : 300 questions");
    expect(lines.slice(1, -1)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenth) => `production, 100 applications : ${tenth * 30} / 300`));
    expect(lines.at(-1)).toBe("production, 100 applications : 300 réponses");
  });

  test("of many applications on a terminal: one line an environment", async () => {
    const output = outputOf(true);
    const progress = createProgress(output, "fr", false);
    for (let index = 0; index < 100; index++) progress.report(report(0, `EXEMPLE-${index}`));
    await new Promise((resolve) => setTimeout(resolve, 300));
    progress.report(report(2, "EXEMPLE-7"));
    await new Promise((resolve) => setTimeout(resolve, 150));
    await progress.stop();
    const text = stripVTControlCharacters(output.text());
    expect(text).toContain("production, 100 applications : 2 / 300");
    expect(text).not.toContain("EXEMPLE");
  });

  test("on a terminal: a list that moves and leaves nothing behind it running", async () => {
    const output = outputOf(true);
    const progress = createProgress(output, "fr", false);
    progress.report(report(0));
    progress.report(report(0, "AUTRE"));
    await new Promise((resolve) => setTimeout(resolve, 300));
    progress.report(report(2));
    await new Promise((resolve) => setTimeout(resolve, 150));
    progress.report(report(3));
    await progress.stop();
    await progress.stop();
    const text = stripVTControlCharacters(output.text());
    expect(text).toContain("production, EXEMPLE : 2 / 3");
    expect(text).toContain("production, AUTRE : 0 / 3");
  });

  test("stopped before anything was asked", async () => {
    const output = outputOf(true);
    await createProgress(output, "en", false).stop();
    expect(output.text()).toBe("");
  });

  test.each([0, 1, 5, 20, 60, 120])("stopped %i ms after it began, it ends", async (ms) => {
    const progress = createProgress(outputOf(true), "fr", false);
    progress.report(report(0));
    await new Promise((resolve) => setTimeout(resolve, ms));
    await progress.stop();
  });

  test("a name cannot drive the terminal", async () => {
    const output = outputOf(false);
    const progress = createProgress(output, "fr", false);
    progress.report(report(0, "\u001b[2Jx"));
    await progress.stop();
    expect(output.text().trimEnd()).not.toContain("\u001b");
  });
});
