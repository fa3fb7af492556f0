import type { Clock, EnvironmentVariables, Files } from "../../ports/ports.ts";
import { readCertificates } from "../certificates.ts";
import { proxyRoute, type ProxyRoute } from "../proxy-route.ts";
import { handshake, type Handshake } from "./handshake.ts";
import { openSocket, resolveName } from "./open-socket.ts";
import { takeStep, type Step } from "./step.ts";
import { openTunnel } from "./tunnel.ts";

/** What stands between this machine and a host, from the cable up. A step after one that failed is not taken. */
export interface HostProbe {
  readonly route: ProxyRoute;
  /** The host that is looked up and connected to, with its port: the proxy where there is one. */
  readonly peer: string;
  readonly dns?: Step<{ readonly addresses: readonly string[] }>;
  readonly tcp?: Step<{ readonly address: string }>;
  /** Through the proxy where there is one. Absent over http. */
  readonly tls?: Step<Handshake>;
}

export interface ProbeOptions {
  readonly variables: EnvironmentVariables;
  readonly files: Pick<Files, "read">;
  readonly clock: Clock;
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
}

/** Looks a host up, connects, and shakes hands as a request would. Nothing is sent: no request, no secret. */
export const probeHost = async (url: URL, options: ProbeOptions): Promise<HostProbe> => {
  const route = proxyRoute(url, options.variables);
  const peer = route.via === "proxy" ? route.url : url;
  const seen = { route, peer: placeOf(peer) };
  if (route.via === "broken") return seen;
  const dns = await takeStep(options, () => resolveName(peer));
  if (!dns.done) return { ...seen, dns };
  const tcp = await takeStep(options, (limits) => openSocket(peer, limits));
  if (!tcp.done) return { ...seen, dns, tcp };
  const { socket } = tcp;
  const connected = { done: true, durationMs: tcp.durationMs, tries: tcp.tries, address: tcp.address } as const;
  try {
    if (url.protocol !== "https:") return { ...seen, dns, tcp: connected };
    const certificates = await readCertificates(options.variables, options.files, []);
    if (!certificates.read) {
      return { ...seen, dns, tcp: connected, tls: { done: false, code: certificates.variable, durationMs: 0, tries: 1 } };
    }
    const { ca } = certificates;
    const tls = await takeStep({ ...options, most: 1 }, async (limits) => {
      const inner = route.via === "proxy" ? await openTunnel(socket, { proxy: route.url, to: placeOf(url), ca, ...limits }) : socket;
      return handshake(inner, { host: url.hostname, ca, variables: options.variables, files: options.files, ...limits });
    });
    return { ...seen, dns, tcp: connected, tls };
  } finally {
    socket.destroy();
  }
};

/** `host:port` */
const placeOf = ({ hostname, port, protocol }: URL): string => `${hostname}:${port === "" ? (protocol === "https:" ? 443 : 80) : port}`;
