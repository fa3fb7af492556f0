import { describe, expect, test } from "vitest";
import { renderStatusText } from "../../../src/views/status-text.ts";
import { halfWayInput, shownOf } from "./fixtures/half-way.ts";
import { doubtfulInput, manyInput, offlineInput } from "./fixtures/other-plans.ts";
import { screen } from "./screen.ts";

describe("the picture of a state", () => {
  for (const language of ["fr", "en"] as const) {
    test(`half-way, in ${language}`, async () => {
      await expect(renderStatusText(shownOf(halfWayInput()), screen(language))).toMatchFileSnapshot(`screens/status.${language}.txt`);
    });
  }

  test("narrow, it is a paragraph a subject", async () => {
    await expect(renderStatusText(shownOf(doubtfulInput()), screen("fr", 60))).toMatchFileSnapshot("screens/status.60.txt");
  });

  test("every cell has a word: colour is never the only sign", () => {
    const text = renderStatusText(shownOf(doubtfulInput()), screen());
    expect(text).toMatch(/lyon +\? indéterminé +✎ attesté 1\/2 +\+ à faire +✓ prouvé\n/);
    expect(text).toMatch(/siege +~ ancien/);
  });

  test("with many rows, only those that are not in order, and not all of them", () => {
    const text = renderStatusText(shownOf(manyInput(3000)), screen());
    expect(text.split("\n").length).toBeLessThan(80);
    expect(text).toContain("… et 2960 autres lignes");
  });

  test("with many rows in order, a count", () => {
    const { document, status } = shownOf(manyInput(50));
    const resources = document.resources.map((resource) => ({ ...resource, status: "in-order" as const }));
    const text = renderStatusText({ document: { ...document, steps: [], resources, offline: true }, status }, screen());
    expect(text).toContain("en règle, non listé : 50 structures");
    expect(text).not.toContain("agence-007");
  });

  test("offline, its first line says how old the oldest proof is", () => {
    expect(renderStatusText(shownOf(offlineInput()), screen("fr", 200)).split("\n")[0]).toContain("la plus ancienne preuve : il y a 3 jours");
  });

  test("deadlines, the nearest first", () => {
    expect(renderStatusText(shownOf(halfWayInput()), screen())).toContain(
      "Échéances\n  1 d'ici 30 jours\n    06/12/2026 (12 jours)     siege, compte technique (qualification) : mot de passe à réinitialiser\n  ",
    );
  });
});
