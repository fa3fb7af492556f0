import type { Address } from "../model/address.ts";
import type { Structure } from "../model/desired.ts";
import type { EnvironmentName } from "../model/environment.ts";
import { toMs } from "../model/instant.ts";
import type { Lifecycle } from "../model/resource.ts";

/** A structure leaves on its date, not before; one without a date leaves now. */
export const lifecycleOf = (structure: Structure | undefined, nowMs: number): Lifecycle => {
  if (structure?.etat === "pause") return "paused";
  if (structure?.etat !== "sortant") return "active";
  return structure.date === undefined || toMs(structure.date) <= nowMs ? "leaving" : "active";
};

/**
 * What every resource on one structure, or of one application, shares. Spread at the end of a literal: before it, V8 gives
 * each of the members that follow a growing store, and a resource takes four times the memory.
 */
export interface CommonParts {
  readonly environment: EnvironmentName;
  readonly subject: Address;
  readonly lifecycle: Lifecycle;
  readonly client?: string;
}
