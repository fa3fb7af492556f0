import { address, parseAddress, type Address, type KindName } from "./address.ts";
import type { Moved } from "./desired.ts";

/** What an address is called under the names of today. */
export type NewName = (old: Address) => Address;

/** Undefined where no name changed. */
export const renaming = (moved: readonly Moved[] | undefined): NewName | undefined => {
  if (moved === undefined || moved.length === 0) return undefined;
  const names = new Map(moved.map(({ from, to }) => [from, to]));
  return (old) => {
    const parts = parseAddress(old);
    if (parts === undefined) return old;
    const own = parts.names.map((name, index) => (index > 0 && SECOND_IS_NO_NAME.has(parts.kind) ? name : (names.get(name) ?? name)));
    return address(parts.environment, parts.kind, ...own);
  };
};

/** After the first name comes an API, an espace or a service's code, which nobody renames. */
const SECOND_IS_NO_NAME: ReadonlySet<KindName> = new Set(["cgu", "subscription", "espace", "service"]);
