import type { buildConnector, Dispatcher } from "undici";
import type { Clock, EnvironmentVariables, Files } from "../ports/ports.ts";
import { readCertificates } from "./certificates.ts";
import type { Exchange, HttpRequest, Transport, Unanswered } from "./exchange.ts";
import { proxySettings } from "./proxies.ts";
import { unreachableCause } from "./unreachable.ts";

export interface TransportOptions {
  /** For `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY` (either case), `CHORUS_CA_FILE` and `NODE_EXTRA_CA_CERTS`. */
  readonly variables: EnvironmentVariables;
  readonly files: Pick<Files, "read">;
  readonly clock: Pick<Clock, "now">;
  /** For a connection, for the head of an answer and between two parts of its body; the whole body gets three times that. */
  readonly timeoutMs?: number;
  /** More certificate authorities, PEM. */
  readonly extraCa?: readonly string[];
  /** Certificates are not verified. Only for who said so with `--trust tls`; Node's own variable cannot. */
  readonly relaxedTls?: boolean;
  /** With which this side proves who it is, PEM. */
  readonly clientCertificate?: { readonly cert: string; readonly key: string };
  /** How long a body may be. */
  readonly mostBytes?: number;
}

/** The only door to the network. undici is loaded when the first request is near: importing it costs 68 ms. */
export const createTransport = (options: TransportOptions): Transport => {
  let opening: Promise<Opened> | undefined;
  const open = (): Promise<Opened> => (opening ??= openDispatcher(options));

  return {
    async ready() {
      await open();
    },
    async send(request) {
      const opened = await open();
      if (opened.fault !== undefined) return { ...opened.fault, at: options.clock.now() };
      try {
        return await exchange(request, opened.dispatcher, options);
      } catch (error) {
        const { cause, code } = unreachableCause(error, opened.proxyErrors, request.signal);
        return unanswered(cause, `${code} ${request.url.host}`, options.clock);
      }
    },
    async close() {
      const opened = await opening;
      await opened?.dispatcher?.close();
    },
  };
};

type Opened =
  | { readonly dispatcher: Dispatcher; readonly proxyErrors: WeakSet<object>; readonly fault?: never }
  | { readonly dispatcher?: never; readonly fault: Omit<Unanswered, "at"> };

const openDispatcher = async (options: TransportOptions): Promise<Opened> => {
  const { EnvHttpProxyAgent, Pool } = await import("undici");
  const certificates = await readCertificates(options.variables, options.files, options.extraCa ?? []);
  if (!certificates.read) {
    return { fault: { answered: false, cause: "tls", detail: `${certificates.variable} ${certificates.code}` } };
  }
  const timeout = options.timeoutMs ?? TIMEOUT_MS;
  const ca = certificates.ca === undefined ? {} : { ca: [...certificates.ca] };
  // Said explicitly, so that NODE_TLS_REJECT_UNAUTHORIZED in the process has no say.
  const tls = { rejectUnauthorized: options.relaxedTls !== true, timeout, ...ca };
  // Not for a proxy: it is the server that wants to know.
  const own = { ...tls, ...options.clientCertificate };
  const proxyErrors = new WeakSet<object>();
  try {
    const dispatcher = new EnvHttpProxyAgent({
      ...proxySettings(options.variables),
      headersTimeout: timeout,
      bodyTimeout: timeout,
      connect: own,
      requestTls: own,
      proxyTls: tls,
      clientFactory: (origin, pool: ConnectOption) =>
        new Pool(origin, { ...pool, connect: marking(pool.connect, proxyErrors) }),
    });
    return { dispatcher, proxyErrors };
  } catch {
    // What undici says quotes the proxy's URL, in which there may be a password.
    return { fault: { answered: false, cause: "proxy", detail: "HTTPS_PROXY or HTTP_PROXY is not a URL" } };
  }
};

type Connect = buildConnector.connector;
type ConnectOption = { readonly connect: Connect };

/** A proxy that cannot be reached and a host that cannot be reached look the same, unless noted where they happen. */
const marking =
  (connect: Connect, marked: WeakSet<object>): Connect =>
  (options, connected) =>
    connect(options, (...result) => {
      const [error] = result;
      // undici leaves the error out, where the type says null.
      if (error) marked.add(error);
      connected(...result);
    });

const exchange = async (
  request: HttpRequest,
  dispatcher: Dispatcher,
  { clock, timeoutMs = TIMEOUT_MS, mostBytes = MAX_BODY_BYTES }: TransportOptions,
): Promise<Exchange> => {
  const startedAt = clock.now();
  const answer = await dispatcher.request({
    origin: request.url.origin,
    path: `${request.url.pathname}${request.url.search}`,
    method: request.method,
    headers: { ...request.headers },
    body: request.body ?? null,
    signal: request.signal ?? null,
  });
  const headAt = clock.now();
  const parts: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop destroys the body, and so the connection.
  for await (const part of answer.body as AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    if (size > mostBytes) break;
    parts.push(part);
    // Bytes that drip in one by one would never meet the time allowed between two of them.
    if (clock.now() - startedAt > 4 * timeoutMs) return unanswered("timeout", `body ${request.url.host}`, clock);
  }
  const oversize = size > mostBytes;
  return {
    answered: true,
    status: answer.statusCode,
    headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, joined(value)])),
    body: oversize ? "" : new TextDecoder().decode(concatenated(parts, size)),
    oversize,
    headAt,
    at: clock.now(),
  };
};

const joined = (value: string | string[] | undefined): string =>
  Array.isArray(value) ? value.join(", ") : (value ?? "");

const concatenated = (parts: readonly Uint8Array[], size: number): Uint8Array => {
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.byteLength;
  }
  return whole;
};

const unanswered = (cause: Unanswered["cause"], detail: string, clock: Pick<Clock, "now">): Unanswered => ({
  answered: false,
  cause,
  detail,
  at: clock.now(),
});

const TIMEOUT_MS = 30_000;

const MAX_BODY_BYTES = 20 * 1024 * 1024;
