import { connect } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkScenario } from "../../src/simulator/check-scenario.ts";
import { SCREENS } from "../../src/simulator/portals/screens.ts";
import type { Simulator } from "../../src/simulator/simulator.ts";
import { openPortals, Visitor } from "../simulator/portals/visitor.ts";
import { AGENCE, ALICE, APP_ALICE, APP_PRODUCTION, FULL_WORLD, GESTIONNAIRE, PEOPLE_PASSWORD, SIEGE, TECH_SIEGE } from "../simulator/portals/world.ts";
import { Client } from "../simulator/client.ts";
import { runs } from "./mutations.ts";

// Whatever a form sends, the pages stand, and the world remains one that a scenario can hold.

const XSS = `"><script>alert(1)</script><img src=x onerror='x'>`;
const NAMES = ["__proto__", "constructor", "toString", "hasOwnProperty", "a:b", ":", " ", "\u0000", "\u0000\u0001", "..", ".", "%2e%2e", "/", "a/b", "\\", "\u202e", `x" onfocus="alert(1)`, "\ufeff", "😀", `${"x".repeat(499)}😀`, "x".repeat(20_000), XSS, "nouvelle", "rien\r\nx-y: z", "=1+1"];
const KNOWN = [SIEGE, AGENCE, APP_ALICE, APP_PRODUCTION, TECH_SIEGE, ALICE, GESTIONNAIRE, PEOPLE_PASSWORD, "oui", "un", "AUTRE", "HORS_UE", "SIRET", "creation", "reinitialisation", "generer", "regenerer", "consulter", "cgu", "modifications",
  "MODIFICATION", "CONSULTATION", "factures", "structures", "raccordements", "factures-emises", "reception", "Universelle", "Utilisateur d'une application interne", "30m", "1j", "410j", "a@b.fr", "Abcdefghij1!", "/piste"];
const value = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...KNOWN) }, { weight: 3, arbitrary: fc.constantFrom(...NAMES) }, fc.string({ unit: "binary", maxLength: 30 }));

const FIELDS = ["nom", "email", "motDePasse", "confirmation", "organisation", "code", "cgu", "avance", "retour", "qualification", "production", "description", "telephone", "responsable", "structure", "active", "apis", "action", "login", "type",
  "identifiant", "designation", "espaces", "edi", "abonnement-raccordements", "abonnement-factures-emises", "raccordement", "application", "usage", "editeur", "fax", "concentrateur", "__proto__", "constructor"];
const fields = fc.array(fc.tuple(fc.constantFrom(...FIELDS), value), { maxLength: 14 });

const POSTS = SCREENS.filter(({ method, path }) => method === "POST" && !path.includes("deconnexion")).map(({ path }) => path);
const GETS = SCREENS.filter(({ method }) => method === "GET").map(({ path }) => path);
const parameter = fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, fc.constantFrom(...NAMES.map((name) => name.slice(0, 600).replaceAll(/\p{Surrogate}/gu, "")), "%00"));
const place = (paths: readonly string[]) => fc.tuple(fc.constantFrom(...paths), fc.constantFrom("qualification", "production"), parameter).map(([path, environment, other]) => {
  const own = environment === "qualification" ? APP_ALICE : APP_PRODUCTION;
  return `/${path.replace("{environment}", environment).replaceAll(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(other ?? (name === "name" ? own : SIEGE)))}`;
});

let simulator: Simulator;
let visitor: Visitor;
beforeAll(async () => {
  simulator = await openPortals(FULL_WORLD);
  visitor = new Visitor(simulator);
});
afterAll(() => simulator.close());

/** A world as it was, with whoever has everything signed in. */
const anew = async (): Promise<void> => {
  const client = new Client(simulator);
  await client.admin("PUT", "scenario", FULL_WORLD);
  await client.admin("PUT", "clock", { now: "2026-11-24T09:12:00Z" });
  visitor = await new Visitor(simulator).toPiste(ALICE);
  for (const environment of ["qualification", "production"] as const) await visitor.toChorusPro(environment, GESTIONNAIRE);
};

const holds = (html: string): void => {
  expect(html).not.toMatch(/<script|<img|" onfocus="|TypeError|RangeError|node:internal/i);
};

test("no form breaks a page or the world", { timeout: 600_000 }, async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.record({ path: place(POSTS), fields, looks: fc.array(place(GETS), { maxLength: 2 }) }), { minLength: 1, maxLength: 6 }), async (clicks) => {
    await anew();
    for (const { path, fields: sent, looks } of clicks) {
      const typed: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
      for (const [name, one] of sent) (typed[name] ??= []).push(one);
      const answer = await visitor.post(path, typed);
      expect([200, 303, 403, 404, 410, 422]).toContain(answer.status);
      expect(checkScenario(simulator.scenario())).toEqual([]);
      holds(answer.html);
      for (const look of [...(answer.location === undefined ? [] : [answer.location]), "/", "/simulation/courriels", "/piste/applications", "/piste/connexion", "/chorus-pro/qualification/structures", "/chorus-pro/qualification/raccordements", ...looks]) {
        const page = await visitor.get(look);
        expect([200, 303, 400, 403, 404, 410]).toContain(page.status);
        holds(page.html);
      }
    }
    const kept = new Client(simulator);
    expect((await kept.admin("PUT", "scenario", JSON.parse((await kept.admin("GET", "scenario")).text))).status).toBe(204);
  }), runs(60));
});

const ODD_TYPES = ["application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-16", "APPLICATION/X-WWW-FORM-URLENCODED", "multipart/form-data; boundary=x", "text/plain", "application/json", "", "x".repeat(3000)];
const bytes = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string().map((text) => Buffer.from(text)), fc.constantFrom(...["%", "%ZZ=%", "&&&===", "=", "csrf", "\ufeffcsrf=", "a=%C3%28&b=%ff%fe", "__proto__=1&constructor=2"].map((text) => Buffer.from(text))));

test("no bytes do either", { timeout: 600_000 }, async () => {
  await anew();
  await fc.assert(fc.asyncProperty(place(POSTS), fc.constantFrom(...ODD_TYPES), bytes, fc.boolean(), async (path, type, body, isSigned) => {
    await visitor.get("/");
    const sent = isSigned ? Buffer.concat([Buffer.from(`csrf=${visitor.csrf}&`), body]) : Buffer.from(body);
    const answer = await fetch(`${simulator.url}${path}`, { method: "POST", redirect: "manual", headers: { "content-type": type, cookie: visitor.cookie }, body: sent });
    expect([200, 303, 400, 403, 404, 410, 422]).toContain(answer.status);
    holds(await answer.text());
    expect(checkScenario(simulator.scenario())).toEqual([]);
  }), runs(150));
});

test("a form of megabytes is refused, and one that ends early leaves nobody waiting", async () => {
  await anew();
  expect((await visitor.post("/piste/inscription", { nom: "x".repeat(2_000_000) })).status).toBe(413);
  const { hostname, port } = new URL(simulator.url);
  await new Promise<void>((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write("POST /piste/inscription HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 100\r\n\r\nnom=", () => { socket.destroy(); }));
    socket.on("close", () => { resolve(); }).on("error", reject);
  });
  expect((await visitor.get("/piste/applications")).status).toBe(200);
});

const cookie = fc.oneof(fc.constantFrom("chorus=", "chorus=__proto__", "chorus=constructor", ";;;=;chorus", `chorus=${"x".repeat(3000)}`, "chorus=a; chorus=b"), fc.string({ maxLength: 60 }).map((text) => text.replaceAll(/[^ -~]/gu, "?")));

test("no address, query or cookie does", { timeout: 600_000 }, async () => {
  await anew();
  const query = fc.array(fc.tuple(fc.constantFrom("nom", "page", "structure", "__proto__"), value), { maxLength: 4 }).map((pairs) => new URLSearchParams(pairs.map(([name, one]) => [name, one.slice(0, 3000)])).toString());
  await fc.assert(fc.asyncProperty(place(GETS), query, fc.option(cookie, { nil: undefined }), fc.constantFrom("GET", "HEAD", "PUT", "DELETE", "OPTIONS"), async (path, search, made, method) => {
    const answer = await fetch(`${simulator.url}${path}?${search}`, { method, redirect: "manual", headers: { cookie: made ?? visitor.cookie } });
    expect([200, 303, 400, 403, 404, 410]).toContain(answer.status);
    holds(await answer.text());
  }), runs(200));
});
