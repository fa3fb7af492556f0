import type { Socket } from "node:net";
import type { DetailedPeerCertificate } from "node:tls";
import { toInstant, toMs, type Instant } from "../../model/instant.ts";
import type { EnvironmentVariables, Files } from "../../ports/ports.ts";
import { findRoot, type Root } from "./find-root.ts";
import type { Limits } from "./step.ts";

/** What a server showed of itself. */
export interface Handshake {
  readonly protocol: string;
  /** From the server's own certificate to the last issuer known. */
  readonly chain: readonly Certificate[];
  readonly root: Root;
  /** Why the chain is not trusted: OpenSSL's code or Node's. Absent where it is. */
  readonly distrust?: string;
}

export interface Certificate {
  readonly subject: string;
  readonly issuer: string;
  readonly validFrom?: Instant;
  readonly validUntil?: Instant;
}

export interface HandshakeOptions extends Limits {
  readonly host: string;
  readonly ca: readonly string[] | undefined;
  readonly variables: EnvironmentVariables;
  readonly files: Pick<Files, "read">;
}

/** Shakes hands whatever the certificates are, so that those that are refused can be shown: nothing is sent over it. */
export const handshake = async (socket: Socket, options: HandshakeOptions): Promise<Handshake> => {
  const { connect } = await import("node:tls");
  const { host, ca, signal } = options;
  const name = /^[\d.]+$|^\[/.test(host) ? {} : { servername: host };
  const seen = await new Promise<{ readonly peer: DetailedPeerCertificate; readonly distrust: string; readonly protocol: string }>((resolve, reject) => {
    const inner = connect({ socket, host, rejectUnauthorized: false, ...name, ...(ca === undefined ? {} : { ca: [...ca] }) }, () => {
      resolve({
        peer: inner.getPeerCertificate(true),
        // Typed as an error, it is a code.
        distrust: inner.authorized ? "" : String(inner.authorizationError),
        protocol: inner.getProtocol() ?? "",
      });
      inner.destroy();
    });
    inner.once("error", reject);
    signal.addEventListener("abort", () => inner.destroy(new Error("stopped")), { once: true });
  });
  const certificates = chainOf(seen.peer);
  const root = await findRoot(certificates.at(-1)?.fingerprint256 ?? "", options.variables, options.files);
  const chain = certificates.map(describe);
  return { protocol: seen.protocol, chain, root, ...(seen.distrust === "" ? {} : { distrust: seen.distrust }) };
};

/** A root is its own issuer; one that is not known ends the chain. */
const chainOf = (first: DetailedPeerCertificate): readonly DetailedPeerCertificate[] => {
  const chain: DetailedPeerCertificate[] = [];
  let next: DetailedPeerCertificate | undefined = first;
  while (next?.fingerprint256 !== undefined && chain.length < LONGEST_CHAIN && !chain.some((one) => one.fingerprint256 === next?.fingerprint256)) {
    chain.push(next);
    next = next.issuerCertificate;
  }
  return chain;
};

const describe = ({ subject, issuer, valid_from, valid_to }: DetailedPeerCertificate): Certificate => {
  const [validFrom, validUntil] = [toDate(valid_from), toDate(valid_to)];
  return {
    subject: nameOf(subject),
    issuer: nameOf(issuer),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validUntil === undefined ? {} : { validUntil }),
  };
};

/** `Nov 24 09:00:00 2026 GMT`, as certificates have it. */
const toDate = (text: string): Instant | undefined => (Number.isNaN(toMs(text)) ? undefined : toInstant(toMs(text)));

/** `CN=…, O=…`: what a person knows an issuer by. */
const nameOf = (name: DetailedPeerCertificate["subject"] | undefined): string =>
  [...partsOf("CN", name?.CN), ...partsOf("O", name?.O)].join(", ");

const partsOf = (label: string, values: string | readonly string[] | undefined): readonly string[] =>
  [values ?? []].flat().map((value) => `${label}=${value}`);

const LONGEST_CHAIN = 10;
