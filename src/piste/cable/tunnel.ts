import { Buffer } from "node:buffer";
import type { Socket } from "node:net";
import type { Limits } from "./step.ts";

export interface TunnelOptions extends Limits {
  readonly proxy: URL;
  /** `host:port` */
  readonly to: string;
  readonly ca: readonly string[] | undefined;
}

/** Asks a proxy for a tunnel (RFC 9110 §9.3.6). Rejects with the code `proxy STATUS` where it refuses. */
export const openTunnel = async (socket: Socket, options: TunnelOptions): Promise<Socket> => {
  const { proxy, to } = options;
  const toProxy = proxy.protocol === "https:" ? await secured(socket, options) : socket;
  const status = await ask(toProxy, [`CONNECT ${to} HTTP/1.1`, `Host: ${to}`, ...authorization(proxy)], options);
  if (status !== 200) throw Object.assign(new Error("refused"), { code: `proxy ${status}` });
  return toProxy;
};

const secured = async (socket: Socket, { proxy, ca, signal }: TunnelOptions): Promise<Socket> => {
  const { connect } = await import("node:tls");
  return new Promise((resolve, reject) => {
    const inner = connect({ socket, servername: proxy.hostname, ...(ca === undefined ? {} : { ca: [...ca] }) }, () => resolve(inner));
    inner.once("error", reject);
    signal.addEventListener("abort", () => inner.destroy(), { once: true });
  });
};

const authorization = ({ username, password }: URL): readonly string[] => {
  if (username === "" && password === "") return [];
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return [`Proxy-Authorization: Basic ${Buffer.from(pair, "utf8").toString("base64")}`];
};

/** The status of the answer; 0 where it is no HTTP. */
const ask = (socket: Socket, lines: readonly string[], { signal }: Limits): Promise<number> =>
  new Promise((resolve, reject) => {
    let head = "";
    const listen = (part: Buffer): void => {
      head += part.toString("latin1");
      if (!head.includes("\r\n\r\n") && head.length < LONGEST_HEAD) return;
      socket.off("data", listen);
      socket.pause();
      resolve(Number(/^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1] ?? 0));
    };
    socket.on("data", listen);
    socket.once("close", () => reject(Object.assign(new Error("closed"), { code: "ECONNRESET" })));
    signal.addEventListener("abort", () => socket.destroy(), { once: true });
    socket.write(`${lines.join("\r\n")}\r\n\r\n`);
  });

const LONGEST_HEAD = 16_384;
