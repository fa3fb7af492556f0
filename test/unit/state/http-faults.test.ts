import { describe, expect, it, onTestFinished } from "vitest";
import { ChorusError } from "../../../src/diagnostics/chorus-error.ts";
import { NO_TRUST, type Trust } from "../../../src/piste/trust.ts";
import { connectStateServer } from "../../../src/piste/state-server.ts";
import { Secret } from "../../../src/model/secret.ts";
import { nodeFiles } from "../../../src/ports/node-files.ts";
import { createHttpStore, type HttpStoreTarget } from "../../../src/state/http/store.ts";
import { STATE_VERSION } from "../../../src/state/serialize-state.ts";
import type { StateStore } from "../../../src/state/store.ts";
import { temporaryFolder } from "../../support/files.ts";
import { BASIC, httpPlace, PASSWORD, USERNAME } from "../../support/http-place.ts";
import { proven } from "../../support/proven.ts";
import { startStateServer, type ServerFault, type StateServer } from "../../support/state-server.ts";
import { openPlace } from "../../support/store-place.ts";
import { virtualClock } from "../../support/virtual-clock.ts";

/** Real sockets, and a clock on which waiting takes no time. */
const open = (server: StateServer, how: "locked" | "unlocked" = "locked", lockTimeoutMs = 5_000): StateStore => {
  const clock = virtualClock();
  const url = new URL(server.address);
  const lockUrl = new URL(`${server.address}/lock`);
  const trust: Trust = { ...NO_TRUST, loopback: true };
  const target: HttpStoreTarget = {
    url,
    updateMethod: "POST",
    ...(how === "locked" ? { lock: { lockUrl, lockMethod: "POST", unlockUrl: lockUrl, unlockMethod: "DELETE" } } : {}),
    connect: () => connectStateServer({ variables: {}, files: nodeFiles, clock, timeoutMs: 5_000 }, { username: USERNAME, password: new Secret(PASSWORD) }, trust),
  };
  const processes = { pid: process.pid, host: "here", isAlive: () => true };
  let ids = 0;
  return createHttpStore(target, { clock, files: nodeFiles, processes, randomness: { uuid: () => `id-${(ids += 1)}`, fraction: Math.random } }, {
    folder: temporaryFolder(),
    author: { who: "camille", command: "chorus apply" },
    acceptNew: false,
    lockTimeoutMs,
  });
};

const started = async (): Promise<StateServer> => {
  const server = await startStateServer(BASIC);
  onTestFinished(() => server.close());
  return server;
};

const codeOf = async (work: Promise<unknown>): Promise<unknown> => {
  const error = await work.then(() => undefined, (thrown: unknown) => thrown);
  if (error !== undefined && !(error instanceof ChorusError)) throw error;
  return error && { code: error.diagnostics[0]?.code, ...error.diagnostics[0]?.arguments };
};

const FAULTS: readonly ServerFault[] = ["drop", "drop-after", "500", "500-after", "409", "423", "truncated", "cut"];

it("waits on for a lock where the way to the server stumbles now and then", async () => {
  const server = await started();
  server.lock = { ID: "somebody", Who: "dominique@elsewhere", Created: "2026-01-01T00:00:00Z" };
  let asked = 0;
  server.fault = (method, path) => {
    if (method !== "POST" || !path.endsWith("/lock")) return undefined;
    asked += 1;
    if (asked === 16) server.lock = undefined;
    return asked % 2 === 0 ? undefined : "drop";
  };
  expect(await codeOf(open(server, "locked", 60_000).commit([proven("siege")], []))).toBeUndefined();
  expect(asked).toBe(16);
});

it.each([1, 2, 3])("survives whatever sequence of faults (%i)", async (seed) => {
  const server = await started();
  const random = randomOf(seed);
  const store = open(server);
  const done: string[] = [];
  for (let round = 0; round < 80; round += 1) {
    const rate = random() * 0.7;
    server.fault = () => (random() < rate ? FAULTS[Math.floor(random() * FAULTS.length)] : undefined);
    const name = `s${round}`;
    const came = await codeOf(store.commit([proven(name), proven("shared", { at: round * 1_000 })], []));
    if (came === undefined) done.push(name);
    else expect(came).toMatchObject({ code: expect.stringMatching(/^CHR-STATE-(UNREACHABLE|LOCKED|CORRUPT)$/) as unknown });
    // Whatever happened, what is stored is whole and has everything that was said to be done.
    server.fault = undefined;
    const { records } = await store.read();
    expect(done.filter((one) => !records.has(proven(one).subject))).toEqual([]);
    // What a run could not give back for want of an answer, a person does.
    if (server.lock !== undefined) await store.unlock();
  }
  expect(done.length).toBeGreaterThan(20);
  const serials = server.versions.map((text) => (JSON.parse(text ?? "{}") as { serial: number }).serial);
  expect(serials).toEqual(serials.toSorted((a, b) => a - b));
}, 120_000);

describe("one fault", () => {
  it.each(FAULTS)("%s of each request, once, changes nothing of what comes out", async (fault) => {
    const server = await started();
    const store = open(server);
    await store.commit([proven("siege")], []);
    const seen = new Set<string>();
    server.fault = (method, path) => {
      const key = `${method} ${path}`;
      if (seen.has(key) || ((fault === "409" || fault === "423") && method === "GET")) return undefined;
      seen.add(key);
      return fault;
    };
    expect(await store.commit([proven("lyon")], [])).toBe(1);
    server.fault = undefined;
    expect((await store.read()).records.size).toBe(2);
    expect(server.lock).toBeUndefined();
  });
});

it("without a lock, makes a write anew that somebody overtook", async () => {
  const server = await started();
  await open(server).commit([proven("siege")], []);
  const locks = server.log.filter((line) => line.includes("lock")).length;
  let isFirst = true;
  server.fault = (method) => {
    // Between the look and the write.
    if (method === "POST" && isFirst) server.versions.push((server.versions.at(-1) ?? "").replace('"serial":1', '"serial":2').replaceAll("siege", "nice"));
    isFirst = isFirst && method !== "POST";
    return undefined;
  };
  expect(await open(server, "unlocked").commit([proven("lyon")], [])).toBe(1);
  expect([...(await open(server).read()).records.keys()]).toEqual([proven("lyon").subject, proven("nice").subject]);
  expect(server.log.filter((line) => line.includes("lock"))).toHaveLength(locks);
});

describe("what is told", () => {
  it("is a code, without a word of the server", async () => {
    const server = await started();
    const here = httpPlace(server);
    const wrong = await openPlace({ ...here, variables: { CI_JOB_TOKEN: "c4nary-wrong" } });
    expect(await codeOf(wrong.read())).toEqual({ code: "CHR-STATE-UNREACHABLE", place: server.address, problem: "denied", detail: "GET: 401" });
    const methods = await openPlace({ ...here, location: { http: { ...here.location.http, lockMethod: "LOCK" } } });
    expect(await codeOf(methods.commit([proven("siege")], []))).toMatchObject({ problem: "refused", detail: "LOCK: 405" });
    expect(await codeOf(openPlace({ ...here, trust: [] }))).toEqual({ code: "CHR-STATE-TRUST", host: new URL(server.address).host, trust: "loopback" });
    const elsewhere = (address: string) => codeOf(openPlace({ ...here, location: { http: { ...here.location.http, lockAddress: address } } }));
    expect(await elsewhere("https://gitlab.exemple.fr/lock")).toEqual({ code: "CHR-STATE-TRUST", host: "gitlab.exemple.fr", trust: "host:gitlab.exemple.fr" });
    expect(await elsewhere("http://gitlab.exemple.fr/lock")).toMatchObject({ code: "CHR-STATE-UNREACHABLE", problem: "refused", detail: "http:" });
    expect(await elsewhere("https://u:c4nary@gitlab.exemple.fr/lock")).toEqual({ code: "CHR-STATE-UNREACHABLE", place: "https://gitlab.exemple.fr/lock", problem: "refused", detail: "user:password@" });
    expect(await codeOf(openPlace({ ...here, variables: {} }))).toMatchObject({ problem: "secret", detail: "$CI_JOB_TOKEN: unset" });
    server.fault = () => "500";
    expect(await codeOf(open(server).read())).toMatchObject({ problem: "unreachable", detail: "GET: 500" });
    server.fault = () => "drop";
    expect(await codeOf(open(server).read())).toMatchObject({ problem: "unreachable" });
  });

  it("a bearer's token is sent where one is given", async () => {
    const server = await startStateServer("Bearer c4nary-token");
    onTestFinished(() => server.close());
    const { username: _, password: __, ...location } = httpPlace(server).location.http;
    const store = await openPlace({ ...httpPlace(server), location: { http: { ...location, token: { env: "GITEA_TOKEN" } } }, variables: { GITEA_TOKEN: "c4nary-token" } });
    expect(await store.commit([proven("siege")], [])).toBe(1);
  });
});

it("keeps a document with the lines of the file, a line each", async () => {
  const server = await started();
  const store = open(server);
  await store.commit([proven("siege"), proven("lyon")], []);
  const text = server.versions.at(-1) ?? "";
  expect(JSON.parse(text)).toMatchObject({ chorus: "state", version: STATE_VERSION, serial: 1, lineage: expect.stringMatching(/^id-/) as unknown, lines: [{ subject: proven("lyon").subject }, { subject: proven("siege").subject }] });
  expect(text.split("\n")).toHaveLength(5);
});

/** mulberry32 */
const randomOf = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};
