import { describe, expect, it } from "vitest";
import { mayReceiveSecret } from "../../../src/piste/may-receive-secret.ts";
import { parseTrust } from "../../../src/piste/trust.ts";

describe("parseTrust", () => {
  it("understands every token", () => {
    const { trust, unknown } = parseTrust([
      "host:Gateway.Example",
      "host:gateway.example:8443",
      "host:[::1]:9000",
      " loopback ",
      "commands",
      "files:/run/secrets",
      "tls",
      "",
    ]);
    expect(unknown).toEqual([]);
    expect(trust).toEqual({
      hosts: new Set(["gateway.example", "gateway.example:8443", "[::1]:9000"]),
      loopback: true,
      commands: true,
      files: ["/run/secrets"],
      tls: true,
    });
  });

  it("grants nothing by default", () => {
    expect(parseTrust([]).trust).toEqual({ hosts: new Set(), loopback: false, commands: false, files: [], tls: false });
  });

  it.each([
    "all",
    "*",
    "host:",
    "host:*",
    "host:*.example",
    "host:a.example/path",
    "host:user@a.example",
    "host:https://a.example",
    "host:a.example.",
    "host:a.example:99999",
    "host:a b",
    "files:",
    "Loopback",
    "command",
  ])("gives back %s", (token) => {
    const { trust, unknown } = parseTrust([token]);
    expect(unknown).toEqual([token]);
    expect(trust.hosts.size + trust.files.length).toBe(0);
  });
});

describe("mayReceiveSecret", () => {
  const { trust: none } = parseTrust([]);
  const { trust: some } = parseTrust(["host:gateway.example", "host:other.example:8443", "loopback"]);
  const allowed = (url: string, trust = none) => mayReceiveSecret(new URL(url), trust);

  it.each([
    "https://oauth.piste.gouv.fr/api/oauth/token",
    "https://API.PISTE.GOUV.FR/cpro",
    "https://sandbox-api.piste.gouv.fr:443",
    "https://sandbox-oauth.aife.economie.gouv.fr",
  ])("PISTE: %s", (url) => expect(allowed(url)).toBe(true));

  it.each([
    "http://oauth.piste.gouv.fr",
    "https://oauth.piste.gouv.fr.evil.com",
    "https://evil.com/oauth.piste.gouv.fr",
    "https://oauth.piste.gouv.fr@evil.com",
    "https://oauth.piste.gouv.fr:pw@evil.com",
    "https://user@oauth.piste.gouv.fr",
    "https://user:pw@oauth.piste.gouv.fr",
    "https://oauth.piste.gouv.fr.",
    "https://oauth.piste.gouv.fr:8443",
    "https://evil.com\\@oauth.piste.gouv.fr",
    "https://evil.com#oauth.piste.gouv.fr",
    "https://evil.com?oauth.piste.gouv.fr",
    "https://xoauth.piste.gouv.fr",
    "https://piste.gouv.fr",
    "https://oauth.pіste.gouv.fr",
    "ftp://oauth.piste.gouv.fr",
    "wss://oauth.piste.gouv.fr",
    "file:///etc/passwd",
    "https://gateway.example",
    "http://localhost:4000",
    "https://localhost",
    "http://127.0.0.1",
    "http://[::1]:4000",
  ])("not without trust: %s", (url) => expect(allowed(url)).toBe(false));

  it.each([
    "https://gateway.example",
    "https://Gateway.Example:443/x",
    "https://other.example:8443",
    "http://localhost:4000",
    "http://127.0.0.1:4000",
    "http://127.255.0.9",
    "http://0x7f.1",
    "http://2130706433",
    "http://0177.0.0.1",
    "http://[::1]:4000",
    "https://localhost:4000",
  ])("with trust: %s", (url) => expect(allowed(url, some)).toBe(true));

  it.each([
    "http://gateway.example",
    "https://gateway.example:8443",
    "https://other.example",
    "https://sub.gateway.example",
    "http://127.0.0.1.evil.com",
    "http://localhost.evil.com",
    "http://localhost.",
    "http://evil.localhost",
    "http://0.0.0.0",
    "http://128.0.0.1",
    "http://[::ffff:127.0.0.1]",
    "http://[::]",
    "http://127.0.0.1@evil.com",
    "http://user@127.0.0.1",
  ])("not even with trust: %s", (url) => expect(allowed(url, some)).toBe(false));
});
