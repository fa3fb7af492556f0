import { emptyMap } from "../empty-map.ts";
import { isRecord } from "../../model/is-record.ts";
import type { Path } from "../path.ts";

/** Data with a value at a path, and what is missing of the path; what was there stays as it is. */
export const withAdded = (data: unknown, [key, ...rest]: Path, value: unknown): unknown => {
  if (key === undefined) return value;
  const here = isRecord(data) ? data : {};
  return Object.assign(emptyMap(), here, { [key]: withAdded(Object.hasOwn(here, key) ? here[key] : undefined, rest, value) });
};
