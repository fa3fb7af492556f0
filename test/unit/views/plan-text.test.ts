import { stripVTControlCharacters } from "node:util";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import type { Address } from "../../../src/model/address.ts";
import type { PlanDocument } from "../../../src/plan/plan-document.ts";
import type { PlanInput } from "../../../src/plan/plan.ts";
import { renderPlanText } from "../../../src/views/plan-text.ts";
import { freshInput, halfWay, planOf } from "./fixtures/half-way.ts";
import { doubtfulInput, ediInput, inOrderInput, manyInput, offlineInput } from "./fixtures/other-plans.ts";
import { RUN, screen } from "./screen.ts";

const PLANS: readonly (readonly [string, () => PlanInput])[] = [
  ["fresh", freshInput],
  ["many", () => manyInput(60)],
  ["edi", ediInput],
  ["doubtful", doubtfulInput],
  ["offline", offlineInput],
];

describe("the screen of a plan", () => {
  for (const language of ["fr", "en"] as const) {
    test(`half-way, in ${language}`, async () => {
      await expect(renderPlanText(halfWay(), { ...screen(language), run: RUN })).toMatchFileSnapshot(`screens/half-way.${language}.txt`);
    });

    test.each(PLANS)(`%s, in ${language}`, async (name, input) => {
      await expect(renderPlanText(planOf(input()), { ...screen(language), run: RUN })).toMatchFileSnapshot(`screens/${name}.${language}.txt`);
    });
  }

  test("narrow", async () => {
    await expect(renderPlanText(halfWay(), screen("fr", 60))).toMatchFileSnapshot("screens/half-way.60.txt");
  });

  test("the half-way screen is the one that a person should read", () => {
    const text = renderPlanText(halfWay(), { ...screen("fr", 110), run: RUN });
    expect(text).toContain("PRODUCTION : 8 prouvés, 2 attestés, 7 à faire, 9 indéterminés\n");
    expect(text).toContain("siege (73282932000074) : compte technique à créer ; il couvrira aussi lyon et nantes\n");
    expect(text).toContain("chorus attest production/espace/{lyon,nantes}/raccordements\n");
    expect(text).toContain("  Structure                    73282932000082, puis 73282932000090\n");
    expect(text).toContain("Factures, Structures, Utilisateurs répondent\n");
    expect(text).toMatch(/6 attendent l'étape \d +existence et rattachement de lyon, nantes, siege\n/);
    expect(text).toContain("mot de passe valable jusqu'au 06/12/2026 (12 jours)\n");
  });

  test("a plan with nothing to do says so in one line", () => {
    expect(renderPlanText(planOf(inOrderInput()), screen()).split("\n").slice(2)).toEqual([
      "PRODUCTION : 21 prouvés, 6 attestés",
      "",
      "Rien à faire : 27 éléments en règle.",
      "",
    ]);
  });
});

describe("what a screen promises", () => {
  test.each([60, 100, 160])("no line is wider than %i columns, but what may not be broken", (width) => {
    for (const document of [halfWay(), ...PLANS.map(([, input]) => planOf(input()))]) {
      for (const language of ["fr", "en"] as const) {
        const lines = renderPlanText(document, { ...screen(language, width), run: RUN }).split("\n");
        const wide = lines.filter((line) => stringWidth(line) > width && !isUnbreakable(line));
        expect(wide).toEqual([]);
      }
    }
  });

  test("colours add nothing but colours", () => {
    const plain = renderPlanText(halfWay(), screen("fr", 100));
    expect(plain).not.toContain("\u001b");
    const coloured = renderPlanText(halfWay(), screen("fr", 100, true));
    expect(coloured).toContain("\u001b[");
    expect(stripVTControlCharacters(coloured)).toBe(plain);
  });

  test("what comes from outside is shown, never obeyed", () => {
    const evil = "\u001b]0;pwned\u0007\u001b[2Jlyon\u202e\n+ 9 faux\u009b31m";
    const document = withEverywhere(halfWay(), evil);
    const text = renderPlanText(document, screen());
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
    expect(text).toContain("\\u{1b}]0;pwned");
    expect(text.split("\n").some((line) => line.startsWith("+ 9 faux"))).toBe(false);
  });

  test("an address that decodes to an escape is shown, never obeyed", () => {
    const document = halfWay();
    const resources = document.resources.map((resource) =>
      resource.status === "unknown" ? { ...resource, address: resource.address.replace("/lyon", "/%1B%5B31mlyon") as Address } : resource,
    );
    expect(renderPlanText({ ...document, resources }, screen()).replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  });

  test("the same document gives the same bytes", () => {
    expect(renderPlanText(halfWay(), screen())).toBe(renderPlanText(halfWay(), screen()));
  });
});

describe("one actor's steps", () => {
  test.each(["finances", "Finances", "direction fin", "gestionnaire"])("%s", (actor) => {
    const text = renderPlanText(halfWay(), { ...screen(), actor });
    expect(text).toContain("compte technique à créer");
    expect(text).not.toContain("non souscrite");
    expect(text).toContain("2 étapes d'autres acteurs : facturation@exemple-btp.fr (2)");
  });

  test("nobody's", () => {
    expect(renderPlanText(halfWay(), { ...screen(), actor: "personne" })).toContain("Aucune étape pour « personne ».");
  });
});

/** A command, a label or a path longer than the line stands alone on it. */
const isUnbreakable = (line: string): boolean => /^\s*(\S+|chorus [^ ]+ \S+( ;)?|[«“].*[»”]\s?[;:>.]?)$/.test(line.trimEnd());

const withEverywhere = (document: PlanDocument, evil: string): PlanDocument => ({
  ...document,
  steps: document.steps.map((step) => ({
    ...step,
    actor: { ...step.actor, label: evil },
    items: step.items.map((item) => ({
      ...item,
      arguments: Object.fromEntries(Object.keys(item.arguments).map((key) => [key, evil])),
    })),
  })),
  resources: document.resources.map((resource) => ({
    ...resource,
    conditions: resource.conditions.map((condition) => ({
      ...condition,
      ...(condition.evidence?.by === "api" ? { evidence: { ...condition.evidence, request: evil, correlationId: evil } } : {}),
    })),
  })),
});
