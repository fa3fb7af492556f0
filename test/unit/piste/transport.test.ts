import { createServer as createTcpServer, type AddressInfo, connect } from "node:net";
import { createServer as createHttpsServer } from "node:https";
import type { TLSSocket } from "node:tls";
import { createServer as createHttpServer } from "node:http";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import type { HttpRequest } from "../../../src/piste/exchange.ts";
import type { TransportOptions } from "../../../src/piste/transport.ts";
import { NO_FILES, testTransport } from "./support/access.ts";
import { selfSigned } from "./support/certificate.ts";
import { closedPort, serve } from "./support/http-server.ts";

const get = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: "GET",
  url: new URL(url),
  headers: {},
  ...more,
});

const listen = async (server: {
  listen(port: number, host: string, listening: () => void): unknown;
  address(): unknown;
  close(): unknown;
}): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
};

/** A proxy that tunnels every CONNECT to one port, whatever it is asked for. */
const tunnel = async (port: number, status = 200) => {
  const asked: { readonly target: string; readonly authorization: string | undefined }[] = [];
  const proxy = createHttpServer();
  proxy.on("connect", (request, socket) => {
    asked.push({ target: request.url ?? "", authorization: request.headers["proxy-authorization"] });
    if (status !== 200) return socket.end(`HTTP/1.1 ${status} No\r\n\r\n`);
    const upstream = connect(port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on("error", () => socket.destroy());
    socket.on("error", () => upstream.destroy());
    return undefined;
  });
  return { port: await listen(proxy), asked };
};

const httpsServer = async (...names: readonly string[]) => {
  const pair = selfSigned(...names);
  const server = createHttpsServer(pair, (_, response) => response.end("over tls"));
  onTestFinished(() => server.closeAllConnections());
  return { port: await listen(server), cert: pair.cert };
};

/** Answers who it is that a certificate of the client's proves. */
const askingServer = async (client: string) => {
  const pair = selfSigned("localhost");
  const server = createHttpsServer({ ...pair, ca: client, requestCert: true, rejectUnauthorized: false }, (request, response) => response.end(String((request.socket as TLSSocket).authorized)));
  onTestFinished(() => server.closeAllConnections());
  return { url: new URL(`https://localhost:${await listen(server)}/`), cert: pair.cert };
};

const holding = (files: Readonly<Record<string, string>>) => ({
  read: async (path: string) => {
    const text = files[path];
    return text === undefined ? NO_FILES.read(path) : new TextEncoder().encode(text);
  },
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

it("proves who this side is, where it has a certificate", async () => {
  const clientCertificate = selfSigned("chorus");
  const { url, cert } = await askingServer(clientCertificate.cert);
  const ask = (more: Partial<TransportOptions>) => testTransport({ extraCa: [cert], ...more }).send({ method: "GET", url, headers: {} });
  expect(await ask({ clientCertificate })).toMatchObject({ status: 200, body: "true" });
  expect(await ask({})).toMatchObject({ status: 200, body: "false" });
});

it("reads no body longer than it is told", async () => {
  const { url } = await serve(() => ({ status: 200, body: "x".repeat(1_000) }));
  const ask = (mostBytes: number) => testTransport({ mostBytes }).send({ method: "GET", url: new URL(url), headers: {} });
  expect(await ask(999)).toMatchObject({ oversize: true, body: "" });
  expect(await ask(1_000)).toMatchObject({ oversize: false });
});

describe("an answer", () => {
  it("comes with its status, headers and body", async () => {
    const { url, received } = await serve(() => ({ status: 418, headers: { "X-CorrelationId": "Id-1 0" }, body: "é" }));
    const exchange = await testTransport().send({
      method: "POST",
      url: new URL(`${url}/a/b?c=d`),
      headers: { "content-type": "text/plain" },
      body: "sent é",
    });
    expect(exchange).toMatchObject({ answered: true, status: 418, body: "é", oversize: false });
    expect(exchange).toHaveProperty("headers.x-correlationid", "Id-1 0");
    expect(received).toMatchObject([{ method: "POST", path: "/a/b?c=d", body: "sent é" }]);
  });

  it("is not followed to another place", async () => {
    const elsewhere = await serve(() => ({ body: "elsewhere" }));
    const { url } = await serve(() => ({ status: 307, headers: { location: elsewhere.url } }));
    expect(await testTransport().send(get(url))).toMatchObject({ answered: true, status: 307 });
    expect(elsewhere.received).toEqual([]);
  });

  it("is cut where it is too large", async () => {
    const { url } = await serve((_, response) => {
      const part = Buffer.alloc(1024 * 1024, "x");
      response.writeHead(200);
      for (let i = 0; i < 25; i += 1) response.write(part);
      response.end();
    });
    expect(await testTransport({ timeoutMs: 5_000 }).send(get(url))).toMatchObject({ status: 200, oversize: true, body: "" });
  });
});

describe("no answer", () => {
  const unreached = { answered: false };

  it("refused", async () => {
    const port = await closedPort();
    expect(await testTransport().send(get(`http://127.0.0.1:${port}`))).toMatchObject({
      ...unreached,
      cause: "refused",
      detail: `ECONNREFUSED 127.0.0.1:${port}`,
    });
  });

  it("dns", async () => {
    const exchange = await testTransport({ timeoutMs: 5_000 }).send(get("http://chorus-no-such-host.invalid"));
    expect(exchange).toMatchObject({ ...unreached, cause: "dns" });
  });

  it("reset, before and within an answer", async () => {
    const before = await serve((_, response) => void response.socket?.destroy());
    const within = await serve((_, response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write("half", () => response.socket?.destroy());
    });
    const rst = await serve((_, response) => void response.socket?.resetAndDestroy());
    const transport = testTransport();
    expect(await transport.send(get(before.url))).toMatchObject({ ...unreached, cause: "reset" });
    expect(await transport.send(get(within.url))).toMatchObject({ ...unreached, cause: "reset" });
    expect(await transport.send(get(rst.url))).toMatchObject({ ...unreached, cause: "reset" });
  });

  it("timeout, of the head and of the body", async () => {
    const silent = await serve(() => undefined);
    const stuck = await serve((_, response) => void response.writeHead(200).write("half"));
    const dripping = await serve((_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write("."), 50);
      response.on("close", () => clearInterval(timer));
    });
    const transport = testTransport({ timeoutMs: 200 });
    const causes = await Promise.all([silent, stuck, dripping].map(({ url }) => transport.send(get(url))));
    expect(causes).toMatchObject(Array.from({ length: 3 }, () => ({ ...unreached, cause: "timeout" })));
  });

  it("aborted", async () => {
    const { url } = await serve(() => undefined);
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    const exchange = await testTransport({ timeoutMs: 5_000 }).send(get(url, { signal: stop.signal }));
    expect(exchange).toMatchObject({ ...unreached, cause: "aborted" });
  });

  it("something that does not speak HTTP", async () => {
    const server = createTcpServer((socket) => {
      socket.on("error", () => undefined);
      socket.end("220 smtp.example ESMTP\r\n");
    });
    const port = await listen(server);
    expect(await testTransport().send(get(`http://127.0.0.1:${port}`))).toMatchObject({ ...unreached, cause: "other" });
  });
});

describe("TLS", () => {
  it("does not take a certificate that nobody vouches for, even where Node is told to", async () => {
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    vi.spyOn(process, "emitWarning").mockImplementation(() => undefined);
    const { port } = await httpsServer("localhost");
    expect(await testTransport().send(get(`https://localhost:${port}`))).toMatchObject({ answered: false, cause: "tls" });
  });

  it("takes it with CHORUS_CA_FILE, for its names alone", async () => {
    const { port, cert } = await httpsServer("localhost");
    const transport = testTransport({ variables: { CHORUS_CA_FILE: "/ca.pem" }, files: holding({ "/ca.pem": cert }) });
    expect(await transport.send(get(`https://localhost:${port}`))).toMatchObject({ body: "over tls" });
    expect(await transport.send(get(`https://127.0.0.1:${port}`))).toMatchObject({
      cause: "tls",
      detail: `ERR_TLS_CERT_ALTNAME_INVALID 127.0.0.1:${port}`,
    });
  });

  it("takes it when it comes with the options, or with relaxed TLS", async () => {
    const { port, cert } = await httpsServer("localhost");
    expect(await testTransport({ extraCa: [cert] }).send(get(`https://localhost:${port}`))).toMatchObject({ status: 200 });
    expect(await testTransport({ relaxedTls: true }).send(get(`https://127.0.0.1:${port}`))).toMatchObject({
      status: 200,
    });
  });

  it("says which file cannot be read", async () => {
    const transport = testTransport({ variables: { CHORUS_CA_FILE: "/none.pem" } });
    expect(await transport.send(get("https://localhost:1"))).toMatchObject({
      cause: "tls",
      detail: "CHORUS_CA_FILE ENOENT",
    });
  });

  it("tells plain HTTP on the other side", async () => {
    const { url } = await serve(() => ({}));
    expect(await testTransport().send(get(url.replace("http:", "https:")))).toMatchObject({ cause: "tls" });
  });
});

describe("proxies", () => {
  it("tunnels PISTE through HTTPS_PROXY, with its own TLS inside", async () => {
    const { port, cert } = await httpsServer("api.piste.gouv.fr");
    const proxy = await tunnel(port);
    const transport = testTransport({
      variables: { HTTPS_PROXY: `http://user:pass@127.0.0.1:${proxy.port}` },
      extraCa: [cert],
    });
    expect(await transport.send(get("https://api.piste.gouv.fr/cpro"))).toMatchObject({ status: 200, body: "over tls" });
    expect(proxy.asked).toEqual([
      { target: "api.piste.gouv.fr:443", authorization: `Basic ${Buffer.from("user:pass").toString("base64")}` },
    ]);
  });

  it("takes the lower-case name, and a host without a scheme", async () => {
    const { url } = await serve(() => ({ body: "through" }));
    const proxy = await tunnel(Number(new URL(url).port));
    const transport = testTransport({ variables: { http_proxy: `127.0.0.1:${proxy.port}` } });
    expect(await transport.send(get("http://api.piste.gouv.fr/x"))).toMatchObject({ body: "through" });
  });

  it("reads the given variables and not the process's", async () => {
    const proxy = await tunnel(await closedPort());
    vi.stubEnv("HTTP_PROXY", `http://127.0.0.1:${proxy.port}`);
    vi.stubEnv("HTTPS_PROXY", `http://127.0.0.1:${proxy.port}`);
    await testTransport({ timeoutMs: 2_000 }).send(get("http://chorus-no-such-host.invalid"));
    expect(proxy.asked).toEqual([]);
  });

  it.each(["http://127.0.0.1", "http://localhost"])("never proxies %s", async (host) => {
    const { url } = await serve(() => ({ body: "direct" }));
    const proxy = await tunnel(await closedPort());
    const transport = testTransport({ variables: { HTTP_PROXY: `http://127.0.0.1:${proxy.port}` } });
    expect(await transport.send(get(`${host}:${new URL(url).port}`))).toMatchObject({ body: "direct" });
    expect(proxy.asked).toEqual([]);
  });

  it.each(["*", "other.example, .invalid"])("obeys NO_PROXY %s", async (noProxy) => {
    const proxy = await tunnel(await closedPort());
    const variables = { HTTP_PROXY: `http://127.0.0.1:${proxy.port}`, NO_PROXY: noProxy };
    const exchange = await testTransport({ variables, timeoutMs: 5_000 }).send(get("http://chorus-no-such-host.invalid"));
    expect(exchange).toMatchObject({ cause: "dns" });
    expect(proxy.asked).toEqual([]);
  });

  it.each([
    ["is not there", async () => `http://127.0.0.1:${await closedPort()}`, "ECONNREFUSED api.piste.gouv.fr"],
    ["has no such name", async () => "http://user:hunter22@no-such-proxy.invalid:3128", / api\.piste\.gouv\.fr$/],
    ["refuses", async () => `http://u:hunter22@127.0.0.1:${(await tunnel(1, 407)).port}`, "proxy 407 api.piste.gouv.fr"],
    ["is no URL", async () => "http://user:hunter22@:::", "HTTPS_PROXY or HTTP_PROXY is not a URL"],
  ])("says when the proxy %s", async (_, proxy, detail) => {
    const variables = { HTTPS_PROXY: await proxy() };
    const exchange = await testTransport({ variables, timeoutMs: 5_000 }).send(get("https://api.piste.gouv.fr"));
    expect(exchange).toMatchObject({ answered: false, cause: "proxy" });
    expect(exchange).toHaveProperty("detail", typeof detail === "string" ? detail : expect.stringMatching(detail));
    expect(JSON.stringify(exchange)).not.toContain("hunter22");
  });
});

describe("close", () => {
  it("does nothing where nothing was opened", async () => {
    await expect(testTransport().close()).resolves.toBeUndefined();
  });
});
