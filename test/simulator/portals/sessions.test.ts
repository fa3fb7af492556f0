import { request } from "node:http";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { SCREENS } from "../../../src/simulator/portals/screens.ts";
import { sessions } from "../../../src/simulator/portals/sessions.ts";
import type { Simulator } from "../../../src/simulator/simulator.ts";
import { openPortals, Visitor } from "./visitor.ts";
import { AGENCE, ALICE, APP_ALICE, APP_PRODUCTION, FULL_WORLD, GESTIONNAIRE, PEOPLE_PASSWORD, PORTAL_WORLD, SIEGE, TECH_PASSWORD } from "./world.ts";

let simulator: Simulator;
let visitor: Visitor;
beforeEach(async () => {
  simulator = await openPortals(FULL_WORLD);
  visitor = new Visitor(simulator);
});
afterEach(() => simulator.close());

/** Each form's path, with the values of somebody who has everything. */
const pathOf = (path: string, environment: string): string =>
  `/${path.replace("{environment}", environment).replace("{name}", encodeURIComponent(environment === "qualification" ? APP_ALICE : APP_PRODUCTION)).replace("{identifiant}", SIEGE).replace("{key}", "x")}`;

const POSTS = SCREENS.filter(({ method }) => method === "POST").map(({ path }) => pathOf(path, "qualification"));
const GETS = SCREENS.filter(({ method }) => method === "GET").flatMap(({ path }) => (path.includes("{environment}") ? [pathOf(path, "qualification"), pathOf(path, "production")] : [pathOf(path, "")]));

const signedIn = async (who = visitor): Promise<Visitor> => {
  await who.toPiste(ALICE);
  await who.toChorusPro("qualification", GESTIONNAIRE);
  return who.toChorusPro("production", GESTIONNAIRE);
};

/** One that stays as it is: what only looks, or is refused, may share it. */
let still: Simulator;
let reader: Visitor;
beforeAll(async () => {
  still = await openPortals(FULL_WORLD);
  reader = await signedIn(new Visitor(still));
});
afterAll(() => still.close());

/** Through Node's own client, which sends the Host that it is told. */
const statusFor = (path: string, host: string, at = simulator): Promise<number> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(at.url);
    request({ hostname, port, path, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    }).on("error", reject).end();
  });

describe("a form", () => {
  test.each(POSTS)("%s changes nothing without its session's token", async (path) => {
    const other = new Visitor(still);
    await other.get("/");
    await reader.get("/");
    const before = still.scenario();
    const filled = { avance: "1j", action: "regenerer", type: "creation", structure: SIEGE, raccordement: "un", espaces: "factures-recues", code: "X" };
    for (const csrf of ["", "x", other.csrf, `${reader.csrf}x`]) {
      expect((await reader.post(path, { ...filled, csrf })).status).toBe(403);
    }
    const stolen = new Visitor(still);
    stolen.csrf = reader.csrf;
    expect((await stolen.post(path, filled)).status).toBe(403);
    expect(still.scenario()).toBe(before);
    expect((await reader.get("/chorus-pro/qualification/mon-compte")).title).toBe("Mon compte");
    expect((await reader.get("/")).text).toContain("24/11/2026 09:12");
  });

  test("counts in one encoding alone", async () => {
    await visitor.get("/");
    for (const type of ["text/plain", "application/json", "multipart/form-data; boundary=x", ""]) {
      const response = await fetch(`${simulator.url}/simulation/horloge`, { method: "POST", headers: { "content-type": type, cookie: visitor.cookie }, body: Buffer.from(`csrf=${visitor.csrf}&avance=1j`), redirect: "manual" });
      expect(response.status).toBe(403);
    }
    expect((await visitor.get("/")).text).toContain("24/11/2026");
  });
});

describe("a session", () => {
  test("is a cookie that no script reads and no other site sends", async () => {
    const { headers } = await visitor.get("/piste");
    expect(headers.get("set-cookie")).toMatch(/^chorus=[A-Za-z0-9]{32}; Path=\/; HttpOnly; SameSite=Strict$/);
    const before = visitor.cookie;
    await visitor.get("/piste/connexion");
    expect(visitor.cookie).toBe(before);
  });

  test("is never one that a visitor makes up", async () => {
    visitor.cookie = "chorus=made-up";
    await visitor.get("/");
    expect(visitor.cookie).not.toContain("made-up");
  });

  test("is not another browser's", async () => {
    await signedIn();
    const other = new Visitor(simulator);
    expect((await other.get("/piste/applications")).location).toBe("/piste/connexion");
    expect((await other.get("/chorus-pro/qualification/structures")).location).toBe("/chorus-pro/qualification/connexion");
  });

  test("says why somebody is led to sign in, once", async () => {
    const { location } = await visitor.get("/piste/applications");
    expect((await visitor.get(location ?? "")).text).toContain("Connectez-vous d'abord à PISTE.");
    expect((await visitor.get(location ?? "")).text).not.toContain("Connectez-vous d'abord");
  });

  test("that is used outlives thousands that are not", () => {
    let count = 0;
    const known = sessions(() => String(count++));
    const { id } = known.open(undefined);
    for (let round = 0; round < 3000; round++) {
      known.open(undefined);
      expect(known.open(id).id).toBe(id);
    }
  });

  test("forgets who signed out, in one environment alone", async () => {
    await signedIn();
    await visitor.post("/piste/deconnexion");
    await visitor.post("/chorus-pro/production/deconnexion");
    expect((await visitor.get("/piste/applications")).status).toBe(303);
    expect((await visitor.get("/chorus-pro/production/mon-compte")).status).toBe(303);
    expect((await visitor.get("/chorus-pro/qualification/mon-compte")).status).toBe(200);
  });
});

describe("a host", () => {
  test.each(["example.org", "127.0.0.1.example.org", "localhost.example.org", "10.0.0.1", "[::2]", "x@127.0.0.1"])("%s is not this machine's", async (host) => {
    expect(await statusFor("/piste", host)).toBe(421);
  });

  test.each(["localhost", "localhost:1", "127.0.0.1:80", "127.1.2.3", "[::1]", "[::1]:80"])("%s is", async (host) => {
    expect(await statusFor("/piste", host)).toBe(200);
  });

  test("may be any where other machines are let in", async () => {
    const exposed = await openPortals(PORTAL_WORLD, { exposed: true, host: "0.0.0.0" });
    expect(await statusFor("/piste", "simulation.example.org", exposed)).toBe(200);
    await exposed.close();
  });
});

describe("pages", () => {
  test.each(GETS)("%s is kept and framed by nobody, and runs nothing", async (path) => {
    const { headers, html } = await reader.get(path);
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(html).not.toMatch(/<script|<style| style=|\son[a-z]+=/i);
  });

  test("have no secret in any address", async () => {
    await signedIn();
    for (const [path, fields] of [
      ["/piste/applications/qualification/APP_SANDBOX_alice%40exemple.fr/authentification", { action: "regenerer" }],
      ["/piste/inscription", { nom: "N", email: "n@exemple.fr", motDePasse: "Secret-secret-1", confirmation: "Secret-secret-1", organisation: "Universelle", cgu: "oui" }],
      ["/chorus-pro/qualification/comptes-techniques", { type: "creation", structure: AGENCE }],
      ["/chorus-pro/qualification/comptes-techniques", { type: "reinitialisation", structure: SIEGE }],
      ["/chorus-pro/qualification/matelas", {}],
    ] as const) {
      const { location, status } = await visitor.post(path, fields);
      expect(status).toBe(303);
      const page = await visitor.get(location ?? "");
      expect(page.status).toBe(200);
      const { environments } = simulator.scenario();
      const secrets = [PEOPLE_PASSWORD, TECH_PASSWORD, "Secret-secret-1", visitor.csrf,
        ...Object.values(environments.qualification?.applications ?? {}).flatMap(({ clientSecret }) => clientSecret ?? []),
        ...Object.values(environments.qualification?.comptesTechniques ?? {}).map(({ motDePasse }) => motDePasse),
        ...Object.values(environments.qualification?.gestionnaires ?? {}).flatMap(({ motDePasse }) => motDePasse ?? [])];
      const addresses = [location ?? "", ...[...page.html.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, address]) => decodeURIComponent(address ?? ""))];
      for (const secret of secrets) expect(addresses.filter((address) => address.includes(secret))).toEqual([]);
    }
  });

  test.each(["/piste/rien", "/simulation", "/chorus-pro", "/chorus-pro/ailleurs", "/chorus-pro/qualification/rien", "/chorus-pro/qualification/structures/1",
    "/piste/applications/qualification/rien", "/chorus-pro/production/matelas", "/chorus-pro/production/matelas.csv", "//", "/piste/"])("%s is not there", async (path) => {
    expect((await reader.get(path)).status).toBe(404);
  });

  test("what is not there is not there either for whoever has not signed in", async () => {
    expect((await visitor.get("/chorus-pro/qualification/rien")).status).toBe(404);
  });

  test("a matelas is not made in production", async () => {
    await signedIn();
    const before = simulator.scenario();
    expect((await visitor.post("/chorus-pro/production/matelas")).status).toBe(404);
    expect(simulator.scenario()).toBe(before);
  });

  test("a HEAD is a GET without its page, and takes nothing that is shown once", async () => {
    await signedIn();
    const path = (await visitor.post(pathOf("piste/applications/{environment}/{name}/authentification", "qualification"), { action: "consulter" })).location ?? "";
    const head = await visitor.get(path, "HEAD");
    expect([head.status, head.html]).toEqual([200, ""]);
    expect(Number(head.headers.get("content-length"))).toBeGreaterThan(1000);
    expect((await visitor.get(path)).text).toContain("secret-d-alice");
  });
});
