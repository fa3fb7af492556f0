import type { Desired } from "../../model/desired.ts";
import { environmentsOf } from "../../model/environments-of.ts";
import type { EnvironmentName } from "../../model/environment.ts";

/** The codes of the clients, with the environments in which each is declared. */
export const clientsOf = (desired: Desired): ReadonlyMap<string, readonly EnvironmentName[]> => {
  const clients = new Map<string, EnvironmentName[]>();
  for (const { environment, wanted: { applications, structures, comptesTechniques } } of environmentsOf(desired)) {
    const here = [applications, structures, comptesTechniques].flatMap((named) => Object.values(named).flatMap(({ client }: { client?: string }) => client ?? []));
    for (const code of new Set(here)) clients.set(code, [...(clients.get(code) ?? []), environment]);
  }
  return clients;
};
