/**
 * What the person who runs Chorus vouches for, with `--trust` or `CHORUS_TRUST`. A configuration under review is
 * somebody else's input: it cannot grant itself any of this.
 */
export interface Trust {
  /** Hosts, as in `URL.host`, that may receive secrets over https. */
  readonly hosts: ReadonlySet<string>;
  /** This machine may receive secrets, over http too: the simulator. */
  readonly loopback: boolean;
  /** `command` secrets may run. */
  readonly commands: boolean;
  /** Folders, besides the configuration's, in which `file` secrets may be read. */
  readonly files: readonly string[];
  /** Certificates need not be verified. */
  readonly tls: boolean;
}

/** Tokens: `host:NAME[:port]`, `loopback`, `commands`, `files:DIR`, `tls`. What is none of these is given back. */
export const parseTrust = (
  tokens: readonly string[],
): { readonly trust: Trust; readonly unknown: readonly string[] } => {
  const given = tokens.map((token) => token.trim()).filter((token) => token !== "");
  const understood = given.map((token) => ({ token, grant: parseToken(token) }));
  const grants = understood.flatMap(({ grant }) => (grant === undefined ? [] : [grant]));
  const has = (name: Flag): boolean => grants.some((grant) => grant.flag === name);
  return {
    trust: {
      hosts: new Set(grants.flatMap(({ host }) => host ?? [])),
      loopback: has("loopback"),
      commands: has("commands"),
      files: grants.flatMap(({ folder }) => folder ?? []),
      tls: has("tls"),
    },
    unknown: understood.flatMap(({ token, grant }) => (grant === undefined ? [token] : [])),
  };
};

type Flag = "loopback" | "commands" | "tls";

interface Grant {
  readonly flag?: Flag;
  readonly host?: string;
  readonly folder?: string;
}

const parseToken = (token: string): Grant | undefined => {
  if (token === "loopback" || token === "commands" || token === "tls") return { flag: token };
  if (token.startsWith("files:")) return token.length > 6 ? { folder: token.slice(6) } : undefined;
  if (!token.startsWith("host:")) return undefined;
  const host = normalHost(token.slice(5));
  return host === undefined ? undefined : { host };
};

/** As a URL has it: lower case, without the port 443; undefined where it is more, or less, than a host. */
const normalHost = (text: string): string | undefined => {
  if (!PLAIN_HOST.test(text) || !URL.canParse(`https://${text}`)) return undefined;
  return new URL(`https://${text}`).host;
};

/** No userinfo, path, wildcard or trailing dot. */
const PLAIN_HOST = /^(\[[0-9a-f:]+\]|[\p{L}\p{N}]([\p{L}\p{N}.-]*[\p{L}\p{N}])?)(:\d{1,5})?$/iu;

export const NO_TRUST: Trust = { hosts: new Set(), loopback: false, commands: false, files: [], tls: false };
