import { afterAll, describe, expect, test } from "vitest";
import { API_PREFIXES } from "../../src/simulator/apis.ts";
import { OPERATIONS } from "../../src/simulator/routes.ts";
import { judgeOf } from "../conformance/judge.ts";
import { differences } from "../conformance/matches.ts";
import type { Row } from "../conformance/row.ts";
import { ROWS } from "../conformance/rows.ts";
import { simulated } from "../conformance/simulated.ts";
import { isRemote, targetOf } from "../conformance/target.ts";

const { simulator, target } = await simulated();
afterAll(() => simulator.close());

describe("the simulator agrees", () => {
  const { judge } = judgeOf(target);
  test.each(ROWS.map((row) => [row.name, row] as const))("%s", async (_name, row) => {
    expect(await judge(row)).toEqual({ verdict: "agrees" });
  });

  // The others are for platforms that are known less well than one's own.
  const { judge: strict } = judgeOf(target);
  const several = ROWS.map((row) => [row.name, { ...row, expects: [row.expects].flat().slice(0, 1) }] as const);
  test.each(several)("with the first of several answers: %s", async (_name, row) => {
    expect(await strict(row)).toEqual({ verdict: "agrees" });
  });
});

describe("the rows", () => {
  test("have names of their own, and a source", () => {
    expect(new Set(ROWS.map(({ name }) => name)).size).toBe(ROWS.length);
    expect(ROWS.filter(({ source, says }) => source === "" || says === "")).toEqual([]);
  });

  test("only read", () => {
    // The writes that the descriptions name, as parts of a path: `aTraiter` is a search.
    const writes = /(^|\/)(creer|ajouter|detacher|soumettre|deposer|completer|recycler|corriger|traiter|parametres-edi)/;
    expect(ROWS.filter(({ sends }) => writes.test(sends.to))).toEqual([]);
  });

  test("leave no read of the simulator out", () => {
    const sent = new Set(ROWS.map(({ sends }) => sends.to));
    const patterns = OPERATIONS.filter(({ method }) => method !== "PATCH")
      .map(({ api, path }) => `${API_PREFIXES[api]}/v1/${path}`)
      .filter((path) => ![...sent].some((to) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(to)));
    // The whole directory of France's recipients, at each try.
    expect(patterns).toEqual(["transverses/v1/telecharger/annuaire/destinataire"]);
  });
});

describe("the judge", () => {
  const row = (name: string): Row => ROWS.find((one) => one.name === name) as Row;

  test("says what differs and what was seen, without a secret", async () => {
    const wrong: Row = { ...row("health"), expects: { status: 200, body: { statusCode: "NO" } } };
    expect(await judgeOf(target).judge(wrong)).toMatchObject({ verdict: "differs", problems: ['statusCode is "OK", not "NO"'], seen: expect.stringContaining("200 · {") });
    const token: Row = { ...row("no refresh token"), expects: { status: 200, body: { refresh_token: "<text>" } } };
    const verdict = await judgeOf(target).judge(token);
    expect(verdict).toMatchObject({ verdict: "differs" });
    expect(JSON.stringify(verdict)).toContain(String.raw`\"access_token\":\"***\"`);
  });

  test("tries a refused account no second time", async () => {
    const { judge } = judgeOf({ ...target, password: "wrong" });
    expect(await judge(row("health"))).toMatchObject({ verdict: "differs", problems: expect.arrayContaining(["the status is 401, not 200"]) });
    const asked = simulator.requests().length;
    expect(await judge(row("VAT rates"))).toMatchObject({ verdict: "not tried" });
    expect(simulator.requests()).toHaveLength(asked);
  });

  test("does not try what the application is not subscribed to, nor what an earlier row should have given", async () => {
    const sends = { to: "structures/v1/rechercher/criteres" };
    expect(await judgeOf(target).judge({ ...row("health"), sends })).toMatchObject({ verdict: "not tried", why: expect.stringContaining("not subscribed") });
    expect(await judgeOf(target).judge(row("one service"))).toEqual({ verdict: "not tried", why: "no row gave idStructure, idService" });
  });
});

test("a template tells every difference with its place", () => {
  expect(differences({ a: ["<integer>"], "b?": "<text>", c: { d: /^x$/ } }, { a: [1, "2"], c: { d: "y" } })).toEqual(['a[1] is "2", not integer', 'c.d is "y", not /^x$/']);
  expect(differences("<integers>".replace("s>", ">"), 1)).toEqual([]);
  expect(() => differences("<nonsense>", 1)).toThrow("No such kind");
});

describe("the target", () => {
  const variables = (url: string): Record<string, string> =>
    Object.fromEntries([["OAUTH_URL", url], ["API_URL", url], ...["CLIENT_ID", "CLIENT_SECRET", "LOGIN", "PASSWORD"].map((name) => [name, "x"])].map(([name, value]) => [`CHORUS_CONFORMANCE_${name}`, value ?? ""]));

  test("is nobody without variables, and needs all of them", () => {
    expect(targetOf({})).toBeUndefined();
    expect(() => targetOf({ CHORUS_CONFORMANCE_OAUTH_URL: "https://example.org" })).toThrow("Also set CHORUS_CONFORMANCE_API_URL");
  });

  test.each([
    "https://oauth.piste.gouv.fr", "https://api.piste.gouv.fr/", "https://API.PISTE.GOUV.FR.", "https://oauth.aife.economie.gouv.fr",
    "https://chorus-pro.gouv.fr", "https://portail.chorus-pro.gouv.fr", "http://sandbox-api.piste.gouv.fr", "http://example.org",
  ])("is never %s", (url) => {
    expect(() => targetOf(variables(url))).toThrow();
  });

  test("may be the sandbox, whose requests are spaced", () => {
    const sandbox = targetOf(variables("https://sandbox-api.piste.gouv.fr/"));
    expect(sandbox).toMatchObject({ apiUrl: "https://sandbox-api.piste.gouv.fr", siret: "12345678200051" });
    expect(sandbox !== undefined && isRemote(sandbox)).toBe(true);
    expect(isRemote(target)).toBe(false);
  });
});
