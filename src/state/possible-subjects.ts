import { address, KINDS, parseAddress, type Address } from "../model/address.ts";

/** On whose line a record may stand: its own, or one of the same environment that has a name of it. */
export const possibleSubjects = (of: Address): readonly Address[] => {
  const parts = parseAddress(of);
  if (parts === undefined) return [of];
  return [of, ...KINDS.flatMap((kind) => parts.names.map((name) => address(parts.environment, kind, name)))];
};
