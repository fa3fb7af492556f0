import type { Address } from "../../model/address.ts";
import type { Resource } from "../../model/resource.ts";
import { declaredFacts } from "./declared-facts.ts";
import { isWhere } from "./is-where.ts";
import type { Where } from "./where.ts";

/** The resources that a filter may let through, and those that these depend on or are proven through: nothing else is asked about. */
export const concernedBy = (where: Where | undefined, resources: readonly Resource[]): readonly Resource[] => {
  if (where === undefined) return resources;
  const byAddress = new Map(resources.map((resource) => [resource.address, resource]));
  const concerned = new Set<Address>();
  const queue = resources.filter((resource) => isWhere(where, declaredFacts(resource)) !== false).map(({ address }) => address);
  for (const address of queue) {
    if (concerned.has(address)) continue;
    concerned.add(address);
    const resource = byAddress.get(address);
    if (resource !== undefined) queue.push(...resource.dependsOn, ...resource.provenThrough);
  }
  return resources.filter(({ address }) => concerned.has(address));
};
