import { describe, expect, it } from "vitest";
import { classify, classifyToken } from "../../../src/piste/classify.ts";
import type { Failure } from "../../../src/piste/outcome.ts";

interface Case {
  readonly name: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly sent?: string;
  readonly failure: Failure | undefined;
}

const gateway = (error: string, description: string) => ({
  "www-authenticate": `Bearer realm="DefaultRealm",error="${error}",error_description="${description}"`,
});
const SEARCH = '{"structure":{"identifiantStructure":"123"},"parametres":{"nbResultatsParPage":1}}';

const CASES: readonly Case[] = [
  { name: "success", status: 200, body: '{"codeRetour":0,"libelle":"TRA_MSG_00.000"}', failure: undefined },
  { name: "codeRetour as a text", status: 200, body: '{"codeRetour":"0"}', failure: undefined },
  { name: "codeRetour of several zeros", status: 200, body: '{"codeRetour":"00"}', failure: undefined },
  { name: "codeRetour that ends in 0", status: 200, body: '{"codeRetour":20}', failure: { code: "business", returned: "20", label: "" } },
  { name: "codeRetour that begins with 0", status: 200, body: '{"codeRetour":"02"}', failure: { code: "business", returned: "02", label: "" } },
  { name: "codeRetour null", status: 200, body: '{"codeRetour":null}', failure: undefined },
  { name: "no envelope", status: 200, body: "[]", failure: undefined },
  { name: "health check", status: 200, body: '{"statusCode":"OK","statusCodeValue":200}', failure: undefined },
  { name: "empty 200", status: 200, failure: undefined },
  { name: "204", status: 204, failure: undefined },
  {
    name: "business refusal",
    status: 200,
    body: '{"codeRetour":20001,"libelle":"GDP_MSG_11.001"}',
    failure: { code: "business", returned: "20001", label: "GDP_MSG_11.001" },
  },
  {
    name: "business refusal with 400",
    status: 400,
    body: '{"codeRetour":"20003","libelle":"\\u001b[31mtrop gros"}',
    failure: { code: "business", returned: "20003", label: " [31mtrop gros" },
  },
  {
    name: "no token in the message",
    status: 400,
    headers: gateway("invalid_request", "Unable to find token in the message"),
    failure: { code: "token-missing" },
  },
  {
    name: "unknown token",
    status: 401,
    headers: gateway("invalid_token", "Unable to find the access token in persistent storage"),
    failure: { code: "token-rejected" },
  },
  {
    name: "expired token",
    status: 401,
    headers: gateway("invalid_token", "The access token expired"),
    failure: { code: "token-rejected" },
  },
  {
    name: "application disabled",
    status: 401,
    headers: gateway("invalid_token", "The client app was not found or is disabled"),
    failure: { code: "application-disabled" },
  },
  {
    name: "insufficient scope",
    status: 403,
    headers: gateway("insufficient_scope", "scope"),
    failure: { code: "insufficient-scope" },
  },
  { name: "not selected, empty", status: 403, sent: SEARCH, failure: { code: "not-subscribed" } },
  { name: "not selected, {}", status: 403, body: " {}\n", sent: SEARCH, failure: { code: "not-subscribed" } },
  { name: "not selected, blank", status: 403, body: " \r\n", sent: "{}", failure: { code: "not-subscribed" } },
  { name: "not selected, GET", status: 403, body: "{}", failure: { code: "not-subscribed" } },
  {
    name: "echo or empty, nobody can tell",
    status: 403,
    body: "{}",
    sent: "{}",
    failure: { code: "unexpected", status: 403, detail: "{} answered to {}: empty or an echo" },
  },
  {
    name: "echo of the request",
    status: 403,
    body: '{ "parametres": {"nbResultatsParPage": 1}, "structure": {"identifiantStructure": "123"} }',
    sent: SEARCH,
    failure: { code: "refused" },
  },
  {
    name: "403 of another kind",
    status: 403,
    headers: { "content-type": "text/html; charset=utf-8" },
    body: "<h1>Forbidden\nby a firewall</h1>",
    sent: SEARCH,
    failure: { code: "unexpected", status: 403, detail: "text/html: <h1>Forbidden by a firewall</h1>" },
  },
  {
    name: "wrong account",
    status: 401,
    headers: {
      "www-authenticate": 'Bearer realm="PISTE",error="Unauthorized",error_description="login or password incorrects"',
    },
    failure: { code: "account-rejected" },
  },
  {
    name: "wrong account, organisations",
    status: 401,
    body: '{"ErrorCode":"401","Description":"[invalid field]"}',
    failure: { code: "account-rejected" },
  },
  {
    name: "wrong account, in words",
    status: 401,
    body: "login or password incorrects",
    failure: { code: "account-rejected" },
  },
  {
    name: "wrong account, organisations, laid out",
    status: 401,
    body: '{"ErrorCode": "401", "Description" : "[invalid field]"}',
    failure: { code: "account-rejected" },
  },
  {
    name: "the gateway's realm, whatever its error",
    status: 401,
    headers: gateway("invalid_request", "x"),
    failure: { code: "token-rejected" },
  },
  {
    name: "invalid_token of no realm",
    status: 401,
    body: '{"error":"invalid_token"}',
    failure: { code: "token-rejected" },
  },
  {
    name: "invalid_token of the realm of accounts",
    status: 401,
    headers: { "www-authenticate": 'Bearer realm="PISTE",error="invalid_token"' },
    failure: { code: "account-rejected" },
  },
  {
    name: "the gateway's realm wins over what the body says",
    status: 401,
    headers: gateway("invalid_token", "The access token expired"),
    body: "login or password incorrects",
    failure: { code: "token-rejected" },
  },
  { name: "401 that says nothing", status: 401, failure: { code: "unexpected", status: 401, detail: "" } },
  { name: "quota", status: 429, failure: { code: "quota" } },
  {
    name: "quota with a wait",
    status: 429,
    headers: { "retry-after": "7" },
    failure: { code: "quota", retryAfterMs: 7000 },
  },
  {
    name: "quota with a date",
    status: 429,
    headers: { "retry-after": "Wed, 21 Oct 2026 07:28:00 GMT" },
    failure: { code: "quota" },
  },
  { name: "500", status: 500, body: "<html>", failure: { code: "unavailable", status: 500 } },
  { name: "503", status: 503, failure: { code: "unavailable", status: 503 } },
  {
    name: "unknown reference",
    status: 400,
    body: '[{"error":"NotFoundReference","message":"m","detail":"d"}]',
    failure: { code: "reference", error: "NotFoundReference" },
  },
  { name: "403 of another kind, GET", status: 403, body: "Forbidden", failure: { code: "unexpected", status: 403, detail: "Forbidden" } },
  { name: "below 2xx", status: 199, body: "{}", failure: { code: "unexpected", status: 199, detail: "{}" } },
  { name: "beyond 2xx", status: 300, body: "{}", failure: { code: "unexpected", status: 300, detail: "{}" } },
  { name: "beyond 5xx", status: 600, failure: { code: "unexpected", status: 600, detail: "" } },
  { name: "redirect", status: 302, failure: { code: "unexpected", status: 302, detail: "" } },
  { name: "404", status: 404, body: "{}", failure: { code: "unexpected", status: 404, detail: "{}" } },
  {
    name: "a page instead of JSON",
    status: 200,
    headers: { "content-type": "text/html" },
    body: "<html>Maintenance</html>",
    failure: { code: "unexpected", status: 200, detail: "text/html: <html>Maintenance</html>" },
  },
];

describe("classify", () => {
  it.each(CASES)("$name ($status)", ({ status, headers = {}, body = "", sent, failure }) => {
    const verdict = classify({ status, headers, body, oversize: false }, sent);
    if (failure === undefined) expect(verdict).toMatchObject({ ok: true });
    else expect(verdict).toEqual({ ok: false, failure });
  });

  it("gives the parsed body, past a byte order mark", () => {
    expect(classify({ status: 200, headers: {}, body: '\uFEFF{"a":1}', oversize: false }, "{}")).toEqual({
      ok: true,
      body: { a: 1 },
    });
    expect(classify({ status: 204, headers: {}, body: "", oversize: false }, "{}")).toEqual({ ok: true, body: undefined });
  });

  it("believes nothing of a body that was cut", () => {
    const verdict = classify({ status: 200, headers: {}, body: "", oversize: true }, "{}");
    expect(verdict).toMatchObject({ ok: false, failure: { code: "unexpected", status: 200 } });
  });

  it("redacts before it cuts", () => {
    const secret = "s3cr3t-s3cr3t";
    const body = `${"x".repeat(113)}${secret}`;
    const verdict = classify({ status: 404, headers: {}, body, oversize: false }, "{}", (text) =>
      text.replaceAll(secret, "[secret]"),
    );
    expect(JSON.stringify(verdict)).not.toContain("s3cr3t");
  });
});

describe("classifyToken", () => {
  const token = (status: number, body: string, headers: Readonly<Record<string, string>> = {}) =>
    classifyToken({ status, headers, body, oversize: false });

  it("grants", () => {
    expect(token(200, '{"access_token":"t","expires_in":3600}')).toEqual({ ok: true, body: { access_token: "t", expires_in: 3600 } });
  });

  it.each([
    [400, '{"error":"invalid_client","error_description":"x"}', { code: "invalid-client" }],
    [401, '{"error":"invalid_client"}', { code: "invalid-client" }],
    [400, '{"error":"invalid_scope"}', { code: "unexpected", status: 400, detail: '{"error":"invalid_scope"}' }],
    [200, '{"token":"t0ken"}', { code: "unexpected", status: 200, detail: "no access_token" }],
    [200, '{"access_token":""}', { code: "unexpected", status: 200, detail: "no access_token" }],
    [200, '{"access_token":7}', { code: "unexpected", status: 200, detail: "no access_token" }],
    [200, "<html>", { code: "unexpected", status: 200, detail: "no access_token" }],
    [302, "", { code: "unexpected", status: 302, detail: "" }],
    [429, "", { code: "quota" }],
    [503, "", { code: "unavailable", status: 503 }],
  ])("%i %s", (status, body, failure) => {
    expect(token(status, body)).toEqual({ ok: false, failure });
  });
});
