import { defined } from "../../model/defined.ts";
import type { Structure } from "../../model/desired.ts";
import { addTo } from "../../model/group-by.ts";
import type { AccountSource } from "./comptes-techniques.ts";
import type { Draft, EnvironmentSource, Named } from "./draft.ts";

/**
 * What is missing of the comptes techniques: the reach of those that do not say it, and accounts for the structures
 * that none covers. An account has the rights of its gestionnaire on all his structures: so one for each gestionnaire,
 * one for each client, or one for each structure where the configuration wants that.
 */
export const missingAccounts = (
  { configuration }: Draft,
  source: EnvironmentSource,
  structures: Named<Structure>,
  written: ReadonlyMap<string, AccountSource>,
): readonly AccountSource[] => {
  const isPerStructure = configuration.comptesTechniques === "par-structure";
  const covered = new Set([...written.values()].flatMap(({ settings }) => [settings.structure, ...(settings.couvre ?? [])]));
  const groups = uncovered(structures, covered);
  const completed = [...written.values()].flatMap((account) => complete(account, structures, groups, isPerStructure));
  const taken = new Set(written.keys());
  const added: AccountSource[] = [];
  const add = (name: string, home: string, couvre: readonly string[], rest: Pick<AccountSource, "rule"> & { readonly client?: string }): void => {
    const { client, rule } = rest;
    taken.add(name);
    added.push(defined({ name, settings: defined({ structure: home, couvre: [...couvre], client }), rule }));
  };
  for (const [key, names] of groups) {
    const client = clientOf(key);
    const [first] = names;
    if (first === undefined) continue;
    if (client !== undefined) add(free(taken, client), first, names, { rule: "account-per-client", client });
    else if (isPerStructure) for (const name of names) add(free(taken, name), name, [name], { rule: "account-per-structure" });
    else if (!taken.has(key === "" ? "principal" : key)) {
      const { home, alone } = homes(source, names);
      const couvre = names.filter((name) => !alone.includes(name));
      add(key === "" ? "principal" : key, home, couvre, { rule: "account-per-gestionnaire" });
      for (const name of alone) add(free(taken, name), name, [name], { rule: "account-per-structure" });
    }
  }
  return [...completed, ...added];
};

/** Names of the structures that nothing covers, by gestionnaire or client. */
const uncovered = (structures: Named<Structure>, covered: ReadonlySet<string>): Map<string, string[]> => {
  const groups = new Map<string, string[]>();
  for (const name of Object.keys(structures)) {
    const structure = structures[name];
    if (structure !== undefined && !covered.has(name)) addTo(groups, groupOf(structure), name);
  }
  return groups;
};

/** A client's key cannot be a gestionnaire's name. */
const groupOf = ({ client, gestionnaire }: Structure): string => (client === undefined ? (gestionnaire ?? "") : `${CLIENT}${client}`);

const clientOf = (key: string): string | undefined => (key.startsWith(CLIENT) ? key.slice(CLIENT.length) : undefined);

const CLIENT = "client\u0000";

/** An account that does not say what it covers: its home, and what is left of its gestionnaire or client. */
const complete = (
  account: AccountSource,
  structures: Named<Structure>,
  groups: Map<string, string[]>,
  isPerStructure: boolean,
): readonly AccountSource[] => {
  const { settings, name } = account;
  if (settings.couvre !== undefined) return [];
  const home = structures[settings.structure];
  const { client } = settings;
  const gestionnaire = settings.gestionnaire ?? home?.gestionnaire ?? "";
  const key = client === undefined ? gestionnaire : `${CLIENT}${client}`;
  const rest = isPerStructure && client === undefined ? [] : (groups.get(key) ?? []);
  if (rest.length > 0) groups.delete(key);
  return [{ name, settings: { ...settings, couvre: [settings.structure, ...rest] } }];
};

/**
 * The home: the first that says a login, else the first that stays, for an account is not created on a structure that
 * leaves, nor kept when it has. Others that say a login have an account of their own.
 */
const homes = ({ structures }: EnvironmentSource, names: readonly string[]): { readonly home: string; readonly alone: readonly string[] } => {
  const [home, ...alone] = names.filter((name) => structures.get(name)?.settings.login !== undefined);
  const staying = names.find((name) => structures.get(name)?.settings.etat !== "sortant");
  return { home: home ?? staying ?? names[0] ?? "", alone };
};

const free = (taken: ReadonlySet<string>, name: string): string => {
  let number = 2;
  let free = name;
  while (taken.has(free)) free = `${name}-${number++}`;
  return free;
};
