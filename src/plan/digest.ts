import { hash } from "node:crypto";

/**
 * A short, stable fingerprint of a value: the same whatever the order of its keys. 16 hex digits of SHA-256, made of the
 * bytes: a slice of all 64 digits would keep them all, for each resource.
 */
export const digestOf = (value: unknown): string => hash("sha256", canonical(value), "buffer").toString("hex", 0, 8);

/** JSON with sorted keys and no undefined members. Written piece by piece: a plan digests every resource. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const record = value as Readonly<Record<string, unknown>>;
  let text = "";
  for (const key of Object.keys(record).toSorted()) {
    if (record[key] === undefined) continue;
    text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${canonical(record[key])}`;
  }
  return `{${text}}`;
};
