import { connect } from "node:net";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { API_PREFIXES } from "../../src/simulator/apis.ts";
import { FAULT_NAMES } from "../../src/simulator/faults/fault-names.ts";
import { OPERATIONS } from "../../src/simulator/routes.ts";
import { started } from "./client.ts";
import type { Client } from "./client.ts";
import { SIEGE } from "./scenario-fixture.ts";

let client: Client;
let token: string;
beforeAll(async () => {
  client = await started();
  token = await client.freshToken();
});
afterEach(async () => {
  await client.admin("PUT", "faults", { faults: [] });
  // It is still there, and still right.
  expect((await client.call("structures/v1/rechercher", { body: { structure: { identifiantStructure: SIEGE } } })).body.listeStructures).toHaveLength(1);
  expect(client.simulator.requests().filter(({ status, injected }) => status === 500 && injected === undefined)).toEqual([]);
});
afterAll(async () => { await client.simulator.close(); });

/** What a stack, a source path or an internal message would look like. */
const LEAK = /\bat .+:\d+:\d+|node:internal|\/src\/|TypeError|RangeError|SyntaxError|is not a function|undefined/u;

const FIELDS = [
  "structure", "parametres", "idStructure", "idService", "idStructureCPP", "identifiantStructure", "typeIdentifiantStructure",
  "parametresRechercherServicesStructure", "parametresRechercherEspaces", "parametresRecherche", "rechercheFactureParFournisseur",
  "paramRecherche", "nbResultatsParPage", "pageResultatDemandee", "triColonne", "triSens", "siretStructure", "identifiant",
  "op", "val", "_sort", "_desc", "_fields", "reception_edi", "__proto__", "constructor",
];

const value = fc.letrec((tie) => ({
  leaf: fc.oneof(fc.integer(), fc.double(), fc.string(), fc.boolean(), fc.constant(null),
    fc.constantFrom(SIEGE, "SIRET", "IN", "=", "IdentifiantStructure", "Descendant", 1e308, -0)),
  node: fc.oneof({ depthSize: "small" }, tie("leaf"), fc.array(tie("node"), { maxLength: 3 }), tie("object")),
  object: fc.dictionary(fc.oneof(fc.constantFrom(...FIELDS), fc.string()), tie("node"), { maxKeys: 5 }),
})).object;

test("no body makes an operation fail from inside", async () => {
  await fc.assert(fc.asyncProperty(fc.constantFrom(...OPERATIONS), value, fc.constantFrom(SIEGE, "x", "%00", "__proto__"), async (operation, body, reference) => {
    const path = operation.path.replaceAll(/\{[^}]+\}/gu, reference);
    const reply = await client.call(`${API_PREFIXES[operation.api]}/v1/${path}`, {
      method: operation.method,
      ...(operation.method === "GET" ? {} : { body }),
    });
    expect(reply.status).toBeLessThan(500);
    expect(reply.text.replaceAll(JSON.stringify(body), "")).not.toMatch(/\bat .+:\d+:\d+|node:internal|\/src\//u);
  }), { numRuns: 600 });
});

const place = fc.oneof(
  fc.constantFrom("/", "//", "/admin", "/admin/", "/admin/scenario", "/admin/faults", "/admin/clock", "/admin/constructor", "/qualification",
    "/qualification/api/oauth/token", "/production/cpro/structures/v1/rechercher", "/qualification/cpro/organisations/v1/structures/%E9",
    "/__proto__/cpro", "*", "http://x/qualification/api/oauth/token", "/%", "/qualification/cpro/%2e%2e/%2e%2e/admin/clock", "/qualification/cpro/../../x"),
  fc.webPath().map((path) => `/qualification${path}`),
  fc.string({ maxLength: 40 }).map((text) => `/${encodeURI(text.replaceAll(/[\uD800-\uDFFF]/gu, ""))}`),
);
const method = fc.constantFrom("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "FOO", "get");
const printable = fc.string({ maxLength: 60 }).map((text) => text.replaceAll(/[^ -~]/gu, "?"));
const header = fc.tuple(
  fc.constantFrom("authorization", "cpro-account", "content-type", "content-length", "transfer-encoding", "expect", "upgrade", "connection",
    "host", "accept", "x-forwarded-for", "cookie", "__proto__", "if-none-match", "range"),
  fc.oneof(printable, fc.constantFrom("Bearer ", "Basic Og==", "Bearer TOKEN", "Basic ====", "chunked", "100-continue", "-1", "5", "99999999999999999999", "upgrade", "application/json", "application/x-www-form-urlencoded")),
);
const bytes = fc.oneof(fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array)), value.map((one) => Buffer.from(JSON.stringify(one))), fc.constant(Buffer.from("5\r\nhello\r\n0\r\n\r\n")), fc.constant(Buffer.from("grant_type=client_credentials&client_id=%&client_secret=")));

test("no method, path, header or body brings it down or shows its insides", async () => {
  await fc.assert(fc.asyncProperty(method, place, fc.array(header, { maxLength: 5 }), bytes, async (verb, path, headers, body) => {
    // The world is left as it is: other tests ask it.
    fc.pre(!(path.includes("/admin/") && ["PUT", "PATCH", "DELETE"].includes(verb)));
    const lines = headers.map(([name, text]) => `${name}: ${text.replace("TOKEN", token)}\r\n`).join("");
    const answer = await exchange(Buffer.concat([Buffer.from(`${verb} ${path} HTTP/1.1\r\nhost: x\r\n${lines}connection: close\r\ncontent-length: ${body.length}\r\n\r\n`), body]));
    expect(answer.replace(body.toString("latin1"), "")).not.toMatch(LEAK);
  }), { numRuns: 400 });
});

test("no request that stops half-way, anywhere, brings it down", async () => {
  const whole = Buffer.from(`POST /qualification/cpro/structures/v1/rechercher HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\ncontent-length: 40\r\n\r\n{"structure":{"identifiantStructure":""}}`);
  await fc.assert(fc.asyncProperty(fc.nat({ max: whole.length }), fc.constantFrom<Ending>("end", "destroy", "reset"), async (length, ending) => {
    await exchange(whole.subarray(0, length), ending);
  }), { numRuns: 150 });
});

test("no bytes bring it down", async () => {
  await fc.assert(fc.asyncProperty(fc.oneof(fc.uint8Array(), fc.string().map((text) => Buffer.from(`GET /${text} HTTP/1.1\r\nhost: x\r\n\r\n`))), async (sent) => {
    expect(await exchange(sent)).not.toMatch(LEAK);
  }), { numRuns: 150 });
});

test("no mixture of faults brings it down", async () => {
  const fault = fc.record({ fault: fc.constantFrom(...FAULT_NAMES), rate: fc.constantFrom(0.3, 0.7, 1), delayMs: fc.nat({ max: 20 }), skewMs: fc.constantFrom(0, -315_360_000_000, 1e12) });
  await fc.assert(fc.asyncProperty(fc.array(fault, { minLength: 1, maxLength: 6 }), fc.nat(), fc.constantFrom(...OPERATIONS), async (faults, seed, operation) => {
    expect((await client.admin("PUT", "faults", { faults, seed })).status).toBe(200);
    const path = `${API_PREFIXES[operation.api]}/v1/${operation.path.replaceAll(/\{[^}]+\}/gu, SIEGE)}`;
    const status = client.call(path, { token, method: operation.method, ...(operation.method === "GET" ? {} : { body: {} }) })
      .then((reply) => String(reply.status), String);
    expect(await status).toMatch(/^[2-5]\d\d$|fetch failed|terminated/u);
  }), { numRuns: 300 });
});

type Ending = "end" | "destroy" | "reset";

/** Sends bytes, ends as told, and gives what came back, as Latin-1. */
function exchange(sent: Uint8Array, ending: Ending = "end"): Promise<string> {
  return new Promise((resolve) => {
    let received = "";
    const port = Number(new URL(client.simulator.url).port);
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true }, () => {
      socket.write(sent, () => {
        if (ending === "end") socket.end();
        else if (ending === "reset") socket.resetAndDestroy();
        else socket.destroy();
      });
    });
    socket.setEncoding("latin1").on("data", (text: string) => { received += text; });
    socket.on("end", () => { socket.destroy(); }).on("error", () => undefined).on("close", () => { resolve(received); });
  });
}
