import type { Secret } from "../model/secret.ts";
import { isLoopback } from "./may-receive-secret.ts";
import type { Trust } from "./trust.ts";

export type PostgresUrl =
  | { readonly read: true; readonly target: PostgresTarget }
  /** It is none. */
  | { readonly read: false; readonly untrusted?: undefined }
  /** Nobody vouches for its host, and with what somebody would. */
  | { readonly read: false; readonly untrusted: { readonly host: string; readonly trust: string } };

/** Where a database is. Its password is given out only where a connection is made. */
export interface PostgresTarget {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user?: string;
  readonly password?: () => string;
  /** `false`: in the clear. */
  readonly tls: false | { readonly rejectUnauthorized: boolean };
}

/**
 * Reads `postgres://user:password@host:port/database?sslmode=…`. Of its parameters only `sslmode` counts: another could
 * name another host. Elsewhere than on this machine the connection is encrypted and the certificate verified, whatever
 * `sslmode` says but `disable`; not to verify it takes `sslmode=no-verify` and `--trust tls`.
 */
export const readPostgresUrl = (url: Secret, trust: Pick<Trust, "hosts" | "loopback" | "tls">): PostgresUrl => {
  const text = url.reveal().trim();
  if (!URL.canParse(text)) return { read: false };
  const { protocol, hostname, port, username, password, pathname, searchParams } = new URL(text);
  const [user, secret, database] = [username, password, pathname.slice(1)].map(decoded);
  if ((protocol !== "postgres:" && protocol !== "postgresql:") || hostname === "" || !database || user === undefined || secret === undefined) return { read: false };
  const place = `${hostname.toLowerCase()}${port === "" || port === DEFAULT_PORT ? "" : `:${port}`}`;
  const here = isLoopback({ hostname: hostname.toLowerCase() });
  if (!trust.hosts.has(place) && !(here && trust.loopback)) return { read: false, untrusted: { host: place, trust: here ? "loopback" : `host:${place}` } };
  const mode = searchParams.get("sslmode");
  if (mode === "no-verify" && !trust.tls) return { read: false, untrusted: { host: place, trust: "tls" } };
  const target: PostgresTarget = {
    host: hostname.toLowerCase().replaceAll(/[[\]]/g, ""),
    port: Number(port === "" ? DEFAULT_PORT : port),
    database,
    ...(user === "" ? {} : { user }),
    ...(secret === "" ? {} : { password: () => secret }),
    tls: mode === "disable" || (mode === null && here) ? false : { rejectUnauthorized: mode !== "no-verify" },
  };
  return { read: true, target };
};

const decoded = (part: string): string | undefined => {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
};

const DEFAULT_PORT = "5432";
