/** Who is judged: the base URLs and credentials of one environment. */
export interface Target {
  readonly oauthUrl: string;
  readonly apiUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly login: string;
  readonly password: string;
  /** A public structure that exists there. */
  readonly siret: string;
}

/** The target that `CHORUS_CONFORMANCE_*` names; undefined when they name none. Throws where it must not be asked. */
export const targetOf = (variables: Readonly<Record<string, string | undefined>>): Target | undefined => {
  const given = NAMES.filter((name) => (variables[PREFIX + name] ?? "") !== "");
  if (given.length === 0) return undefined;
  const missing = NAMES.filter((name) => !given.includes(name));
  if (missing.length > 0) throw new Error(`Also set ${missing.map((name) => PREFIX + name).join(", ")}`);
  const value = (name: string): string => variables[PREFIX + name] ?? "";
  const target: Target = {
    oauthUrl: value("OAUTH_URL").replace(/\/+$/, ""),
    apiUrl: value("API_URL").replace(/\/+$/, ""),
    clientId: value("CLIENT_ID"),
    clientSecret: value("CLIENT_SECRET"),
    login: value("LOGIN"),
    password: value("PASSWORD"),
    siret: value("SIRET") || FIXED_RECIPIENT,
  };
  for (const url of [target.oauthUrl, target.apiUrl]) refuse(url);
  return target;
};

/** Whether requests to a target leave this machine: those are spaced. */
export const isRemote = ({ oauthUrl, apiUrl }: Target): boolean => [oauthUrl, apiUrl].some((url) => !isLoopback(new URL(url)));

/** Of the State's hosts, only those of PISTE's sandbox; secrets go nowhere in the clear. */
const refuse = (text: string): void => {
  const url = new URL(text);
  const host = url.hostname.toLowerCase().replace(/\.$/, "");
  if (host.endsWith(".gouv.fr") && !host.startsWith("sandbox-")) throw new Error(`${host} is not a sandbox: conformance is never tried in production`);
  if (url.protocol !== "https:" && !isLoopback(url)) throw new Error(`${text} is not https`);
};

const isLoopback = ({ hostname }: URL): boolean => hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);

const PREFIX = "CHORUS_CONFORMANCE_";
const NAMES = ["OAUTH_URL", "API_URL", "CLIENT_ID", "CLIENT_SECRET", "LOGIN", "PASSWORD"] as const;

/** The recipient without parameters that is always there in qualification. */
export const FIXED_RECIPIENT = "12345678200051";
