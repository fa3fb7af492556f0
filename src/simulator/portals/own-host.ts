/** Whether a Host header names this machine: a page elsewhere that points a name of its own here is not answered. */
export function isOwnHost(host: string | undefined): boolean {
  const name = (host ?? "").replace(/:[0-9]+$/, "");
  return name === "localhost" || name === "[::1]" || /^127(\.[0-9]{1,3}){3}$/.test(name);
}
