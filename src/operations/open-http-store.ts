import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { defined } from "../model/defined.ts";
import type { HttpStateLocation, SecretSource } from "../model/desired.ts";
import type { Secret } from "../model/secret.ts";
import { isLoopback, mayReceiveSecret } from "../piste/may-receive-secret.ts";
import { connectStateServer, type StateCredentials } from "../piste/state-server.ts";
import type { Trust } from "../piste/trust.ts";
import { createHttpStore, type HttpStoreTarget } from "../state/http/store.ts";
import type { StateStore } from "../state/store.ts";
import type { StoreOptions, StorePorts } from "./open-store.ts";
import { secretOfState } from "./secret-of-state.ts";

/** The state on a server for Terraform's, once somebody vouches for it and what it wants is found. Nothing is asked of it yet. */
export const openHttpStore = async (location: HttpStateLocation, ports: StorePorts, options: StoreOptions): Promise<StateStore> => {
  const { address, lockAddress, unlockAddress = lockAddress, updateMethod = "POST", lockMethod = "LOCK", unlockMethod = "UNLOCK" } = location;
  const [url, lockUrl, unlockUrl] = [address, lockAddress, unlockAddress].map((one) => (one === undefined ? undefined : trusted(one, options.trust)));
  if (url === undefined) throw new TypeError("a state without an address");
  const credentials = await credentialsOf(location, ports, options);
  const { clock, files, variables } = ports;
  const target: HttpStoreTarget = defined({
    url,
    updateMethod,
    lock: lockUrl === undefined || unlockUrl === undefined ? undefined : { lockUrl, lockMethod, unlockUrl, unlockMethod },
    connect: () => connectStateServer({ variables, files, clock, relaxedTls: options.trust.tls }, credentials, options.trust),
  });
  return createHttpStore(target, ports, options);
};

/** A user name in an address, and plain HTTP, are trusted on no account. */
const trusted = (address: string, trust: Trust): URL => {
  if (!URL.canParse(address)) throw refused(address.split("?")[0] ?? "", "URL");
  const url = new URL(address);
  if (mayReceiveSecret(url, trust)) return url;
  const place = `${url.origin}${url.pathname}`;
  if (url.username !== "" || url.password !== "") throw refused(place, "user:password@");
  if (url.protocol !== "https:" && !isLoopback(url)) throw refused(place, "http:");
  const needed = isLoopback(url) ? "loopback" : `host:${url.host}`;
  throw new ChorusError([diagnostic("CHR-STATE-TRUST", "error", { host: url.host, trust: needed })]);
};

const credentialsOf = async (location: HttpStateLocation, ports: StorePorts, options: StoreOptions): Promise<StateCredentials> => {
  const { address, username, password, token, clientCertificate } = location;
  const found = async (source: SecretSource | undefined): Promise<Secret | undefined> =>
    source === undefined ? undefined : secretOfState(source, address.split("?")[0] ?? "", ports, options);
  const [secret, bearer, cert, key] = await Promise.all([password, token, clientCertificate && { file: clientCertificate.file }, clientCertificate?.key].map(found));
  return defined({ username, password: secret, token: bearer, certificate: cert === undefined || key === undefined ? undefined : { cert, key } });
};

const refused = (place: string, detail: string): ChorusError =>
  new ChorusError([diagnostic("CHR-STATE-UNREACHABLE", "error", { place, problem: "refused", detail })]);
