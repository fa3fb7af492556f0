import type { EnvironmentVariables } from "../ports/ports.ts";
import { isLoopback } from "./may-receive-secret.ts";
import { proxySettings } from "./proxies.ts";

/** How requests to a host leave this machine. */
export type ProxyRoute =
  | { readonly via: "direct"; readonly why: "no-proxy-set" | "excluded" | "loopback" }
  | { readonly via: "proxy"; readonly variable: string; readonly url: URL }
  /** The variable holds no URL: nothing is sent. */
  | { readonly via: "broken"; readonly variable: string };

/** The route that the transport's dispatcher takes (undici's `EnvHttpProxyAgent`), with the variable that decides it. */
export const proxyRoute = (url: URL, variables: EnvironmentVariables): ProxyRoute => {
  if (isLoopback(url)) return { via: "direct", why: "loopback" };
  const { httpProxy, httpsProxy, noProxy } = proxySettings(variables);
  const isSecure = url.protocol === "https:" && httpsProxy !== "";
  const proxy = isSecure ? httpsProxy : httpProxy;
  if (proxy === "") return { via: "direct", why: "no-proxy-set" };
  if (isExcluded(url, noProxy)) return { via: "direct", why: "excluded" };
  const variable = nameOf(isSecure ? "https_proxy" : "http_proxy", variables);
  return URL.canParse(proxy) ? { via: "proxy", variable, url: new URL(proxy) } : { via: "broken", variable };
};

/** A proxy as it may be shown: without its user and password. */
export const describeProxy = ({ protocol, host, username, password }: URL): string =>
  `${protocol}//${username === "" && password === "" ? "" : "[secret]@"}${host}`;

const nameOf = (name: string, variables: EnvironmentVariables): string => (variables[name] === undefined ? name.toUpperCase() : name);

/** Whole names and the ends of names, each with a port or for every port. */
const isExcluded = ({ hostname, port, protocol }: URL, noProxy: string): boolean => {
  if (noProxy === "*") return true;
  const asked = Number(port) || (protocol === "https:" ? 443 : 80);
  return noProxy.split(/[,\s]/).some((entry) => {
    const [, before = entry, only] = /^(.+):(\d+)$/.exec(entry) ?? [];
    const name = before.replace(/^\*?\./, "").toLowerCase();
    if (name === "" || (only !== undefined && Number(only) !== asked)) return false;
    return hostname === name || hostname.endsWith(`.${name}`);
  });
};
