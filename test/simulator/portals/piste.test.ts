import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Client } from "../client.ts";
import type { Simulator } from "../../../src/simulator/simulator.ts";
import { greyed, openPortals, Visitor } from "./visitor.ts";
import type { Fields } from "./visitor.ts";
import { ALICE, APP_ALICE, APP_BOB, APP_PRODUCTION, BOB, PORTAL_WORLD } from "./world.ts";

let simulator: Simulator;
let visitor: Visitor;
beforeEach(async () => {
  simulator = await openPortals();
  visitor = new Visitor(simulator);
});
afterEach(() => simulator.close());

const of = (environment: string, name: string, page = ""): string => `/piste/applications/${environment}/${encodeURIComponent(name)}${page}`;
const application = (name: string) => simulator.scenario().environments.qualification?.applications?.[name];
const tokenWith = async (clientId: string, clientSecret: string): Promise<number> =>
  (await new Client(simulator).askToken("qualification", { grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret })).status;

describe("Inscription", () => {
  const RIGHT: Fields = { nom: "N", email: "neuve@exemple.fr", motDePasse: "Abcdefghij1!", confirmation: "Abcdefghij1!", organisation: "Universelle", cgu: "oui" };
  const password = (motDePasse: string): Fields => ({ motDePasse, confirmation: motDePasse });

  test.each<[string, Fields, readonly string[]]>([
    ["nothing", { nom: "", email: "", motDePasse: "", confirmation: "", organisation: "", cgu: "" }, ["nom", "email", "motDePasse", "organisation", "cgu"]],
    ["a name of spaces", { nom: "   " }, ["nom"]],
    ["no e-mail", { email: "neuve" }, ["email"]],
    ["an e-mail with a colon", { email: "a:b@exemple.fr" }, ["email"]],
    ["an e-mail that has an account", { email: ALICE }, ["email"]],
    ["11 characters", password("Abcdefghi1!"), ["motDePasse"]],
    ["no capital", password("abcdefghij1!"), ["motDePasse"]],
    ["no small letter", password("ABCDEFGHIJ1!"), ["motDePasse"]],
    ["no digit", password("Abcdefghijk!"), ["motDePasse"]],
    ["no special character", password("Abcdefghijk1"), ["motDePasse"]],
    ["another confirmation", { confirmation: "Abcdefghij1?" }, ["confirmation"]],
    ["no organisation", { organisation: "" }, ["organisation"]],
    ["no terms", { cgu: "" }, ["cgu"]],
  ])("%s is refused at its field", async (_what, fields, wrong) => {
    const before = simulator.scenario();
    const page = await visitor.post("/piste/inscription", { ...RIGHT, ...fields });
    expect([page.status, page.wrong, page.leadsTo]).toEqual([422, wrong, wrong]);
    expect(simulator.scenario()).toBe(before);
    expect(page.html).not.toContain("Abcdefghij1");
  });

  const linkIn = async (): Promise<string> => /href="(\/piste\/activation\/[^"]+)"/.exec((await visitor.get("/simulation/courriels")).html)?.[1] ?? "";

  test("an account enters once its link was followed, and that once", async () => {
    await visitor.post("/piste/inscription", RIGHT);
    const link = await linkIn();
    expect((await visitor.post("/piste/connexion", RIGHT)).wrong).toEqual(["email"]);
    expect((await visitor.get(link)).title).toBe("Activation du compte");
    expect(application("APP_SANDBOX_neuve@exemple.fr")).toBeUndefined();
    expect((await visitor.post(link)).location).toBe("/piste/connexion");
    expect(application("APP_SANDBOX_neuve@exemple.fr")).toMatchObject({ compte: "neuve@exemple.fr", apis: [] });
    const after = simulator.scenario();
    expect([(await visitor.get(link)).status, (await visitor.post(link)).status]).toEqual([410, 410]);
    expect(simulator.scenario()).toBe(after);
    expect((await visitor.post("/piste/connexion", RIGHT)).location).toBe("/piste/applications");
  });

  test("a link lasts five days, and a sign-in sends another", async () => {
    await visitor.post("/piste/inscription", RIGHT);
    const link = await linkIn();
    for (let day = 0; day < 5; day++) await visitor.advance("1j");
    expect((await visitor.get(link)).status).toBe(200);
    await visitor.advance("30m");
    expect([(await visitor.get(link)).status, (await visitor.post(link)).status]).toEqual([410, 410]);
    await visitor.post("/piste/connexion", RIGHT);
    expect((await visitor.post(await linkIn())).location).toBe("/piste/connexion");
  });

  test("a link of nobody activates nobody", async () => {
    for (const key of ["x", "__proto__", "constructor"]) expect((await visitor.post(`/piste/activation/${key}`)).status).toBe(410);
  });

  test("an activation leaves an application of that name as it is", async () => {
    const name = "APP_SANDBOX_neuve@exemple.fr";
    const taken = { compte: BOB, clientId: "a", clientSecret: "b", consentements: [], apis: [] };
    await new Client(simulator).patch({ applications: { [name]: taken } });
    await visitor.post("/piste/inscription", RIGHT);
    await visitor.post(await linkIn());
    expect(application(name)).toEqual(taken);
  });
});

describe("Connexion", () => {
  test.each([[ALICE, "faux"], ["personne@exemple.fr", "x"], ["__proto__", "x"], ["", ""]])("%s with %s is refused", async (email, motDePasse) => {
    expect((await visitor.post("/piste/connexion", { email, motDePasse })).wrong).toEqual(["email"]);
    expect((await visitor.get("/piste/applications")).status).toBe(303);
  });
});

describe("Applications", () => {
  beforeEach(() => visitor.toPiste(ALICE));

  test("an API is greyed until its terms are accepted, and a forged form does not select it", async () => {
    const path = of("qualification", APP_ALICE, "/modifier");
    expect(greyed((await visitor.get(path)).html)).toHaveLength(8);
    await visitor.post(path, { action: "modifications", active: "oui", apis: ["factures", "structures"] });
    expect(application(APP_ALICE)?.apis).toEqual([]);
    await visitor.post(path, { action: "cgu", cgu: ["factures", "__proto__", "rien"] });
    expect(greyed((await visitor.get(path)).html)).not.toContain("factures");
    expect(greyed((await visitor.get(path)).html)).toHaveLength(7);
    await visitor.post(path, { action: "modifications", active: "oui", apis: ["factures", "structures"] });
    expect(application(APP_ALICE)).toMatchObject({ apis: ["factures"], consentements: ["factures"] });
    expect(application(APP_BOB)).toBe(PORTAL_WORLD.environments.qualification?.applications?.[APP_BOB]);
    await visitor.post("/piste/consentement-cgu-api", { production: "factures" });
    expect(application(APP_ALICE)).toMatchObject({ apis: [], consentements: [] });
    expect(simulator.scenario().environments.production?.applications?.[APP_PRODUCTION]).toMatchObject({ apis: [], consentements: ["factures"] });
  });

  test("one that is made inactive gets no token", async () => {
    const [bob] = [await new Visitor(simulator).toPiste(BOB)];
    expect(await tokenWith("client-de-bob", "secret-de-bob")).toBe(200);
    await bob.post(of("qualification", APP_BOB, "/modifier"), { action: "modifications" });
    expect(await tokenWith("client-de-bob", "secret-de-bob")).toBe(400);
  });

  const NEW: Fields = { nom: "NOUVELLE", email: "r@exemple.fr", responsable: "R", structure: "33254021516357" };
  test.each<[string, Fields, readonly string[]]>([
    ["nothing", { nom: "", email: "", responsable: "", structure: "" }, ["nom", "email", "responsable", "structure"]],
    ["a name of production", { nom: APP_PRODUCTION }, ["nom"]],
    ["a name of the sandbox, of somebody else", { nom: APP_BOB }, ["nom"]],
    ["a name that no address can hold", { nom: ".." }, ["nom"]],
    ["no e-mail", { email: "r" }, ["email"]],
    ["13 digits", { structure: "3325402151635" }, ["structure"]],
    ["letters", { structure: "3325402151635X" }, ["structure"]],
  ])("%s is refused at its field", async (_what, fields, wrong) => {
    const before = simulator.scenario();
    const page = await visitor.post("/piste/applications/nouvelle", { ...NEW, ...fields });
    expect([page.status, page.wrong, page.leadsTo]).toEqual([422, wrong, wrong]);
    expect(simulator.scenario()).toBe(before);
  });

  test.each([["NOUVELLE"], ["__proto__"], ["constructor"], ["é/à ?#%&"], ["a:b"], ["<b>"], ["nouvelle"], ["cut within a letter", `${"x".repeat(499)}😀`]])("one named %s is there, by its name", async (what, nom = what) => {
    const page = await visitor.send("/piste/applications/nouvelle", { ...NEW, nom });
    expect(page.status).toBe(200);
    expect(page.title).toContain(nom.slice(0, 499));
    expect((await visitor.get("/piste/applications")).text).toContain(nom.slice(0, 499));
    expect((await visitor.send(of("production", Object.keys(simulator.scenario().environments.production?.applications ?? {}).at(-1) ?? "", "/authentification"), { action: "generer" })).status).toBe(200);
  });

  test.each(["", "/modifier", "/authentification", "/quotas"])("that of somebody else is not there%s", async (page) => {
    const before = simulator.scenario();
    expect((await visitor.get(of("qualification", APP_BOB, page))).status).toBe(404);
    expect((await visitor.post(of("qualification", APP_BOB, page), { action: "regenerer" })).status).toBe(404);
    expect(simulator.scenario()).toBe(before);
    expect((await visitor.get("/piste/applications")).text).not.toContain(APP_BOB);
  });

  test("are found by name and page among hundreds", async () => {
    const many = Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`CLIENT-${String(index).padStart(3, "0")}`, { compte: ALICE, consentements: [], apis: [] }]));
    await new Client(simulator).patch({ applications: many });
    expect((await visitor.get("/piste/applications?page=3")).text).toContain("Page 3 sur 3");
    expect((await visitor.get("/piste/applications?nom=client-11&page=1")).text).toContain("CLIENT-119");
    for (const page of ["-1", "x", "1e999", "999", ""]) expect((await visitor.get(`/piste/applications?page=${page}`)).status).toBe(200);
  });
});

describe("Identifiants Oauth", () => {
  const path = of("qualification", APP_ALICE, "/authentification");
  const shown = async (fields: Fields): Promise<readonly string[]> => {
    await visitor.post(path, fields);
    return [...(await visitor.get(path)).html.matchAll(/<span class="secret">(.*?)<\/span>/g)].map(([, secret]) => secret ?? "");
  };

  test("are made once, shown once, and read again on demand", async () => {
    await visitor.toPiste(ALICE);
    expect(await shown({ action: "consulter" })).toEqual([]);
    expect(await shown({ action: "regenerer" })).toEqual([]);
    const [clientId = "", clientSecret = ""] = await shown({ action: "generer" });
    expect(await tokenWith(clientId, clientSecret)).toBe(200);
    expect(await shown({ action: "rien" })).toEqual([clientId]);
    expect(await shown({ action: "generer" })).toEqual([clientId]);
    expect(await shown({ action: "consulter" })).toEqual([clientId, clientSecret]);
    expect(await shown({ action: "" })).toEqual([clientId]);
  });

  test("anew kill the old secret, and keep the id", async () => {
    await visitor.toPiste(ALICE);
    const [clientId = "", old = ""] = await shown({ action: "generer" });
    const [sameId, secret = ""] = await shown({ action: "regenerer" });
    expect(sameId).toBe(clientId);
    expect([await tokenWith(clientId, old), await tokenWith(clientId, secret)]).toEqual([400, 200]);
  });
});

describe("the clock", () => {
  test.each(["constructor", "__proto__", "toString", "", "1e9"])("does not move by %s", async (avance) => {
    const page = await visitor.send("/simulation/horloge", { avance, retour: "/piste" });
    expect(page.status).toBe(200);
    expect(page.text).toContain("24/11/2026 09:12");
  });

  test.each([["/piste", "/piste"], ["//example.org", "/"], ["https://example.org", "/"], ["/\\example.org", "/"], ["piste", "/"], ["/é€😀", "/"], ["/ x", "/"], ["", "/"]])("leads back from %s to %s", async (retour, to) => {
    expect((await visitor.post("/simulation/horloge", { avance: "30m", retour })).location).toBe(to);
  });
});
