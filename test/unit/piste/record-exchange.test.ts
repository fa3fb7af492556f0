import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSecrets } from "../../../src/piste/secrets.ts";
import type { RecordedExchange } from "../../../src/ports/recorder.ts";
import { HAR_TAIL, harEntry, harHead } from "../../../src/views/har.ts";
import { problemsOfHar, type Har } from "../../support/har.ts";
import { ACCOUNT, application, CANARY, NO_FILES, NO_PROCESSES, testClient, TOKEN_REPLY } from "./support/access.ts";
import { closedPort, serve, type Reply } from "./support/http-server.ts";

const search = (url: string) =>
  ({ application: application(url), account: ACCOUNT, operation: "structures.rechercher", body: { a: 1 } }) as const;

/** A client whose exchanges are kept, and the HAR that they make. */
const recording = (more: Parameters<typeof testClient>[0] = {}) => {
  const exchanges: RecordedExchange[] = [];
  const { client } = testClient({ retries: [], ...more, recorder: { add: (exchange) => exchanges.push(exchange) } });
  const text = (): string => harHead("1") + exchanges.map(harEntry).join(",\n") + HAR_TAIL;
  return { client, text, har: () => JSON.parse(text()) as Har };
};

const platform = (reply: Reply) => serve(({ path }) => (path.endsWith("/token") ? TOKEN_REPLY : reply));

const call = async (reply: Reply) => {
  const server = await platform(reply);
  const recorded = recording();
  await recorded.client.call(search(server.url));
  return recorded;
};

describe("the record of exchanges", () => {
  it("is a HAR with everything of both messages but the secrets", async () => {
    const { har } = await call({ body: '{"codeRetour":0,"libelle":"ok"}', headers: { "x-correlationid": "Id-1 0", "set-cookie": "a=b" } });
    expect(problemsOfHar(har())).toEqual([]);
    const [token, answer] = har().log.entries;
    expect(token?.request.postData?.text).toBe("grant_type=client_credentials&client_id=[secret]&client_secret=[secret]&scope=openid");
    expect(JSON.parse(token?.response.content.text ?? "")).toEqual({ access_token: "[secret]", token_type: "Bearer", expires_in: 3600, scope: "openid" });
    expect(answer).toMatchObject({ request: { method: "POST", postData: { text: '{"a":1}' } }, response: { status: 200, content: { text: '{"codeRetour":0,"libelle":"ok"}' } }, _try: 1 });
    expect(answer?.request.headers).toEqual(
      expect.arrayContaining([{ name: "authorization", value: "[secret]" }, { name: "cpro-account", value: "[secret]" }]),
    );
    expect(answer?.response.headers).toEqual(
      expect.arrayContaining([{ name: "x-correlationid", value: "Id-1 0" }, { name: "set-cookie", value: "[secret]" }]),
    );
  });

  it("has what got no answer, and every try", async () => {
    const { client, har } = recording({ retries: [{ on: "unreachable", tries: 2, waitsMs: [1], renewToken: false, source: "" }] });
    await client.token(application(`http://127.0.0.1:${await closedPort()}`));
    expect(problemsOfHar(har())).toEqual([]);
    expect(har().log.entries.map(({ response, _try }) => [response.status, response._error, _try])).toEqual([[0, "refused", 1], [0, "refused", 2]]);
  });

  it("leaves out what nobody could redact, and cuts what is long after redacting it", async () => {
    const utf16 = await call({ body: Buffer.from(CANARY.password, "utf16le") });
    expect(utf16.har().log.entries[1]?.response.content).toMatchObject({ text: "", comment: expect.stringContaining("UTF-8") });
    const long = await call({ body: "x".repeat(256 * 1024 - 5) + CANARY.password.repeat(20_000) });
    const { text = "", comment } = long.har().log.entries[1]?.response.content ?? {};
    expect(comment).toContain("cut");
    expect(text.length).toBeLessThanOrEqual(256 * 1024);
    expect(long.text()).not.toContain(CANARY.password.slice(0, 6));
  });

  it("shows nothing of a token that comes in a form nobody described", async () => {
    const odd = ['["a-token-of-an-array"]', '"a-token-of-a-text"', "access_token=a-token-of-a-form", '{"data":{"access_token":"a-token-inside"}}'];
    for (const body of odd) {
      const server = await serve(() => ({ body }));
      const { client, text } = recording();
      await client.token(application(server.url));
      expect(text()).not.toContain("a-token-");
    }
  });
});

/** What a hostile server may make of a secret. */
const ENCODINGS: readonly ((secret: string) => string)[] = [
  (secret) => secret,
  (secret) => JSON.stringify({ echo: secret }),
  (secret) => JSON.stringify(JSON.stringify({ [secret]: secret })),
  (secret) => encodeURIComponent(secret),
  (secret) => encodeURIComponent(encodeURIComponent(secret)),
  (secret) => new URLSearchParams({ secret }).toString(),
  (secret) => Buffer.from(secret).toString("hex").replaceAll(/../g, "%$&"),
  (secret) => secret.replaceAll(/./gsu, (one) => one.split("").map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")),
  (secret) => secret.replaceAll(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`),
  (secret) => secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;"),
  ...["", "a", "ab", "TECH_1@cpro.fr:"].map((before) => (secret: string) => Buffer.from(`${before}${secret}:end`).toString("base64")),
  (secret) => Buffer.from(secret).toString("base64url"),
];

it("never holds a secret, whatever it is made of and however a hostile server sends it back", { timeout: 120_000 }, async () => {
  const secrets = fc.string({ unit: fc.constantFrom(...Array.from("aZ09 (:)@~$%&+/=<>\"'\\{}[]é€,;.|^*?#-_")), minLength: 8, maxLength: 24 }).filter((text) => text.trim().length >= 8);
  let echo: (path: string) => Reply = () => ({});
  const server = await serve(({ path }) => echo(path));
  await fc.assert(
    fc.asyncProperty(fc.record({ id: secrets, secret: secrets, password: secrets, token: secrets }), fc.constantFrom(...ENCODINGS), async (planted, encode) => {
      const all = Object.values(planted);
      const said = all.map((one) => `<${encode(one)}>`).join("\n");
      const header = Buffer.from(said).toString("latin1").replaceAll(/[^\x20-\x7e]/g, "");
      echo = (path) =>
        path.endsWith("/token")
          ? { body: JSON.stringify({ access_token: planted.token, expires_in: 3600, scope: said }) }
          : { status: 500, body: said, headers: { "x-echo": header } };
      const folder = { files: NO_FILES, processes: NO_PROCESSES, folder: "/x", trust: { commands: false, files: [] } };
      const variables = { ID: planted.id, SECRET: planted.secret, PASSWORD: planted.password };
      const { client, text, har } = recording({ secrets: createSecrets({ variables, ...folder }) });
      await client.call(search(server.url));
      await client.call(search(server.url));
      const shown = har().log.entries.flatMap(({ response }) => [response.content.text ?? "", ...response.headers.map(({ value }) => value)]).join("\n");
      for (const secret of all) {
        const forms = [secret, encode(secret), encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];
        for (const form of forms) {
          expect(shown.includes(form), form).toBe(false);
          expect(text().includes(JSON.stringify(form).slice(1, -1)), form).toBe(false);
        }
      }
    }),
    { numRuns: 150 },
  );
});
