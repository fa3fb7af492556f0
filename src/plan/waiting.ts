import type { Address } from "../model/address.ts";
import type { Resource } from "../model/resource.ts";

/** What each resource rests on. */
export interface Neighbours {
  get(address: Address): Pick<Resource, "dependsOn" | "provenThrough"> | undefined;
}

export interface Standing {
  readonly resources: Neighbours;
  /** Addresses with an open step. */
  readonly open: { has(address: Address): boolean };
  /** Addresses of which nothing is known and for which nobody is sent. */
  readonly unknown: { has(address: Address): boolean };
}

/**
 * The addresses with open steps that stand between a resource and what could be known of it: the nearest ones, reached
 * through what proves it and what it depends on. Beyond what is in order nothing stands in the way.
 */
export const nearestOpen = (resource: Resource, { resources, open, unknown }: Standing): readonly Address[] => {
  const found = new Set<Address>();
  const seen = new Set<Address>([resource.address]);
  const queue: Address[] = [...resource.provenThrough, ...resource.dependsOn];
  for (const next of queue) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (open.has(next)) {
      found.add(next);
      continue;
    }
    const through = unknown.has(next) ? resources.get(next) : undefined;
    if (through !== undefined) queue.push(...through.provenThrough, ...through.dependsOn);
  }
  return [...found];
};
