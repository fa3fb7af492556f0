import { schemaKeys, type SchemaKey } from "./schema-keys.ts";

/**
 * The keys that a person means: by the path as the schema has it (`structures.*.etat`), without its stars
 * (`structures.etat`), with names of their own (`structures.siege.etat`), or by the last name alone (`etat`), which may be
 * several. One of each that differs.
 */
export const findKeys = (word: string): readonly SchemaKey[] => {
  const all = schemaKeys();
  const asked = word.replaceAll(/\[(\w*|\*)\]/g, ".*").split(".").filter((part) => part !== "");
  if (asked.length === 0) return [];
  for (const fits of asked.length === 1 ? [...WAYS, byLastName] : WAYS) {
    const found = all.filter(({ path }) => fits(path, asked));
    if (found.length > 0) return distinct(found);
  }
  return [];
};

/** The same key at other places: of the same name, and the same to the schema. Both environments are one place. */
export const sameKeys = (key: SchemaKey): readonly string[] => {
  const own = shownPath(key.path);
  const same = schemaKeys().filter(({ path, node }) => node === key.node && path.at(-1) === key.path.at(-1));
  return [...new Set(same.map(({ path }) => shownPath(path)))].filter((path) => path !== own);
};

/** `environments.production.structures` and `environments.qualification.structures` are `environments.*.structures`. */
export const shownPath = ([first = "", second, ...rest]: readonly string[]): string =>
  [first, ...(second === undefined ? [] : [first === "environments" && rest.length > 0 ? STAR : second]), ...rest].join(".");

type Fits = (path: readonly string[], asked: readonly string[]) => boolean;

const literally: Fits = (path, asked) => path.length === asked.length && path.every((part, at) => part === asked[at]);

const withoutStars: Fits = (path, asked) => path.at(-1) !== STAR && literally(path.filter((part) => part !== STAR), asked.filter((part) => part !== STAR));

const withNames: Fits = (path, asked) => path.length === asked.length && path.every((part, at) => isOne(part, asked[at] ?? ""));

const isOne = (part: string, word: string): boolean => part === STAR || word === STAR || part === word || (part.endsWith(STAR) && word.startsWith(part.slice(0, -1)));

const byLastName: Fits = (path, [word]) => path.at(-1) === word;

const STAR = "*";

const WAYS: readonly Fits[] = [literally, withoutStars, withNames];

const distinct = (keys: readonly SchemaKey[]): readonly SchemaKey[] => keys.filter(({ node }, index) => keys.findIndex((key) => key.node === node) === index);
