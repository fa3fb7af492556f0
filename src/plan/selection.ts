import { parseWhere } from "./where/parse-where.ts";
import type { Where } from "./where/where.ts";
import type { Within } from "../kinds/within.ts";
import { parseAddress, type Address, type KindName } from "../model/address.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { Resource } from "../model/resource.ts";

/** The part of a configuration that a run is about. */
export interface Selection {
  readonly environment?: EnvironmentName;
  /** A client's code: only what is his. */
  readonly client?: string;
  /** Addresses; one that ends in `/` or names a subject takes everything below it. */
  readonly targets?: readonly string[];
  /** A filter on what is known and on what came of it, as it was written. */
  readonly where?: string;
}

export const selects = (selection: Selection | undefined, resource: Resource): boolean => {
  if (selection === undefined) return true;
  if (selection.environment !== undefined && selection.environment !== resource.environment) return false;
  if (selection.client !== undefined && selection.client !== resource.client) return false;
  return selection.targets === undefined || selection.targets.some((target) => isBelow(target, resource));
};

/** What need be declared of a configuration for a selection: of hundred thousand structures those that targets name. */
export const withinOf = (selection: Selection | undefined): Within => {
  if (selection === undefined) return {};
  const keeps = (resource: Resource): boolean => selects(selection, resource);
  const named = selection.targets?.map(structureOf);
  if (named === undefined || named.some((one) => one === undefined)) return { keeps };
  const structures: Partial<Record<EnvironmentName, Set<string>>> = {};
  for (const one of named) if (one !== undefined) (structures[one.environment] ??= new Set()).add(one.name);
  return { keeps, kinds: ON_STRUCTURES, structures };
};

/** Of a selection, the filter that it has. It was read before it was made one. */
export const whereOf = (selection: Selection | undefined): Where | undefined => {
  const where = selection?.where === undefined ? undefined : parseWhere(selection.where);
  if (where !== undefined && "problem" in where) throw new TypeError(`not a filter: ${selection?.where ?? ""}`);
  return where;
};

/** The structure on which everything is that a target names; undefined where that may be several, or none. */
const structureOf = (target: string): { readonly environment: EnvironmentName; readonly name: string } | undefined => {
  const { environment, kind, names: [name] = [] } = parseAddress(target.replace(/\/$/, "")) ?? {};
  return environment === undefined || kind === undefined || name === undefined || !BY_STRUCTURE.has(kind) ? undefined : { environment, name };
};

/** Those whose first name is the structure's. */
const BY_STRUCTURE: ReadonlySet<KindName> = new Set(["structure", "espace", "service", "edi"]);

const ON_STRUCTURES: ReadonlySet<KindName> = new Set([...BY_STRUCTURE, "raccordement", "rattachement"]);

/** A structure's address takes its espaces and raccordements with it, as they are recorded together. */
const isBelow = (target: string, { address, subject }: Resource): boolean =>
  address === target || subject === (target as Address) || address.startsWith(target.endsWith("/") ? target : `${target}/`);
