/** Where a value is in a document: keys and, as text, positions in lists. */
export type Path = readonly string[];

/** `structures.siege.identifiant`, for messages. */
export const showPath = (path: Path): string => path.join(".");

/** The path that a JSON pointer names. */
export const pointerPath = (pointer: string): Path =>
  pointer === ""
    ? []
    : pointer
        .slice(1)
        .split("/")
        .map((part) => (part.includes("~") ? part.replaceAll("~1", "/").replaceAll("~0", "~") : part));

/** The value at a path, or undefined. Never one that an object inherits. */
export const valueAt = (data: unknown, path: Path): unknown => {
  let value = data;
  for (const key of path) {
    if (value === null || typeof value !== "object" || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
};
