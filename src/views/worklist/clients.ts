import type { Desired, Structure } from "../../model/desired.ts";
import { addTo } from "../../model/group-by.ts";

/** What the configuration says of clients that decides whose message something belongs to. */
export interface ClientFacts {
  readonly nomOf: (code: string) => string | undefined;
  /** The code at the end of a chain of replacements; itself where nothing replaces it. */
  readonly successorOf: (code: string) => string;
  readonly replacedBy: (code: string) => readonly string[];
  readonly isLeaving: (code: string) => boolean;
  /** The clients whose own PISTE account has this address; none where it is ours. */
  readonly ownersOf: (email: string) => readonly string[];
}

export const clientsIn = (desired: Desired): ClientFacts => {
  const structures = new Map<string, Structure>();
  const next = new Map<string, string>();
  for (const wanted of Object.values(desired.environments)) {
    for (const structure of Object.values(wanted.structures)) {
      if (structure.client === undefined) continue;
      structures.set(structure.client, structure);
      const replaced = structure.remplace === undefined ? undefined : wanted.structures[structure.remplace]?.client;
      if (replaced !== undefined && replaced !== structure.client) next.set(replaced, structure.client);
    }
  }
  const before = new Map<string, string[]>();
  for (const code of next.keys()) addTo(before, last(code, next), code);
  const owners = pisteOwners(desired);
  return {
    nomOf: (code) => structures.get(code)?.nom,
    successorOf: (code) => last(code, next),
    replacedBy: (code) => before.get(code) ?? [],
    isLeaving: (code) => structures.get(code)?.etat === "sortant",
    ownersOf: (email) => owners.get(email) ?? [],
  };
};

const last = (code: string, next: ReadonlyMap<string, string>): string => {
  const seen = new Set([code]);
  let at = code;
  for (let then = next.get(at); then !== undefined && !seen.has(then); then = next.get(at)) {
    seen.add(then);
    at = then;
  }
  return at;
};

/** An account is a client's own where it is not the one of all, and every application that it holds is a client's. */
const pisteOwners = ({ comptesPiste, environments }: Desired): ReadonlyMap<string, readonly string[]> => {
  const holders = new Map<string, Set<string | undefined>>();
  for (const wanted of Object.values(environments)) {
    for (const { comptePiste, client } of Object.values(wanted.applications)) holders.set(comptePiste, (holders.get(comptePiste) ?? new Set()).add(client));
  }
  const accounts = Object.entries(comptesPiste);
  return new Map(
    accounts.flatMap(([name, { email }]): readonly (readonly [string, readonly string[]])[] => {
      const of = [...(holders.get(name) ?? [])];
      const codes = of.flatMap((code) => code ?? []);
      const isOurs = name === OURS || accounts.length < 2 || codes.length < of.length || codes.length === 0;
      return isOurs ? [] : [[email, codes.toSorted()]];
    }),
  );
};

/** What `piste:` at the top of a configuration names. */
const OURS = "principal";
