import type { Socket } from "node:net";
import type { Limits } from "./step.ts";

/** The addresses of a host, as the system's own resolver has them. */
export const resolveName = async ({ hostname }: URL): Promise<{ readonly addresses: readonly string[] }> => {
  const { lookup } = await import("node:dns/promises");
  const found = await lookup(bare(hostname), { all: true });
  return { addresses: found.map(({ address }) => address) };
};

/** A connection to the first of a host's addresses that answers. */
export const openSocket = async (
  { hostname, port, protocol }: URL,
  { signal }: Limits,
): Promise<{ readonly socket: Socket; readonly address: string }> => {
  const { connect } = await import("node:net");
  return new Promise((resolve, reject) => {
    const socket = connect({ host: bare(hostname), port: Number(port) || (protocol === "https:" ? 443 : 80), autoSelectFamily: true });
    const stop = (): void => void socket.destroy(new Error("stopped"));
    signal.addEventListener("abort", stop, { once: true });
    socket.once("error", reject);
    socket.once("connect", () => {
      signal.removeEventListener("abort", stop);
      // From here on whoever uses it listens; an error in between must not end the process.
      socket.on("error", () => undefined);
      resolve({ socket, address: socket.remoteAddress ?? "" });
    });
  });
};

/** A URL puts brackets around an IPv6 address. */
const bare = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, "$1");
