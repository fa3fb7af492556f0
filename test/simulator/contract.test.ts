import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { API_PREFIXES } from "../../src/simulator/apis.ts";
import { OPERATIONS } from "../../src/simulator/routes.ts";
import { started, type Client } from "./client.ts";
import { breaches, CONTRACT, CONTRACT_OPERATIONS, requestFits } from "./contract.ts";
import { SIEGE } from "./scenario-fixture.ts";

// Every other test of the simulator is held to the contract too: by the client that it calls with.

let client: Client;
beforeAll(async () => {
  client = await started();
});
afterAll(async () => client.simulator.close());

const keyOf = ({ method, api, path }: (typeof OPERATIONS)[number]): string => `${method} /cpro/${API_PREFIXES[api]}/v1/${path}`;
const below = (prefix: string): readonly string[] => [...CONTRACT_OPERATIONS.keys()].filter((key) => key.split(" ")[1]?.startsWith(prefix));

it("lists the operations that the routes list, each once", () => {
  const routes = OPERATIONS.map(keyOf);
  expect(new Set(routes).size).toBe(routes.length);
  expect(below("/cpro/").toSorted()).toEqual(routes.toSorted());
  const ids = [...CONTRACT_OPERATIONS.values()].map(({ operationId }) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
});

it("is an OpenAPI 3.1 document whose references lead somewhere", () => {
  expect(CONTRACT.openapi).toBe("3.1.0");
  const references = [...JSON.stringify(CONTRACT).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, pointer = ""]) => pointer);
  const lost = references.filter((pointer) =>
    pointer.split("/").reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], CONTRACT) === undefined);
  expect(lost).toEqual([]);
});

it("lists the token endpoint and an administration that is there", async () => {
  expect(CONTRACT_OPERATIONS.has("POST /api/oauth/token")).toBe(true);
  for (const key of below("/admin/")) {
    const [method = "", path = ""] = key.split(" ");
    const { status } = await client.send(path, { method, ...(method === "GET" || method === "DELETE" ? {} : { body: "[]" }) });
    expect([key, status < 404]).toEqual([key, true]);
  }
});

it.each(OPERATIONS.map(keyOf))("%s is answered as the contract says, with nothing and with something", async (key) => {
  const [method = "", path = ""] = key.split(" ");
  const target = path.replace("/cpro/", "").replace("{reference}", SIEGE).replace("{pieceJointe}", "1");
  const bodies = method === "GET" ? [undefined] : [{}, { identifiant: { op: "=", val: SIEGE }, identifiantStructure: SIEGE }];
  for (const body of bodies) {
    const { status } = await client.call(target, { method, body });
    expect([200, 204, 400]).toContain(status);
  }
});

it("tells what is wrong with an exchange", () => {
  const path = "/qualification/cpro/structures/v1/rechercher";
  const good = { method: "POST", path, sent: "{}", status: 200, type: "application/json", text: '{"codeRetour":20001,"libelle":"x"}' };
  expect(breaches(good)).toEqual([]);
  for (const change of [
    { status: 418 }, { text: '{"codeRetour":0}' }, { text: "<html>" }, { type: "text/html" }, { path: "/qualification/cpro/nowhere" },
    { text: '{"codeRetour":20001,"libelle":"x","more":1}' },
  ]) {
    expect(breaches({ ...good, ...change })).not.toEqual([]);
  }
});

const junk = fc.oneof(
  fc.constantFrom(null, true, "", "12", "-1", "SIRET", "ACTIF", "Descendant", "IdentifiantStructure", 0, 1, -1, 1.5, 1e20, [], {}),
  fc.dictionary(fc.constantFrom("nbResultatsParPage", "triSens", "triColonne", "idStructure", "estMOA", "statutStructure"),
    fc.constantFrom(null, 1, 0, "2", "Ascendant", "Autre", true, 1.5), { maxKeys: 3 }),
);

const fieldsOf = (key: string): readonly string[] => {
  const text = JSON.stringify(CONTRACT_OPERATIONS.get(key)?.requestBody?.content["application/json"]?.schema ?? {});
  return Object.keys((JSON.parse(text) as { properties?: object }).properties ?? {});
};

it("takes the requests that fit it and refuses the others", async () => {
  const posts = OPERATIONS.filter(({ method, api }) => method === "POST" && api !== "organisations").map(keyOf);
  const request = fc.constantFrom(...posts).chain((key) =>
    fc.dictionary(fc.constantFrom("other", ...fieldsOf(key)), junk, { maxKeys: 4 }).map((body) => ({ key, body })));
  const seen = { fits: 0, not: 0 };
  await fc.assert(fc.asyncProperty(request, async ({ key, body }) => {
    const sent = JSON.stringify(body);
    const fits = requestFits(key, sent);
    seen[fits ? "fits" : "not"] += 1;
    const reply = await client.call(key.replace("POST /cpro/", ""), { body: sent });
    if (fits) expect([key, sent, reply.status]).toEqual([key, sent, 200]);
    else expect([key, sent, reply.status === 400 || reply.body.codeRetour !== 0]).toEqual([key, sent, true]);
  }), { numRuns: 1500 });
  expect(seen.fits).toBeGreaterThan(200);
  expect(seen.not).toBeGreaterThan(200);
});
