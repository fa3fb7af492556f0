import type { Secret } from "../model/secret.ts";
import type { HttpRequest } from "./exchange.ts";
import { mayReceiveSecret } from "./may-receive-secret.ts";
import { createTransport, type TransportOptions } from "./transport.ts";
import type { Trust } from "./trust.ts";

/** How a server that keeps the state knows who asks. */
export interface StateCredentials {
  readonly username?: string;
  readonly password?: Secret;
  /** Instead of both: a bearer's. */
  readonly token?: Secret;
  readonly certificate?: { readonly cert: Secret; readonly key: Secret };
}

/** A way to a server that keeps the state, on which each request says who asks; to another than the trusted ones none goes. */
export const connectStateServer = (options: TransportOptions, credentials: StateCredentials, trust: Pick<Trust, "hosts" | "loopback">): StateConnection => {
  const { certificate } = credentials;
  const clientCertificate = certificate === undefined ? {} : { clientCertificate: { cert: certificate.cert.reveal(), key: certificate.key.reveal() } };
  const transport = createTransport({ ...options, ...clientCertificate, mostBytes: MOST_BYTES });
  return {
    async send({ method, url, headers, body }) {
      if (!mayReceiveSecret(url, trust)) return { answered: false, cause: "untrusted" };
      const exchange = await transport.send({ method, url, headers: { ...headers, ...authorization(credentials) }, ...(body === undefined ? {} : { body }) });
      if (!exchange.answered) return { answered: false, cause: exchange.cause };
      const { status, oversize, body: text } = exchange;
      return { answered: true, status, oversize, body: text };
    },
    close: () => transport.close(),
  };
};

interface StateConnection {
  send(request: Omit<HttpRequest, "signal">): Promise<{ readonly answered: true; readonly status: number; readonly oversize: boolean; readonly body: string } | { readonly answered: false; readonly cause: string }>;
  close(): Promise<void>;
}

const authorization = ({ username, password, token }: StateCredentials): Readonly<Record<string, string>> => {
  if (token !== undefined) return { authorization: `Bearer ${token.reveal()}` };
  if (username === undefined && password === undefined) return {};
  return { authorization: `Basic ${Buffer.from(`${username ?? ""}:${password?.reveal() ?? ""}`).toString("base64")}` };
};

/** A state of 200,000 structures. */
const MOST_BYTES = 256 * 1024 * 1024;
