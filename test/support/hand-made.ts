import { parseAddress } from "../../src/model/address.ts";
import type { Resource } from "../../src/model/resource.ts";

/** A resource of which nothing is told but its address, and what a test says beside it. */
export const resourceAt = (address: string, more: object = {}): Resource => {
  const parts = parseAddress(address);
  if (parts === undefined) throw new Error(`no address: ${address}`);
  const { environment, kind, names } = parts;
  return { address, environment, kind, names, subject: address, lifecycle: "active", dependsOn: [], provenThrough: [], spec: {}, ...more } as unknown as Resource;
};
