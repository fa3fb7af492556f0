import { describe, expect, test } from "vitest";
import { GUIDES } from "../../../src/catalogue/guides/guides.ts";
import type { Scenario } from "../../../src/simulator/scenario.ts";
import type { Simulator } from "../../../src/simulator/simulator.ts";
import { START_MS } from "../scenario-fixture.ts";
import { answersAt } from "./told.ts";
import { changesIn, closedIn, openPortals, Visitor } from "./visitor.ts";
import type { Fields, PanelChange } from "./visitor.ts";
import { AGENCE, ALICE, APP_ALICE, APP_BOB, FERMEE, FULL_WORLD, GESTIONNAIRE, PEOPLE_PASSWORD, PORTAL_WORLD, SIEGE, TECH_PASSWORD, TECH_SIEGE } from "./world.ts";

const Q = "/chorus-pro/qualification";
const OF_ALICE = `/piste/applications/qualification/${encodeURIComponent(APP_ALICE)}`;
const STRICT: Scenario = { ...FULL_WORLD, settings: { missingRaccordement: "structures" } };
const WITHOUT: Scenario = { ...STRICT, environments: { ...STRICT.environments, qualification: { ...STRICT.environments.qualification, raccordements: {} } } };
const RACCORDEMENT: Fields = { structure: SIEGE, application: APP_ALICE, usage: "Utilisateur d'une application interne", nom: "N", telephone: "01", email: "n@exemple.fr" };

interface Clicked {
  readonly changes: readonly PanelChange[];
  readonly closes: readonly string[];
  readonly html: string;
}

/** Clicks in a world, and holds what the panel says to what the APIs answered before and answer after. */
async function click(world: Scenario, clicks: (visitor: Visitor, simulator: Simulator) => Promise<unknown>, movedMs = 0): Promise<Clicked> {
  const simulator = await openPortals(world);
  const visitor = await new Visitor(simulator).toPiste(ALICE);
  await visitor.toChorusPro("qualification", GESTIONNAIRE);
  const before = { scenario: simulator.scenario(), now: START_MS };
  await clicks(visitor, simulator);
  const { html } = await visitor.get("/");
  const changes = changesIn(html);
  const after = { scenario: simulator.scenario(), now: START_MS + movedMs };
  await simulator.close();
  expect(changes.map((change) => change.before)).toEqual(await answersAt(before, after, changes));
  expect(changes.map((change) => change.after)).toEqual(await answersAt(after, before, changes));
  return { changes, closes: closedIn(html), html };
}

const briefly = ({ changes }: Clicked): readonly string[] => changes.map(({ request, before, after }) => `${request.split("/").slice(3).join("/")}: ${before} → ${after}`);

describe("the panel says what the APIs say", { timeout: 120_000 }, () => {
  test("of terms that are accepted no longer", async () => {
    const clicked = await click(FULL_WORLD, (visitor) => visitor.post("/piste/consentement-cgu-api", { qualification: ["factures", "utilisateurs", "transverses"], production: [] }));
    expect(briefly(clicked)).toEqual(expect.arrayContaining(["structures/v1/rechercher: 401 (compte technique refusé) → 403 (vide)"]));
    expect(clicked.changes.every(({ as }) => !as.includes(APP_BOB))).toBe(true);
    expect(clicked.closes).toEqual([]);
  });

  test("of APIs that are selected", async () => {
    const none = await click(FULL_WORLD, (visitor) => visitor.post(`${OF_ALICE}/modifier`, { action: "modifications", active: "oui", apis: [] }));
    expect(none.changes).toHaveLength(6);
    const bare = { ...FULL_WORLD.environments.qualification?.applications?.[APP_ALICE], apis: [] } as never;
    const world = { ...FULL_WORLD, environments: { ...FULL_WORLD.environments, qualification: { ...FULL_WORLD.environments.qualification, applications: { ...FULL_WORLD.environments.qualification?.applications, [APP_ALICE]: bare } } } };
    const one = await click(world, (visitor) => visitor.post(`${OF_ALICE}/modifier`, { action: "modifications", active: "oui", apis: ["factures"] }));
    expect(briefly(one)).toEqual(["factures/v1/rechercher/fournisseur: 403 (vide) → 401 (compte technique refusé)"]);
    expect(one.closes).toEqual([`select-apis (qualification) : ${APP_ALICE} : AIFE - Chorus Pro - Factures`]);
  });

  test("of an application that is made inactive", async () => {
    const clicked = await click(FULL_WORLD, (visitor) => visitor.post(`${OF_ALICE}/modifier`, { action: "modifications", apis: ["structures", "factures", "transverses", "utilisateurs", "engagements", "organisations"] }));
    expect(briefly(clicked)[0]).toBe("oauth/token: 200 → 400 invalid_client");
  });

  test("of credentials, new and anew", async () => {
    const made = await click(PORTAL_WORLD, (visitor) => visitor.post(`${OF_ALICE}/authentification`, { action: "generer" }));
    expect([briefly(made), made.closes]).toEqual([["oauth/token: 400 invalid_client → 200"], [`generate-credentials (qualification) : ${APP_ALICE}`]]);
    const anew = await click(FULL_WORLD, (visitor) => visitor.post(`${OF_ALICE}/authentification`, { action: "regenerer" }));
    expect(briefly(anew)).toEqual(["oauth/token: 200 → 400 invalid_client", "oauth/token: 400 invalid_client → 200"]);
    expect((await click(FULL_WORLD, (visitor) => visitor.post(`${OF_ALICE}/authentification`, { action: "consulter" }))).changes).toEqual([]);
  });

  test("of an espace", async () => {
    const clicked = await click(FULL_WORLD, (visitor) => visitor.post(`${Q}/structures/${AGENCE}/parametres`, { espaces: "factures-emises", "abonnement-factures-emises": "MODIFICATION" }));
    expect(briefly(clicked)).toContain("transverses/v1/recuperer/structures/actives/fournisseur: 200, 1 ligne → 200, 2 lignes");
    expect(clicked.closes).toEqual([`open-espace (qualification) : ${AGENCE} : Factures émises`]);
  });

  test("of EDI parameters", async () => {
    const clicked = await click(FULL_WORLD, (visitor) => visitor.post(`${Q}/structures/${SIEGE}/parametres`, { espaces: ["raccordements", "factures-emises"], "abonnement-raccordements": "MODIFICATION", "abonnement-factures-emises": "CONSULTATION", edi: "connexion" }));
    expect(briefly(clicked)).toEqual([`organisations/v1/structures/${SIEGE}: 200, recevoirCyclesViesEdi true, emetteurFluxEdi false → 200, recevoirCyclesViesEdi false, emetteurFluxEdi true`]);
    expect(clicked.closes).toEqual([`set-edi-by-hand (qualification) : ${SIEGE}`]);
  });

  test("of a service", async () => {
    const clicked = await click(FULL_WORLD, (visitor) => visitor.post(`${Q}/structures/${SIEGE}/services`, { code: "NEUF" }));
    expect(briefly(clicked)).toContain(`organisations/v1/structures/${SIEGE}/services: 200, 1 ligne → 200, 2 lignes`);
  });

  test("of a structure that is made active", async () => {
    const clicked = await click(FULL_WORLD, (visitor) => visitor.post(`${Q}/structures/${FERMEE}`));
    expect(clicked.closes).toEqual([`activate-structure (qualification) : ${FERMEE}`]);
  });

  test("of a raccordement, where it is asked for", async () => {
    const declared = await click(WITHOUT, (visitor) => visitor.post(`${Q}/raccordements/declarer`, RACCORDEMENT));
    expect(briefly(declared)).toEqual([expect.stringMatching(/^structures\/v1\/rechercher: 403 \(la requête renvoyée\) → 200, \d+ lignes$/)]);
    const ended = await click(STRICT, (visitor) => visitor.post(`${Q}/raccordements`, { raccordement: "un" }));
    expect(briefly(ended)).toEqual([expect.stringMatching(/^structures\/v1\/rechercher: 200, \d+ lignes → 403 \(la requête renvoyée\)$/)]);
    const lenient = await click(FULL_WORLD, (visitor) => visitor.post(`${Q}/raccordements`, { raccordement: "un" }));
    expect(lenient.changes).toEqual([]);
    expect(lenient.html).toContain("ne se voit par aucune API");
  });

  test("of a compte technique: nothing at first, in half an hour that it works, after a reset that another password does", async () => {
    const created = await click(PORTAL_WORLD, (visitor) => visitor.post(`${Q}/comptes-techniques`, { type: "creation", structure: SIEGE }));
    expect(created.changes).toEqual([]);
    expect(created.closes[0]).toBe(`create-compte-technique (qualification) : ${TECH_SIEGE}`);
    const content = FULL_WORLD.environments.qualification ?? {};
    const fresh = { ...content.comptesTechniques?.[TECH_SIEGE], motDePasse: TECH_PASSWORD, structure: SIEGE, rattachements: [AGENCE], motDePasseChangeLe: "2026-11-24T09:12:00Z", creeLe: "2026-11-24T09:12:00Z" };
    const young: Scenario = { ...FULL_WORLD, environments: { qualification: { ...content, comptesTechniques: { [TECH_SIEGE]: fresh } } } };
    const later = await click(young, (visitor) => visitor.advance("30m"), 30 * 60_000);
    expect(briefly(later)[0]).toBe("transverses/v1/health-check: 401 (compte technique refusé) → 200");
    const reset = await click(FULL_WORLD, async (visitor) => {
      await visitor.post(`${Q}/comptes-techniques`, { type: "reinitialisation", structure: SIEGE });
      await visitor.post(`${Q}/comptes-techniques/reinitialisation`);
    });
    expect(briefly(reset)).toEqual(["transverses/v1/health-check: 200 → 401 (compte technique refusé)", "transverses/v1/health-check: 401 (compte technique refusé) → 200"]);
  });

  test("of time that passes: passwords die", async () => {
    const [day, long] = [86_400_000, 410 * 86_400_000];
    expect((await click(FULL_WORLD, (visitor) => visitor.advance("1j"), day)).changes).toEqual([]);
    expect(briefly(await click(FULL_WORLD, (visitor) => visitor.advance("410j"), long))).toContain("transverses/v1/health-check: 200 → 401 (compte technique refusé)");
  });

  test("of the one account among many whose password dies", async () => {
    const account = { motDePasse: TECH_PASSWORD, structure: SIEGE, rattachements: [], motDePasseChangeLe: "2026-11-20" };
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`TECH_${index + 1}_${AGENCE}@cpro.fr`, account]));
    const world = { ...FULL_WORLD, environments: { qualification: { ...FULL_WORLD.environments.qualification, comptesTechniques: { ...many, [TECH_SIEGE]: { ...account, motDePasseChangeLe: "2026-10-01" } } } } };
    const { changes } = await click(world, (visitor) => visitor.advance("410j"), 410 * 86_400_000);
    expect(changes[0]).toMatchObject({ as: expect.stringContaining(TECH_SIEGE), after: "401 (compte technique refusé)" });
  });

  test("of two applications whose names differ by a colon", async () => {
    const one = FULL_WORLD.environments.qualification?.applications?.[APP_ALICE];
    if (one === undefined) throw new Error("no application");
    const applications = { ab: { ...one, apis: ["structures" as const], clientId: "x" }, "a:b": { ...one, apis: ["factures" as const], clientId: "y" } };
    const world = { ...FULL_WORLD, environments: { qualification: { ...FULL_WORLD.environments.qualification, applications } } };
    const { changes } = await click(world, (visitor) => visitor.post("/piste/consentement-cgu-api", { qualification: "structures" }));
    expect(changes).toEqual([{ request: "POST /qualification/cpro/factures/v1/rechercher/fournisseur", as: "a:b, sans compte technique valable", before: "401 (compte technique refusé)", after: "403 (vide)" }]);
  });
});

test("the panel sees a structure whose identifier has a colon", async () => {
  const content = PORTAL_WORLD.environments.qualification ?? {};
  const person = { motDePasse: PEOPLE_PASSWORD, structures: ["a:b"] };
  const simulator = await openPortals({ ...PORTAL_WORLD, environments: { qualification: { ...content, structures: { "a:b": { designation: "D", type: "AUTRE" } }, gestionnaires: { [GESTIONNAIRE]: person } } } });
  const visitor = await new Visitor(simulator).toChorusPro("qualification", GESTIONNAIRE);
  const page = await visitor.send(`${Q}/structures/${encodeURIComponent("a:b")}/services`, { code: "X" });
  expect(changesIn(page.html).map(({ before, after }) => `${before} → ${after}`)).toContain("200, 0 lignes → 200, 1 ligne");
  await simulator.close();
});

describe("the steps that buttons close", () => {
  /** What no portal does: the API itself does it, or a person elsewhere. */
  const ELSEWHERE: Readonly<Record<string, string>> = {
    "set-edi": "Chorus does it through the API",
    "retire-compte-technique": "no screen that was described ends an account: a request to the support",
    "detach-structure": "handing a structure to another gestionnaire is not played",
  };

  test("are those of the catalogue, and all that a portal can do", async () => {
    const closed = new Set<string>();
    const { readFile, readdir } = await import("node:fs/promises");
    const root = new URL("../../../src/simulator/portals/", import.meta.url);
    for (const name of await readdir(root, { recursive: true })) {
      if (!/\.tsx?$/.test(name)) continue;
      for (const [, action = ""] of (await readFile(new URL(name, root), "utf8")).matchAll(/\baction: "([a-z-]+)"/g)) closed.add(action);
    }
    expect([...closed].filter((action) => !Object.hasOwn(GUIDES, action))).toEqual([]);
    expect(Object.keys(GUIDES).filter((action) => !closed.has(action)).sort()).toEqual(Object.keys(ELSEWHERE).sort());
  });
});
