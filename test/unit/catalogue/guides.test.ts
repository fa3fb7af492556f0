import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { coverage, renderCoverage } from "../../../src/catalogue/guides/coverage.ts";
import { pathsIn, type Guide, type PathPart } from "../../../src/catalogue/guides/guide.ts";
import { GUIDES } from "../../../src/catalogue/guides/guides.ts";
import { freshInput, halfWayInput, planOf } from "../views/fixtures/half-way.ts";
import { doubtfulInput, ediInput } from "../views/fixtures/other-plans.ts";

describe("guides", () => {
  test.each(Object.entries(GUIDES))("%s is told whole, in both languages", (action, guide) => {
    expect(guide.action).toBe(action);
    expect(guide.reviewedAt).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(guide.source).not.toBe("");
    for (const { fr, en } of textsOf(guide)) {
      expect(fr.trim()).not.toBe("");
      expect(en.trim()).not.toBe("");
      expect(placeholdersOf(en)).toEqual(placeholdersOf(fr));
    }
    for (const environment of ["qualification", "production"] as const) {
      expect(pathsIn(guide.paths, environment).flat().length).toBeGreaterThan(0);
    }
  });

  test("every value that a plan gives is one that its guide can show, and the other way round", () => {
    const steps = [halfWayInput, freshInput, ediInput, doubtfulInput].flatMap((input) => planOf(input()).steps);
    expect(new Set(steps.map(({ action }) => action)).size).toBeGreaterThan(9);
    for (const { action, items } of steps) {
      const asked = new Set(argumentsOf(GUIDES[action]));
      for (const { arguments: given } of items) {
        for (const argument of asked) if (!OPTIONAL.has(argument)) expect([action, Object.keys(given)]).toEqual([action, expect.arrayContaining([argument])]);
      }
    }
  });

  test("a portal is named unless Chorus does it", () => {
    expect(Object.values(GUIDES).filter(({ portal }) => portal === undefined).map(({ action }) => action)).toEqual(["set-edi"]);
  });
});

describe("the guide of 2020", () => {
  test.each(coverage())("$section comes out of a plan", ({ guides }) => {
    expect(guides.length).toBeGreaterThan(0);
  });

  test("docs/guide-coverage.md is what the guides give (UPDATE_DOCS=1 rewrites it)", async () => {
    const file = new URL("../../../docs/guide-coverage.md", import.meta.url);
    if (process.env["UPDATE_DOCS"] === "1") await writeFile(file, renderCoverage());
    expect(readFileSync(file, "utf8")).toBe(renderCoverage());
  });
});

const textsOf = (guide: Guide) => [
  ...["qualification" as const, "production" as const].flatMap((environment) =>
    pathsIn(guide.paths, environment)
      .flat()
      .flatMap((part: PathPart) => ("act" in part ? [part.act] : [])),
  ),
  ...(guide.before ?? []),
  ...(guide.keep ?? []),
  ...(guide.after ?? []),
  ...Object.values(guide.proof ?? {}),
  ...(guide.formerly === undefined ? [] : [guide.formerly]),
];

const placeholdersOf = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "").toSorted();

const argumentsOf = (guide: Guide): readonly string[] => [
  ...textsOf(guide)
    .flatMap(({ fr }) => placeholdersOf(fr))
    .filter((name) => name !== "attest"),
  ...guide.fields.map(({ argument }) => argument),
  ...(guide.subject === undefined ? [] : [guide.subject.argument]),
];

/** Given only where the configuration has them. */
const OPTIONAL = new Set(["solution", "fax", "depot", "sharedWith", "reception", "connexion", "responsable", "siret"]);
