import type { Address } from "../model/address.ts";
import { addTo } from "../model/group-by.ts";
import type { Resource } from "../model/resource.ts";

/** Everything that depends on some resources, directly or through others; not they themselves, unless one needs another. */
export const dependentsOf = (about: readonly Address[], resources: readonly Resource[]): ReadonlySet<Address> => {
  const needing = new Map<Address, Address[]>();
  for (const { address, dependsOn } of resources) for (const needed of dependsOn) addTo(needing, needed, address);
  const found = new Set<Address>();
  const open = [...about];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const address of needing.get(next) ?? []) {
      if (found.has(address)) continue;
      found.add(address);
      open.push(address);
    }
  }
  return found;
};
