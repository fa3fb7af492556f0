import { describe, expect, it } from "vitest";
import type { Clue } from "../../../src/model/clue.ts";
import { Secret, type SecretReference } from "../../../src/model/secret.ts";
import { answerClues } from "../../../src/piste/answer-clues.ts";
import type { Answered, Unanswered } from "../../../src/piste/exchange.ts";
import { explainAccount, explainCredentials } from "../../../src/piste/explain-refusal.ts";
import type { Failed, Failure } from "../../../src/piste/outcome.ts";
import { accountClues, credentialClues } from "../../../src/piste/secret-clues.ts";
import type { Secrets } from "../../../src/piste/secrets.ts";
import { application, LOGIN } from "./support/access.ts";

const ID = "0d1f9a3e-6f0e-4a57-8a55-0a2b4c6d8e0f";
const SECRET = "9c8b7a6d-5e4f-4321-8765-43210fedcba9";

describe("the shape of refused credentials", () => {
  const clues = (id: string, secret: string, others: readonly string[] = []): readonly Clue[] =>
    credentialClues({ id: new Secret(id), secret: new Secret(secret) }, others.map((other) => new Secret(other)));

  it.each<readonly [string, string, readonly Clue[]]>([
    [ID, SECRET, []],
    [ID, "not-an-uuid", ["secret-not-uuid"]],
    ["not-an-uuid", "neither", ["id-not-uuid"]],
    ["not-an-uuid", SECRET, ["only-secret-is-uuid"]],
    [ID, ID, ["id-is-secret"]],
    [`${ID}\n`, SECRET, ["line-break"]],
    [ID, ` ${SECRET}`, ["edge-space"]],
  ])("%j and %j", (id, secret, expected) => {
    expect(clues(id, secret)).toEqual(expected);
  });

  it("tells an id that the other environment has too", () => {
    expect(clues(ID, SECRET, [SECRET, ID])).toEqual(["same-id-in-other-environment"]);
  });
});

describe("the shape of a refused password", () => {
  const clues = (password: string, others: readonly string[] = []): readonly Clue[] =>
    accountClues({ login: LOGIN, password: new Secret(password) }, { secret: new Secret(SECRET) }, others.map((other) => new Secret(other)));
  const header = Buffer.from(`${LOGIN}:p(a:ss)~$%`).toString("base64");

  it.each<readonly [string, readonly Clue[]]>([
    ["p(a:ss)~$%", []],
    ["p(a:ss)\r\n~$%", ["line-break"]],
    ["p(a:ss)~$% ", ["edge-space"]],
    [`${LOGIN}:p(a:ss)~$%`, ["password-is-header"]],
    [header, ["password-is-header"]],
    [`${header.slice(0, 20)}\n${header.slice(20)}`, ["line-break", "password-is-header"]],
    [SECRET, ["password-is-client-secret"]],
  ])("%j", (password, expected) => {
    expect(clues(password)).toEqual(expected);
  });

  it("tells a password that the other environment has too", () => {
    expect(clues("p(a:ss)~$%", ["p(a:ss)~$%"])).toEqual(["same-password-in-other-environment"]);
  });
});

describe("a refusal explained", () => {
  const resolved: string[] = [];
  const secrets: Secrets = {
    resolve: async (reference) => {
      resolved.push(reference.from);
      return reference.from === "file" ? { missing: "file", reason: "not-found" } : new Secret(ID);
    },
  };
  const elsewhere: readonly SecretReference[] = [
    { from: "file", file: "secrets" },
    { from: "command", command: ["vault"] },
    { from: "environment", variable: "CHORUS_QUALIFICATION_CLIENT_ID" },
  ];
  const credentials = { id: new Secret(ID), secret: new Secret("c4n4ry\n") };
  const account = { login: LOGIN, password: new Secret("c4n4ry\n") };
  const refused = (code: "invalid-client" | "account-rejected" | "token-rejected"): Failed => ({
    ok: false,
    failure: { code },
    trace: { request: "POST /x", at: 0, tries: 5, clues: ["clock-off"] },
  });
  const pair = { application: application("http://127.0.0.1", { elsewhere }), credentials };

  it("adds codes to what the answer told, runs no command for it, and quotes nothing", async () => {
    const explained = await explainCredentials(refused("invalid-client"), pair, secrets);
    expect(explained.trace.clues).toEqual(["clock-off", "line-break", "same-id-in-other-environment", "secret-not-uuid"]);
    expect(resolved).toEqual(["file", "environment"]);
    expect(JSON.stringify(explained)).not.toMatch(/c4n4ry|0d1f9a3e/);
  });

  it("looks at a password only where an account was refused", async () => {
    const calling = { login: LOGIN, password: { from: "environment", variable: "PASSWORD" } } as const;
    const explained = await explainAccount(refused("account-rejected"), { calling, account, credentials }, secrets);
    expect(explained.trace.clues).toEqual(["clock-off", "line-break", "password-is-client-secret"]);
    for (const other of [refused("token-rejected"), refused("invalid-client")]) {
      expect(await explainAccount(other, { calling, account, credentials }, secrets)).toBe(other);
    }
    const probed = refused("account-rejected");
    expect(await explainAccount(probed, { calling: "impossible", account, credentials }, secrets)).toBe(probed);
    expect(await explainCredentials(probed, pair, secrets)).toBe(probed);
  });
});

describe("an answer", () => {
  const at = Date.UTC(2026, 10, 24, 8, 12);
  const date = (ms: number): string => new Date(ms).toUTCString();
  const clues = (answer: Partial<Answered>, failure: Failure = { code: "unavailable", status: 502 }): readonly Clue[] =>
    answerClues(
      { answered: true, status: 502, headers: {}, body: "", oversize: false, at, ...answer },
      new URL("https://api.piste.gouv.fr/cpro"),
      { ok: false, failure },
    );

  it.each<readonly [string, Partial<Answered>, readonly Clue[]]>([
    ["dated as our clock", { headers: { date: date(at + 60_000) } }, []],
    ["dated an hour before", { headers: { date: date(at - 3_600_000) } }, ["clock-off"]],
    ["dated by nothing that can be read", { headers: { date: "soon" } }, []],
    ["that took long, dated when its head came", { headers: { date: date(at) }, headAt: at, at: at + 600_000 }, []],
    ["of HTML", { headers: { "content-type": "text/html; charset=utf-8" } }, ["html"]],
    ["of HTML that says nothing of itself", { body: " <!DOCTYPE html>" }, ["html"]],
    ["of a proxy", { headers: { server: "squid/6.1" } }, ["proxy-header"]],
    ["that asks for a proxy's password", { status: 407 }, ["proxy-header"]],
    ["that leads elsewhere", { status: 302, headers: { location: "http://login.example" } }, ["redirected"]],
    ["of JSON", { headers: { "content-type": "application/json", server: "Axway" }, body: "{}" }, []],
  ])("%s", (_title, answer, expected) => {
    expect(clues(answer)).toEqual(expected);
  });

  it("to a token that did not arrive", () => {
    expect(clues({ status: 400 }, { code: "token-missing" })).toEqual(["header-lost"]);
  });

  it("with success tells of the clock alone", () => {
    const headers = { "content-type": "text/html", server: "proxy", date: date(0) };
    const answered = { answered: true, status: 200, headers, body: "<html>", oversize: false, at } as const;
    expect(answerClues(answered, new URL("https://api.piste.gouv.fr"), { ok: true, body: {} })).toEqual(["clock-off"]);
  });
});

describe("no answer", () => {
  const clues = (cause: Unanswered["cause"], code: string, host = "api.piste.gouv.fr"): readonly Clue[] =>
    answerClues({ answered: false, cause, detail: `${code} ${host}`, at: 0 }, new URL(`https://${host}`), {
      ok: false,
      failure: { code: "unreachable", cause, detail: "" },
    });

  it.each<readonly [Unanswered["cause"], string, readonly Clue[]]>([
    ["dns", "ENOTFOUND", ["name-not-found"]],
    ["refused", "ECONNREFUSED", ["connection-refused"]],
    ["reset", "ECONNRESET", ["connection-cut"]],
    ["timeout", "UND_ERR_CONNECT_TIMEOUT", ["no-answer-in-time"]],
    ["proxy", "proxy", ["proxy-refuses"]],
    ["tls", "SELF_SIGNED_CERT_IN_CHAIN", ["private-issuer"]],
    ["tls", "UNABLE_TO_GET_ISSUER_CERT_LOCALLY", ["private-issuer"]],
    ["tls", "ERR_TLS_CERT_ALTNAME_INVALID", ["other-name"]],
    ["tls", "CERT_HAS_EXPIRED", ["certificate-dates"]],
    ["tls", "CERT_NOT_YET_VALID", ["certificate-dates"]],
    ["tls", "CHORUS_CA_FILE", ["ca-unreadable"]],
    ["tls", "EPROTO", []],
    ["aborted", "aborted", []],
    ["other", "EWHAT", []],
  ])("%s, %s", (cause, code, expected) => {
    expect(clues(cause, code)).toEqual(expected);
  });

  it("from a host that left the Internet", () => {
    expect(clues("dns", "ENOTFOUND", "sandbox-oauth.aife.economie.gouv.fr")).toEqual(["old-host", "name-not-found"]);
    expect(clues("other", "EWHAT", "api.aife.economie.gouv.fr")).toEqual(["old-host"]);
    expect(clues("aborted", "aborted", "api.aife.economie.gouv.fr")).toEqual([]);
  });
});
