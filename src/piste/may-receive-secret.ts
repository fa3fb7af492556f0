import { TRUSTED_HOSTS } from "../catalogue/environments.ts";
import type { Trust } from "./trust.ts";

/**
 * Whether a URL may receive a secret: over https, PISTE's hosts and those that the person trusts; on this machine, when
 * the person said so, also over http. Hosts are compared whole and as the URL parser normalises them (case, odd IPv4
 * notations); a port other than the default, a trailing dot or a user name makes another place.
 */
export const mayReceiveSecret = (url: URL, trust: Pick<Trust, "hosts" | "loopback">): boolean => {
  if (url.username !== "" || url.password !== "") return false;
  if (url.protocol !== "https:" && url.protocol !== "http:") return false;
  if (isLoopback(url)) return trust.loopback || (url.protocol === "https:" && trust.hosts.has(url.host));
  return url.protocol === "https:" && (TRUSTED_HOSTS.has(url.host) || trust.hosts.has(url.host));
};

export const isLoopback = ({ hostname }: Pick<URL, "hostname">): boolean =>
  hostname === "localhost" || hostname === "[::1]" || IPV4_LOOPBACK.test(hostname);

const IPV4_LOOPBACK = /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/;
