import { createHash } from "node:crypto";

/** A short, stable fingerprint of a value: the same whatever the order of its keys. 16 hex digits of SHA-256. */
export const digestOf = (value: unknown): string =>
  createHash("sha256").update(canonical(value)).digest("hex").slice(0, 16);

/** JSON with sorted keys and no undefined members. */
export const canonical = (value: unknown): string => JSON.stringify(value, sortKeys);

const sortKeys = (_key: string, value: unknown): unknown => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
};
