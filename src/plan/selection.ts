import type { Address } from "../model/address.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { Resource } from "../model/resource.ts";

/** The part of a configuration that a run is about. */
export interface Selection {
  readonly environment?: EnvironmentName;
  /** A client's code: only what is his. */
  readonly client?: string;
  /** Addresses; one that ends in `/` or names a subject takes everything below it. */
  readonly targets?: readonly string[];
}

export const selects = (selection: Selection | undefined, resource: Resource): boolean => {
  if (selection === undefined) return true;
  if (selection.environment !== undefined && selection.environment !== resource.environment) return false;
  if (selection.client !== undefined && selection.client !== resource.client) return false;
  return selection.targets === undefined || selection.targets.some((target) => isBelow(target, resource));
};

/** A structure's address takes its espaces and raccordements with it, as they are recorded together. */
const isBelow = (target: string, { address, subject }: Resource): boolean =>
  address === target || subject === (target as Address) || address.startsWith(target.endsWith("/") ? target : `${target}/`);
