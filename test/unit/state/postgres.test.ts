import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ChorusError } from "../../../src/diagnostics/chorus-error.ts";
import { parseTrust } from "../../../src/piste/trust.ts";
import { readPostgresUrl } from "../../../src/piste/postgres-url.ts";
import { Secret } from "../../../src/model/secret.ts";
import { selfSigned } from "../piste/support/certificate.ts";
import { postgresPlace } from "../../support/postgres-place.ts";
import { startPostgres, type PostgresServer } from "../../support/postgres.ts";
import { proven } from "../../support/proven.ts";
import { openPlace } from "../../support/store-place.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

const failure = async (work: Promise<unknown>): Promise<unknown> => {
  const error = await work.then(() => undefined, (thrown: unknown) => thrown);
  return error instanceof ChorusError ? { code: error.diagnostics[0]?.code, ...error.diagnostics[0]?.arguments } : error;
};

describe("a role", () => {
  it("that may only read reads, and is told so where it writes", async () => {
    const here = await postgresPlace(server);
    await (await openPlace(here)).commit([proven("siege")], []);
    const reader = { user: `reader_${here.database}`, password: "c4nary-reader" };
    await server.query(here.database, `create role ${reader.user} login password '${reader.password}'; grant usage on schema chorus to ${reader.user}; grant select on all tables in schema chorus to ${reader.user}`);
    const store = await openPlace({ ...here, variables: { CHORUS_STATE_URL: server.url(here.database, reader) } });
    expect((await store.read()).records.size).toBe(1);
    expect(await store.history?.(proven("siege").subject)).toHaveLength(1);
    expect(await store.commit([proven("siege", { before: proven("siege").record })], [])).toBe(0);
    expect(await failure(store.commit([proven("lyon")], []))).toMatchObject({ code: "CHR-STATE-UNREACHABLE", problem: "denied", detail: "42501" });
  });

  it("that is given a schema needs no right to create one", async () => {
    const here = await postgresPlace(server);
    const writer = { user: `writer_${here.database}`, password: "c4nary-writer" };
    await server.query(here.database, `create role ${writer.user} login password '${writer.password}'; create schema "user" authorization ${writer.user}`);
    const store = await openPlace({ ...here, location: { postgres: { url: { env: "CHORUS_STATE_URL" }, schema: "user" } }, variables: { CHORUS_STATE_URL: server.url(here.database, writer) } });
    expect(await failure(store.commit([proven("siege")], []))).toBeUndefined();
  });
});

describe("two on different subjects", () => {
  it("do not wait for each other, nor for who reads", async () => {
    const here = await postgresPlace(server);
    await (await openPlace(here)).commit([proven("siege"), proven("lyon")], []);
    const other = new Client({ connectionString: server.url(here.database) });
    await other.connect();
    await other.query("begin; select from chorus.lines where subject like '%/lyon' for update");
    try {
      const store = await openPlace(here, { lockTimeoutMs: 300 });
      expect(await store.commit([proven("siege", { at: 1_000 }), proven("nice")], [])).toBe(2);
      expect((await store.read()).records.size).toBe(3);
      expect(await failure(store.commit([proven("lyon", { at: 1_000 })], []))).toMatchObject({ code: "CHR-STATE-LOCKED" });
    } finally {
      await other.end();
    }
  });
});

it("refuses tables of a newer Chorus", async () => {
  const here = await postgresPlace(server);
  const store = await openPlace(here);
  await store.commit([proven("siege")], []);
  await server.query(here.database, "update chorus.meta set version = 7");
  expect(await failure(store.read())).toMatchObject({ code: "CHR-STATE-NEWER", version: 7, supported: 1 });
  expect(await failure(store.commit([proven("lyon")], []))).toMatchObject({ code: "CHR-STATE-NEWER" });
});

it("leaves no connection behind", async () => {
  const here = await postgresPlace(server);
  const store = await openPlace(here);
  await store.commit([proven("siege")], []);
  await store.read();
  await store.replace(await store.read());
  expect(await server.query("postgres", "select count(*)::int as n from pg_stat_activity where datname = $1", [here.database])).toEqual([{ n: 0 }]);
});

describe("what is between", () => {
  const opened = async (url: string, trust: readonly string[] = ["loopback"]) =>
    openPlace({ ...(await postgresPlace(server)), trust, variables: { CHORUS_STATE_URL: url } });

  it("is told by a code, without a word of the server", async () => {
    const wrong = server.url("postgres", { user: "c4nary-user", password: "c4nary-password" });
    expect(await failure((await opened(wrong)).read())).toEqual({ code: "CHR-STATE-UNREACHABLE", place: `postgres://127.0.0.1:${server.port}/postgres`, problem: "denied", detail: "28P01" });
    expect(await failure((await opened(server.url("nowhere"))).read())).toMatchObject({ problem: "refused", detail: "3D000" });
    expect(await failure((await opened("postgres://u:c4nary@127.0.0.1:1/chorus")).read())).toMatchObject({ problem: "unreachable", detail: "ECONNREFUSED" });
    // This server has no certificate.
    expect(await failure((await opened(`${server.url()}?sslmode=require`)).read())).toMatchObject({ problem: "unreachable" });
  });

  it("is refused where nobody vouches for the host, or what is found is no URL", async () => {
    expect(await failure(opened("postgres://u:c4nary@db.exemple.fr:5433/chorus"))).toEqual({ code: "CHR-STATE-TRUST", host: "db.exemple.fr:5433", trust: "host:db.exemple.fr:5433" });
    expect(await failure(opened("postgres://u:c4nary@127.0.0.1/chorus", []))).toEqual({ code: "CHR-STATE-TRUST", host: "127.0.0.1", trust: "loopback" });
    expect(await failure(opened("c4nary"))).toEqual({ code: "CHR-STATE-UNREACHABLE", place: "postgres", problem: "no-url", detail: "" });
    const here = await postgresPlace(server);
    expect(await failure(openPlace({ ...here, variables: {} }))).toMatchObject({ code: "CHR-STATE-UNREACHABLE", problem: "secret", detail: "$CHORUS_STATE_URL: unset" });
  });
});

it("verifies the server's certificate, by the authorities of this machine", async () => {
  const { cert, key } = selfSigned("localhost");
  await server.encrypt(cert, key);
  const here = await postgresPlace(server);
  const ca = join(here.folder, "ca.pem");
  await writeFile(ca, cert);
  const opened = (url: string, variables: Readonly<Record<string, string>>) => openPlace({ ...here, variables: { ...variables, CHORUS_STATE_URL: url } });
  const url = `${server.url(here.database).replace("127.0.0.1", "localhost")}?sslmode=require`;
  expect(await (await opened(url, { CHORUS_CA_FILE: ca })).commit([proven("siege")], [])).toBe(1);
  expect(await failure((await opened(url, {})).read())).toMatchObject({ problem: "unreachable", detail: "DEPTH_ZERO_SELF_SIGNED_CERT" });
  const otherName = `${server.url(here.database)}?sslmode=require`;
  expect(await failure((await opened(otherName, { CHORUS_CA_FILE: ca })).read())).toMatchObject({ problem: "unreachable", detail: "ERR_TLS_CERT_ALTNAME_INVALID" });
});

describe("the URL", () => {
  const read = (url: string, ...trust: readonly string[]) => readPostgresUrl(new Secret(url), parseTrust(trust).trust);

  it.each([
    ["postgres://u:p%40@DB.exemple.fr/chorus", { host: "db.exemple.fr", port: 5432, database: "chorus", user: "u", tls: { rejectUnauthorized: true } }],
    ["postgresql://db.exemple.fr/chorus?sslmode=prefer&host=evil.exemple.fr", { host: "db.exemple.fr", tls: { rejectUnauthorized: true } }],
    ["postgres://db.exemple.fr/chorus?sslmode=disable", { tls: false }],
    ["postgres://localhost/chorus", { host: "localhost", tls: false }],
    ["postgres://[::1]:5432/chorus?sslmode=verify-ca", { host: "::1", tls: { rejectUnauthorized: true } }],
  ])("%s", (url, target) => {
    expect(read(url, "host:db.exemple.fr", "loopback")).toMatchObject({ read: true, target });
  });

  it("gives its password to who connects, and shows it to nobody", () => {
    const found = read("postgres://u:c4nary%2F@localhost/chorus", "loopback");
    expect(found.read && found.target.password?.()).toBe("c4nary/");
    expect(JSON.stringify(found)).not.toContain("c4nary");
  });

  it("needs trust for a certificate that nobody verifies", () => {
    expect(read("postgres://db.exemple.fr/chorus?sslmode=no-verify", "host:db.exemple.fr")).toEqual({ read: false, untrusted: { host: "db.exemple.fr", trust: "tls" } });
    expect(read("postgres://db.exemple.fr/chorus?sslmode=no-verify", "host:db.exemple.fr", "tls")).toMatchObject({ target: { tls: { rejectUnauthorized: false } } });
  });

  it.each(["mysql://localhost/chorus", "postgres://localhost", "postgres:///chorus?host=/var/run", "postgres://u:%ff@localhost/chorus", ""])("is none: %s", (url) => {
    expect(read(url, "loopback")).toEqual({ read: false });
  });
});
