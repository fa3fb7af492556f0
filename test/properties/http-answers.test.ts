import { createServer, type Server } from "node:net";
import { createColors } from "picocolors";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWorld } from "../../src/observe/access.ts";
import { observe } from "../../src/observe/observe.ts";
import { questionsOf } from "../../src/operations/questions.ts";
import { createReadClient } from "../../src/piste/create-client.ts";
import type { Answered, Exchange, HttpRequest } from "../../src/piste/exchange.ts";
import { createPace } from "../../src/piste/pace.ts";
import { createSecrets } from "../../src/piste/secrets.ts";
import { createTransport } from "../../src/piste/transport.ts";
import { NO_TRUST } from "../../src/piste/trust.ts";
import { plan, wantedResources } from "../../src/plan/plan.ts";
import { renderPlanText } from "../../src/views/plan-text.ts";
import { renderPlanJson } from "../../src/views/plan-json.ts";
import { sealPlan } from "../../src/plan/seal-plan.ts";
import { DIRECT, DIRECT_DONE, SECRETS } from "../support/direct.ts";
import { virtualClock } from "../support/virtual-clock.ts";
import { desiredFrom, seeded } from "../support/world.ts";
import { startSimulator, type Simulator } from "../../src/simulator/simulator.ts";
import { changed, grafted, runs, spoilt, type Change } from "./mutations.ts";

// What stands between us and PISTE may answer anything: proxies, firewalls, a platform on a bad day. No answer is a crash;
// one that fits nothing is unknown.

/** Control characters and those that turn what follows around. */
const CONTROLS = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value));
const OURS = fc.constantFrom(
  "", " ", "null", "[]", "{}", "0", '"x"', "<html><title>502</title></html>", "\u001b[2J\u001b]0;x\u0007", '{"codeRetour":0}', '{"codeRetour":"00"}', '{"codeRetour":20001,"libelle":"GCU_MSG_01_000"}', '{"codeRetour":{"a":1},"libelle":[]}',
  '{"error":"invalid_client","error_description":"\u001b[31m"}', '{"access_token":null,"expires_in":-1}', '{"access_token":"t","token_type":"Bearer","expires_in":"soon","scope":{}}', '{"access_token":"t\\r\\nx: y","expires_in":1e999}',
  '{"__proto__":{"codeRetour":1}}', '{"listeStructures":null,"codeRetour":0}', '{"listeStructures":[null,1,"x",{}],"codeRetour":0,"parametresRetour":{"pages":1e9,"total":-1}}', '[{"error":"\u202e"}]', '[null]', "{\"codeRetour\":0", "\u0000",
);
const header = fc.record(
  {
    "www-authenticate": fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom('Bearer realm="DefaultRealm", error="invalid_token"', 'Basic realm="PISTE"', 'Bearer realm="', ", , =", 'a=b c=d "')),
    "retry-after": fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom("-1", "999999999", "1e9", "Wed, 21 Oct 2099 07:28:00 GMT", "NaN")),
    date: fc.oneof(fc.string({ maxLength: 30 }), fc.constantFrom("Thu, 01 Jan 1970 00:00:00 GMT", "x", "+275760-09-13T00:00:00.000Z")),
    "content-type": fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom("application/json", "text/html; charset=x", "\u001b[0m/x")),
    "x-correlationid": fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom("\u001b]8;;http://x\u0007", "a".repeat(10_000), "__proto__")),
    location: fc.webUrl(),
  },
  { requiredKeys: [] },
);
const status = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(200, 200, 200, 201, 204, 301, 302, 400, 401, 403, 404, 409, 413, 429, 500, 502, 503, 504) }, fc.integer({ min: 100, max: 999 }));
const broken = fc.record({ cause: fc.constantFrom("refused", "dns", "reset", "timeout", "tls", "proxy", "not-http"), detail: fc.constant("ECODE host") });

type MadeUp = { readonly to: "spoil"; readonly change: Change } | { readonly to: "answer"; readonly status: number; readonly headers: Record<string, string>; readonly body: string; readonly oversize: boolean } | { readonly to: "break"; readonly cause: string; readonly detail: string };

/** Of each answer in turn: left as it is, spoilt, put in the place of, or none. */
const madeUp: fc.Arbitrary<readonly (MadeUp | undefined)[]> = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: fc.constant(undefined) },
    fc.oneof(spoilt, grafted).map((change) => ({ to: "spoil" as const, change })),
    fc.record({ to: fc.constant("answer" as const), status, headers: header, body: fc.oneof(OURS, json, fc.string()), oversize: fc.constantFrom(false, false, false, true) }),
    broken.map((one) => ({ to: "break" as const, ...one })),
  ),
  { minLength: 1, maxLength: 8 },
);

describe("made-up answers of PISTE and Chorus Pro", () => {
  let simulator: Simulator;
  const clock = virtualClock();
  beforeAll(async () => {
    simulator = await startSimulator(DIRECT_DONE, { now: () => clock.now(), random: seeded() });
  });
  afterAll(() => simulator.close());

  it("are a verdict or unknown, never a crash, and nothing that they say reaches a screen as it is", async () => {
    const desired = await desiredFrom(DIRECT);
    const noFiles = async () => Promise.reject(new Error("no files here"));
    const files = { read: noFiles, realPath: noFiles };
    const trust = { ...NO_TRUST, loopback: true };
    const real = createTransport({ variables: {}, files, clock });
    const url = (environment: string) => ({ oauth: `${simulator.url}/${environment}`, api: `${simulator.url}/${environment}` });
    await fc.assert(
      fc.asyncProperty(madeUp, async (answers) => {
        let sent = 0;
        const send = async (request: HttpRequest): Promise<Exchange> => {
          const made = answers[sent++ % answers.length];
          return made === undefined ? real.send(request) : instead(made, request);
        };
        const instead = async (made: MadeUp, request: HttpRequest): Promise<Exchange> => {
          const at = clock.now();
          if (made.to === "break") return { answered: false, cause: made.cause as never, detail: made.detail, at };
          if (made.to === "answer") return { answered: true, status: made.status, headers: made.headers, body: made.oversize ? "" : made.body, oversize: made.oversize, headAt: at, at };
          const answer = (await real.send(request)) as Answered;
          return { ...answer, body: answer.body === "" ? "" : Buffer.from(changed(answer.body, made.change)).toString() };
        };
        const client = createReadClient({
          transport: { ready: () => real.ready(), send, close: async () => undefined },
          secrets: createSecrets({ variables: SECRETS, files, processes: { run: noFiles }, folder: "/nowhere", trust }),
          clock,
          trust,
          pace: createPace(clock),
        });
        const resources = wantedResources(desired, clock.now());
        const observations = await observe(questionsOf(resources, new Map()), { client, world: createWorld(desired, { production: url("production"), qualification: url("qualification") }) });
        for (const observation of observations.values()) {
          if (observation.answer === "unknown") expect(["unprovable", "waiting", "transient", "unexpected-answer"]).toContain(observation.unknown);
          else expect(observation.trace.status).toBeDefined();
        }
        const made = plan({ desired, observations, records: new Map(), attestations: new Map(), nowMs: clock.now() });
        const sealed = sealPlan(made);
        const shown = renderPlanJson(sealed) + renderPlanText(sealed, { language: "fr", palette: createColors(false), width: 100, timeZone: "Europe/Paris" });
        expect(shown.replaceAll("\n", "")).not.toMatch(CONTROLS);
      }),
      runs(60),
    );
  });
});

describe("made-up bytes of a server", () => {
  let server: Server;
  let sent = Buffer.of();
  beforeAll(async () => {
    server = createServer((socket) => {
      socket.on("error", () => undefined);
      socket.once("data", () => socket.end(sent));
    });
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => void server.close());

  const head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nretry-after: 1\r\ncontent-length: 16\r\n\r\n{\"codeRetour\":0}";
  const chunked = "HTTP/1.1 401 Unauthorized\r\nwww-authenticate: Bearer realm=\"PISTE\"\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n";

  it("are an exchange, whatever they are", async () => {
    const { port } = server.address() as { readonly port: number };
    const noFiles = async () => Promise.reject(new Error("no files here"));
    const clock = virtualClock();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(head, chunked), spoilt, async (text, change) => {
        sent = Buffer.from(changed(text, change));
        const transport = createTransport({ variables: {}, files: { read: noFiles }, clock, timeoutMs: 2_000 });
        const exchange = await transport.send({ method: "GET", url: new URL(`http://127.0.0.1:${port}/x`), headers: {} });
        if (!exchange.answered) expect(exchange.detail).toMatch(/127\.0\.0\.1/);
        await transport.close();
      }),
      runs(100),
    );
  });
});
