import type { EnvironmentVariables } from "../ports/ports.ts";

export interface ProxySettings {
  readonly httpProxy: string;
  readonly httpsProxy: string;
  readonly noProxy: string;
}

/**
 * Proxies in undici's terms, from the variables that curl and the others read; the lower-case name wins, as in undici.
 * An empty text is "none": undici would look for `undefined` in the process itself. Loopback is never proxied: a
 * proxy's loopback is another machine, which would receive the secrets.
 */
export const proxySettings = (variables: EnvironmentVariables): ProxySettings => {
  const noProxy = valueOf(variables, "no_proxy");
  return {
    httpProxy: asUrl(valueOf(variables, "http_proxy")),
    httpsProxy: asUrl(valueOf(variables, "https_proxy")),
    noProxy: noProxy.trim() === "*" ? "*" : [noProxy, ...LOOPBACK].filter((entry) => entry !== "").join(","),
  };
};

const valueOf = (variables: EnvironmentVariables, name: string): string =>
  variables[name] ?? variables[name.toUpperCase()] ?? "";

/** `proxy.example:3128` is usual, and a URL parser takes it for the scheme `proxy.example:`. */
const asUrl = (value: string): string => (value === "" || value.includes("://") ? value : `http://${value}`);

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];
