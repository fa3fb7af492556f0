import type { Address } from "../../model/address.ts";
import type { Moved } from "../../model/desired.ts";
import { renaming } from "../../model/renaming.ts";

/** Names as they are now, so that two configurations that only call something otherwise compare as the same. */
export interface SameNames {
  address(old: Address): Address;
  /** What something was called before. */
  before(now: string): string;
  /** A value with every text in it that is an old name, for comparison alone: a text that merely looks like one changes too. */
  value(old: unknown): unknown;
}

export const sameNames = (moved: readonly Moved[]): SameNames => {
  const newName = renaming(moved);
  if (newName === undefined) return { address: (old) => old, before: (now) => now, value: (old) => old };
  const names = new Map(moved.map(({ from, to }) => [from, to]));
  const oldNames = new Map(moved.map(({ from, to }) => [to, from]));
  const value = (old: unknown): unknown => {
    // A step's values put names together.
    if (typeof old === "string") return old.split(", ").map((part) => names.get(part) ?? newName(part as Address)).join(", ");
    if (Array.isArray(old)) return old.map(value);
    if (typeof old !== "object" || old === null) return old;
    return Object.fromEntries(Object.entries(old).map(([key, inner]) => [key, value(inner)]));
  };
  return { address: newName, before: (now) => oldNames.get(now) ?? now, value };
};
