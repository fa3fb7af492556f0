import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { matchScreen } from "../../src/simulator/portals/screens.ts";
import { PORTAL_ROWS } from "../docs/generated/portals/portal-rows.ts";
import type { PortalRow, Visitor } from "../docs/generated/portals/portal-row.ts";
import type { Browser } from "./portals-coverage/browser.ts";
import { all } from "./portals-coverage/html.ts";
import { hasLabel, lower } from "./portals-coverage/labels.ts";
import { APPLICATION, declare, enter, FOURNISSEUR, gestionnaire, matelas, openEspaces, practice, readyToDeclare, requestAccount, SANDBOX } from "./portals-coverage/practice.ts";
import type { Practice } from "./portals-coverage/practice.ts";
import { RULES } from "./portals-coverage/rules.ts";

/** Each row of `docs/portals-coverage.md` is held against a simulator that runs. */
const rows = PORTAL_ROWS.map((row) => [`${row.section}, ${row.what}: ${row.words}`, row] as const);

describe("every screen and label is on its page", () => {
  let world: Practice;
  let visitors: Readonly<Record<Visitor, Browser>>;
  let names: Readonly<Record<string, string>>;

  beforeAll(async () => {
    world = await practice();
    const person = await readyToDeclare(world, "qualification");
    await declare(world, person);
    await requestAccount(world, person);
    await openEspaces(world, person, "MODIFICATION", "raccordements", "factures-emises", "factures-travaux");
    names = { sandbox: SANDBOX, application: APPLICATION, structure: person.structure, fournisseur: FOURNISSEUR };
    const without = { ...world, browser: world.another() };
    const { "Login compte GP": login = "", "Mot de passe Compte GP": motDePasse = "" } = await matelas(without);
    await enter(without, "qualification", login, motDePasse);
    await gestionnaire(without, "production");
    // What the one does in production from here on reaches the other's menu at the next sign-in alone.
    await world.browser.open("/piste/applications/nouvelle");
    await world.browser.press("Sauvegarder l'application", { nom: APPLICATION, email: "r@exemple.fr", responsable: "Responsable", structure: FOURNISSEUR });
    await openEspaces(world, await gestionnaire(world, "production"), "MODIFICATION", "raccordements");
    visitors = { "signed in": world.browser, nobody: world.another(), "without the espace": without.browser };
  });
  afterAll(() => world.client.simulator.close());

  const filled = (text: string, spelt = (value: string): string => value): string => text.replaceAll(/\{(\w+)\}/g, (_, name: string) => spelt(names[name] ?? name));

  test.each(rows.flatMap(([title, row]) => (row.what === "rule" || "notSimulated" in row ? [] : [[title, row] as const])))("%s", async (_title, row) => {
    const page = await visitors[row.by].open(filled(row.at, encodeURIComponent));
    expect(page.status).toBe(200);
    if (row.what === "screen") expect(lower(page.title)).toBe(lower(filled(row.title)));
    else expect(hasLabel(page, row.kind, filled(row.words)), page.text).toBe(true);
  });

  test("no page leads out of the simulator", async () => {
    const paths = new Set(PORTAL_ROWS.flatMap((row) => ("by" in row ? [filled(row.at, encodeURIComponent)] : [])));
    for (const path of paths) {
      const { root } = await world.browser.open(path);
      expect(all(root, "a", "form").map(({ attributes }) => attributes["href"] ?? attributes["action"] ?? "").filter((to) => !/^(?:\/(?!\/)|#)/.test(to))).toEqual([]);
    }
  });
});

describe("every rule is exercised", () => {
  test.each(rows.flatMap(([title, row]) => (row.what === "rule" ? [[title, row] as const] : [])))("%s", async (_title, row) => {
    const world = await practice();
    try {
      await RULES[row.rule](world);
    } finally {
      await world.client.simulator.close();
    }
  });
});

describe("the table", () => {
  test("gives each row a screen that there is, or says why not", () => {
    const wrong = PORTAL_ROWS.filter((row) => ("notSimulated" in row ? row.notSimulated === "" : matchScreen("GET", segmentsOf(row)) === undefined));
    expect(wrong).toEqual([]);
  });

  test("names each rule once, and leaves no check without a row", () => {
    expect(PORTAL_ROWS.flatMap((row) => (row.what === "rule" ? [row.rule] : [])).toSorted()).toEqual(Object.keys(RULES).toSorted());
  });

  test("holds no row twice", () => {
    const keys = rows.map(([title, row]) => `${title} ${"at" in row ? row.at : ""} ${"kind" in row ? row.kind : ""}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});

const segmentsOf = (row: Exclude<PortalRow, { readonly notSimulated: string }>): readonly string[] => row.at.slice(1).split("/");
