import { ENVIRONMENTS } from "../scenario.ts";
import type { Environment, ScenarioFault } from "../scenario.ts";

/** What no resolver knows: RFC 6761, 6.4, keeps `invalid` from ever being anybody's. */
export const UNRESOLVABLE_HOST = "dns-failure.invalid";

/**
 * The variables that lead a client to the simulator. The fault `dns` makes those it is about lead nowhere: the token
 * endpoint, the APIs, or both.
 */
export function addresses(url: string, faults: readonly ScenarioFault[]): Record<string, string> {
  const broken = faults.filter(({ fault }) => fault === "dns");
  return Object.fromEntries(ENVIRONMENTS.flatMap((environment) => PLACES.map(({ name, path }) => {
    const base = broken.some((rule) => isAbout(rule, environment, path)) ? `https://${UNRESOLVABLE_HOST}` : url;
    return [`CHORUS_${environment.toUpperCase()}_${name}_URL`, `${base}/${environment}`];
  })));
}

// One host serves every API: a route below it is about the host.
function isAbout({ environment, route }: ScenarioFault, asked: Environment, path: string): boolean {
  return (environment ?? asked) === asked && (route === undefined || path.startsWith(route) || route.startsWith(`${path}/`));
}

const PLACES = [{ name: "OAUTH", path: "/api/oauth/token" }, { name: "API", path: "/cpro" }] as const;
