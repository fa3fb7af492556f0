import { extractText, getDocumentProxy } from "unpdf";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkScenario } from "../../../src/simulator/check-scenario.ts";
import type { Environment, ScenarioEnvironment } from "../../../src/simulator/scenario.ts";
import type { Simulator } from "../../../src/simulator/simulator.ts";
import { Client } from "../client.ts";
import { openPortals, Visitor } from "./visitor.ts";
import type { Fields } from "./visitor.ts";
import { AGENCE, APP_ALICE, APP_BOB, APP_PRODUCTION, AUTRE_GESTIONNAIRE, AUTRUI, FERMEE, GESTIONNAIRE, PEOPLE_PASSWORD, SIEGE, TECH_AUTRUI, TECH_PASSWORD, UTILISATEUR } from "./world.ts";

let simulator: Simulator;
let visitor: Visitor;
beforeEach(async () => {
  simulator = await openPortals();
  visitor = new Visitor(simulator);
});
afterEach(async () => {
  expect(checkScenario(simulator.scenario())).toEqual([]);
  await simulator.close();
});

const Q = "/chorus-pro/qualification";
const P = "/chorus-pro/production";
const there = (environment: Environment = "qualification"): ScenarioEnvironment => simulator.scenario().environments[environment] ?? {};
const secretsIn = (html: string): readonly string[] => [...html.matchAll(/<span class="secret">(.*?)<\/span>/g)].map(([, secret = ""]) => secret.replaceAll("&gt;", ">").replaceAll("&lt;", "<").replaceAll("&amp;", "&"));
/** Whether the APIs take a compte technique, through Bob's application. */
const isTaken = async (login: string, motDePasse: string): Promise<boolean> => {
  const client = new Client(simulator);
  const { body } = await client.askToken("qualification", { grant_type: "client_credentials", client_id: "client-de-bob", client_secret: "secret-de-bob" });
  const { status } = await client.call("transverses/v1/health-check", { method: "GET", token: body.access_token as string, account: `${login}:${motDePasse}` });
  expect([200, 401]).toContain(status);
  return status === 200;
};
const open = (who: Visitor, structure: string, root = Q, right = "MODIFICATION") =>
  who.post(`${root}/structures/${structure}/parametres`, { espaces: ["raccordements", "factures-emises"], "abonnement-raccordements": right, "abonnement-factures-emises": "CONSULTATION" });

describe("Connexion", () => {
  test.each([[GESTIONNAIRE, "faux"], ["personne", "x"], ["__proto__", "x"], ["constructor", ""], ["", ""]])("%s with %s is refused", async (login, motDePasse) => {
    expect((await visitor.post(`${Q}/connexion`, { login, motDePasse })).wrong).toEqual(["login"]);
  });

  test("asks for a second factor in production", async () => {
    expect((await visitor.post(`${P}/connexion`, { login: GESTIONNAIRE, motDePasse: PEOPLE_PASSWORD })).location).toBe(`${P}/code`);
    expect((await visitor.get(`${P}/mon-compte`)).status).toBe(303);
    const code = await visitor.lastCode();
    for (const wrong of ["", "000000", `${code}0`]) expect((await visitor.post(`${P}/code`, { code: wrong })).wrong).toEqual(["code"]);
    expect((await visitor.post(`${P}/code`, { code: `${code.slice(0, 3)} ${code.slice(3)}` })).location).toBe(P);
    expect((await visitor.get(`${P}/mon-compte`)).status).toBe(200);
    await visitor.post(`${P}/deconnexion`);
    expect((await visitor.post(`${P}/code`, { code })).location).toBe(`${P}/connexion`);
  });

  test("a code of production opens nothing in qualification", async () => {
    await visitor.post(`${P}/connexion`, { login: GESTIONNAIRE, motDePasse: PEOPLE_PASSWORD });
    await visitor.post(`${Q}/code`, { code: await visitor.lastCode() });
    expect((await visitor.get(`${Q}/mon-compte`)).status).toBe(303);
  });
});

const GESTIONNAIRE_SCREENS = ["structures", "structures/nouvelle", `structures/${SIEGE}`, `structures/${SIEGE}/parametres`, `structures/${SIEGE}/services`,
  "comptes-techniques", "comptes-techniques/affichage", "comptes-techniques/informations.pdf", "comptes-techniques/reinitialisation"];

test.each(GESTIONNAIRE_SCREENS)("a user who is no gestionnaire gets nothing at %s", async (page) => {
  await visitor.toChorusPro("qualification", UTILISATEUR);
  const before = simulator.scenario();
  expect((await visitor.get(`${Q}/${page}`)).status).toBe(403);
  expect([403, 404]).toContain((await visitor.post(`${Q}/${page}`, { type: "creation", structure: SIEGE, code: "X", espaces: "raccordements" })).status);
  expect(simulator.scenario()).toBe(before);
});

test.each(["", "/parametres", "/services"])("a gestionnaire gets nothing of another's structure%s", async (page) => {
  await visitor.toChorusPro("qualification", GESTIONNAIRE);
  const before = simulator.scenario();
  expect((await visitor.get(`${Q}/structures/${AUTRUI}${page}`)).status).toBe(404);
  expect((await visitor.post(`${Q}/structures/${AUTRUI}${page}`, { espaces: "raccordements", code: "X" })).status).toBe(404);
  expect((await visitor.post(`${Q}/comptes-techniques`, { type: "creation", structure: AUTRUI })).wrong).toEqual(["structure"]);
  expect((await visitor.post(`${Q}/comptes-techniques`, { type: "reinitialisation", structure: SIEGE, login: TECH_AUTRUI })).wrong).toEqual(["login"]);
  expect(simulator.scenario()).toBe(before);
  for (const list of ["structures", "comptes-techniques", "mon-compte"]) expect((await visitor.get(`${Q}/${list}`)).text).not.toContain(AUTRUI);
});

describe("Raccordements EDI et API", () => {
  const RIGHT: Fields = { structure: SIEGE, application: APP_ALICE, usage: "Utilisateur d'une application interne", nom: "N", telephone: "01", email: "n@exemple.fr" };

  test("is in the menu once the espace is open, subscribed to, and one has signed in again", async () => {
    await visitor.toChorusPro("qualification", GESTIONNAIRE);
    const isInMenu = async () => (await visitor.get(Q)).html.includes(`href="${Q}/raccordements"`);
    const statuses = async () => [(await visitor.get(`${Q}/raccordements`)).status, (await visitor.post(`${Q}/raccordements/declarer`, RIGHT)).status];
    expect([await isInMenu(), await statuses()]).toEqual([false, [403, 403]]);
    await open(visitor, SIEGE, Q, "");
    await visitor.toChorusPro("qualification", GESTIONNAIRE);
    expect([await isInMenu(), await statuses()]).toEqual([false, [403, 403]]);
    await open(visitor, SIEGE, Q, "CONSULTATION");
    expect([await isInMenu(), await statuses()]).toEqual([false, [403, 403]]);
    await visitor.toChorusPro("qualification", GESTIONNAIRE);
    expect([await isInMenu(), await statuses()]).toEqual([true, [200, 422]]);
    expect((await visitor.get(`${Q}/raccordements/declarer`)).text).toContain("en Modification");
    expect(there().raccordements).toBeUndefined();
    await open(visitor, SIEGE);
    expect(await statuses()).toEqual([200, 303]);
  });

  test.each<[string, Fields, readonly string[]]>([
    ["nothing", { structure: "", application: "", usage: "", nom: "", telephone: "", email: "" }, ["structure", "application", "usage", "nom", "telephone", "email"]],
    ["another's structure", { structure: AUTRUI }, ["structure"]],
    ["a structure whose espace is closed", { structure: AGENCE }, ["structure"]],
    ["an application that is not there", { application: "rien" }, ["application"]],
    ["one of Object's own", { application: "constructor" }, ["application"]],
    ["the name in other letters", { application: APP_ALICE.toLowerCase() }, ["application"]],
    ["another use", { usage: "Autre" }, ["usage"]],
    ["no publisher for one's solution", { usage: "Utilisateur d'une solution d'un éditeur ou opérateur" }, ["editeur"]],
    ["no e-mail", { email: "n" }, ["email"]],
  ])("%s is refused at its field", async (_what, fields, wrong) => {
    await visitor.toChorusPro("qualification", GESTIONNAIRE);
    await open(visitor, SIEGE);
    await visitor.toChorusPro("qualification", GESTIONNAIRE);
    const before = simulator.scenario();
    const page = await visitor.post(`${Q}/raccordements/declarer`, { ...RIGHT, ...fields });
    expect([page.status, page.wrong, [...page.leadsTo].sort()]).toEqual([422, wrong, [...wrong].sort()]);
    expect(simulator.scenario()).toBe(before);
  });

  test("takes no SANDBOX application in production", async () => {
    await visitor.toChorusPro("production", GESTIONNAIRE);
    await open(visitor, SIEGE, P);
    await visitor.toChorusPro("production", GESTIONNAIRE);
    for (const name of [APP_ALICE, APP_BOB]) expect((await visitor.post(`${P}/raccordements/declarer`, { ...RIGHT, application: name })).wrong).toEqual(["application"]);
    expect((await visitor.post(`${P}/raccordements/declarer`, { ...RIGHT, application: APP_PRODUCTION })).status).toBe(303);
    expect((await visitor.post(`${P}/raccordements/declarer`, { ...RIGHT, application: APP_PRODUCTION })).wrong).toEqual(["application"]);
    expect(there().raccordements).toBeUndefined();
  });

  test("is ended by whoever may declare it, and nobody else", async () => {
    await new Client(simulator).patch({ raccordements: { mine: { structure: SIEGE, application: APP_ALICE }, other: { structure: AUTRUI, application: APP_BOB } } });
    await visitor.toChorusPro("qualification", GESTIONNAIRE);
    await open(visitor, SIEGE, Q, "CONSULTATION");
    await visitor.toChorusPro("qualification", GESTIONNAIRE);
    for (const raccordement of ["mine", "other", "constructor", ""]) await visitor.post(`${Q}/raccordements`, { raccordement });
    expect(Object.keys(there().raccordements ?? {})).toEqual(["mine", "other"]);
    await open(visitor, SIEGE);
    for (const raccordement of ["mine", "other"]) await visitor.post(`${Q}/raccordements`, { raccordement });
    expect(Object.keys(there().raccordements ?? {})).toEqual(["other"]);
  });

  test("never takes the place of another one", async () => {
    const other = { structure: AUTRUI, application: APP_BOB };
    await new Client(simulator).patch({ raccordements: { [`${SIEGE} ${APP_ALICE}`]: other } });
    await visitor.toChorusPro("qualification", GESTIONNAIRE);
    await open(visitor, SIEGE);
    await visitor.toChorusPro("qualification", GESTIONNAIRE);
    await visitor.post(`${Q}/raccordements/declarer`, RIGHT);
    expect(Object.values(there().raccordements ?? {})).toEqual([other, expect.objectContaining({ structure: SIEGE })]);
  });
});

describe("Compte technique", () => {
  const create = (structure = SIEGE) => visitor.send(`${Q}/comptes-techniques`, { type: "creation", structure });
  beforeEach(() => visitor.toChorusPro("qualification", GESTIONNAIRE));

  test("shows its password once, and works half an hour later", async () => {
    const page = await create();
    const [login = "", motDePasse = ""] = secretsIn(page.html);
    expect(login).toBe(`TECH_1_${SIEGE}@cpro.fr`);
    expect(there().comptesTechniques?.[login]).toMatchObject({ motDePasse, structure: SIEGE, rattachements: [AGENCE, FERMEE] });
    expect(secretsIn((await visitor.get(`${Q}/comptes-techniques/affichage`)).html)).toEqual([]);
    expect((await visitor.get("/simulation/courriels")).text).not.toContain(motDePasse);
    expect(await isTaken(login, motDePasse)).toBe(false);
    await visitor.advance("30m");
    expect(await isTaken(login, motDePasse)).toBe(true);
    await visitor.advance("410j");
    expect(await isTaken(login, motDePasse)).toBe(true);
    for (let day = 0; day < 14; day++) await visitor.advance("1j");
    expect(await isTaken(login, motDePasse)).toBe(false);
  });

  test("is in the PDF, as a reader of PDF reads it", async () => {
    const [login, motDePasse] = secretsIn((await create()).html);
    const response = await fetch(`${simulator.url}${Q}/comptes-techniques/informations.pdf`, { headers: { cookie: visitor.cookie } });
    expect(response.headers.get("content-type")).toBe("application/pdf");
    const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(await response.arrayBuffer())), { mergePages: false });
    expect(totalPages).toBe(1);
    expect(text[0]?.split("\n").map((line) => line.trim()).filter((line) => line !== "")).toEqual(
      ["Chorus Pro (SIMULATION)", "Informations de connexion du compte technique", `Login : ${login}`, `Mot de passe : ${motDePasse}`]);
    expect((await visitor.get(`${Q}/comptes-techniques/informations.pdf`)).status).toBe(404);
  });

  test("has a number of its own", async () => {
    for (const count of [1, 2, 3]) expect(secretsIn((await create()).html)[0]).toBe(`TECH_${count}_${SIEGE}@cpro.fr`);
  });

  test.each(["a:b", "__proto__", "a/b"])("has a login that holds, also for a structure %s", async (identifiant) => {
    await visitor.post(`${Q}/structures/nouvelle`, { type: "AUTRE", identifiant, designation: "D" });
    const [login = "", motDePasse = ""] = secretsIn((await create(identifiant)).html);
    await visitor.advance("30m");
    expect(await isTaken(login, motDePasse)).toBe(true);
  });

  test("is reset to a password that is shown first, and kills the old one", async () => {
    const reset = { type: "reinitialisation", structure: SIEGE };
    expect((await visitor.post(`${Q}/comptes-techniques`, reset)).wrong).toEqual(["login"]);
    const [login = "", old = ""] = secretsIn((await create()).html);
    await visitor.advance("30m");
    const [next = ""] = secretsIn((await visitor.send(`${Q}/comptes-techniques`, reset)).html);
    expect([await isTaken(login, old), await isTaken(login, next)]).toEqual([true, false]);
    await visitor.post(`${Q}/comptes-techniques/reinitialisation`);
    expect([await isTaken(login, old), await isTaken(login, next)]).toEqual([false, true]);
    expect((await visitor.get(`${Q}/comptes-techniques/reinitialisation`)).status).toBe(404);
    await create();
    expect((await visitor.post(`${Q}/comptes-techniques`, reset)).wrong).toEqual(["login"]);
    expect((await visitor.post(`${Q}/comptes-techniques`, { ...reset, login })).status).toBe(303);
  });

  test("is not shown to whoever signs in next, nor in the other environment", async () => {
    const { location } = await visitor.post(`${Q}/comptes-techniques`, { type: "creation", structure: SIEGE });
    await create();
    await visitor.post(`${Q}/comptes-techniques`, { type: "reinitialisation", structure: SIEGE, login: `TECH_1_${SIEGE}@cpro.fr` });
    await visitor.toChorusPro("production", GESTIONNAIRE);
    await visitor.toChorusPro("qualification", AUTRE_GESTIONNAIRE);
    expect(location).toBe(`${Q}/comptes-techniques/affichage`);
    for (const root of [P, Q]) {
      for (const page of ["affichage", "reinitialisation", "informations.pdf"]) expect((await visitor.get(`${root}/comptes-techniques/${page}`)).status).toBe(404);
    }
  });

  test("may use what its gestionnaire subscribes to", async () => {
    await create();
    await open(visitor, AGENCE);
    expect(there().comptesTechniques?.[`TECH_1_${SIEGE}@cpro.fr`]?.habilitations?.[AGENCE]).toEqual(expect.arrayContaining(["raccordements", "factures-emises"]));
    expect(there().comptesTechniques?.[TECH_AUTRUI]).toMatchObject({ motDePasse: TECH_PASSWORD });
    expect(there().comptesTechniques?.[TECH_AUTRUI]?.habilitations).toBeUndefined();
  });
});

describe("Structures", () => {
  beforeEach(() => visitor.toChorusPro("qualification", GESTIONNAIRE));

  test.each<[string, Fields, readonly string[]]>([
    ["nothing", { type: "SIRET", identifiant: "", designation: "" }, ["identifiant", "designation"]],
    ["nothing of another type", { type: "AUTRE", identifiant: "", designation: "D" }, ["identifiant"]],
    ["13 digits", { type: "SIRET", identifiant: "3325402151635", designation: "D" }, ["identifiant"]],
    ["another's", { type: "SIRET", identifiant: AUTRUI, designation: "D" }, ["identifiant"]],
    ["a fixed recipient", { type: "SIRET", identifiant: "12345678200051", designation: "D" }, ["identifiant"]],
    ["the path of this form", { type: "AUTRE", identifiant: "nouvelle", designation: "D" }, ["identifiant"]],
    ["a folder", { type: "AUTRE", identifiant: "..", designation: "D" }, ["identifiant"]],
  ])("%s is refused at its field", async (_what, fields, wrong) => {
    const before = simulator.scenario();
    const page = await visitor.post(`${Q}/structures/nouvelle`, fields);
    expect([page.status, page.wrong, page.leadsTo]).toEqual([422, wrong, wrong]);
    expect(simulator.scenario()).toBe(before);
  });

  test("one that is inactive is made active", async () => {
    await visitor.post(`${Q}/structures/${FERMEE}`);
    expect(there().structures?.[FERMEE]).toEqual({ designation: "Exemple fermée", statut: "ACTIVE" });
  });

  test.each(["ACHATS", "__proto__", "constructor", "a/b:c"])("a service %s is active, with its name", async (code) => {
    expect((await visitor.post(`${Q}/structures/${AGENCE}/services`, { code: "" })).wrong).toEqual(["code"]);
    const page = await visitor.send(`${Q}/structures/${AGENCE}/services`, { code });
    expect(page.text).toContain(`${code} ${code === "ACHATS" ? "Achats" : code} Oui`);
  });

  test("a recipient that is always there keeps what it asks for when its settings are saved", async () => {
    const recipient = "12345678200028";
    await new Client(simulator).patch({ gestionnaires: { [GESTIONNAIRE]: { structures: [SIEGE, recipient] } } });
    await visitor.post(`${Q}/structures/${recipient}/parametres`, { espaces: "factures-recues" });
    expect(there().structures?.[recipient]).toMatchObject({ exige: "service", services: { SERVICE_DEST_SERV_OBL: { nom: "Service obligatoire" } } });
  });
});

test("a matelas lets its people in", async () => {
  const page = await visitor.send(`${Q}/matelas`);
  const csv = (await visitor.get(`${Q}/matelas.csv`)).html;
  const [login = "", motDePasse = ""] = ["Login compte GP", "Mot de passe Compte GP"].map((label) => csv.split("\r\n").find((line) => line.includes(label))?.split(";")[2] ?? "");
  expect(page.text).toContain(login);
  await visitor.toChorusPro("qualification", login, motDePasse);
  expect((await visitor.get(`${Q}/structures`)).text).toContain("FOURNISSEUR");
});
