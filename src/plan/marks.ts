import type { Address } from "../model/address.ts";
import type { PlannedResource } from "./plan-document.ts";

/** How one claim stands; of several, the one that asks for most. */
export type Mark = "toDo" | "due" | "unknown" | "accepted" | "stale" | "paused" | "attested" | "proven";

export interface MarkContext {
  /** Addresses with an open step. */
  readonly open: { has(address: Address): boolean };
  readonly offline: boolean;
}

export const markOf = ({ address, status, conditions }: PlannedResource, { open, offline }: MarkContext): Mark => {
  if (status === "to-do") return "toDo";
  if (status === "unknown") return "unknown";
  if (status === "accepted") return "accepted";
  if (status === "paused") return "paused";
  if (open.has(address)) return "due";
  // Offline everything rests on what was recorded: the first line says how old it is.
  if (!offline && conditions[0]?.stale !== undefined) return "stale";
  return conditions[0]?.proof === "attested" ? "attested" : "proven";
};

/** Of marks put together, the one that asks for most. */
export const worstOf = (marks: readonly Mark[]): Mark => MARKS.find((one) => marks.includes(one)) ?? "proven";

/** Those that ask for most first. */
export const MARKS: readonly Mark[] = ["toDo", "due", "unknown", "accepted", "stale", "paused", "attested", "proven"];
