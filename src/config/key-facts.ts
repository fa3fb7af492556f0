import type { KeyFacts, KeyType } from "../model/explanation.ts";
import { isRecord } from "../model/is-record.ts";
import { sameKeys } from "./find-keys.ts";
import { typesAsRead, type SchemaKey } from "./schema-keys.ts";

/** What the schema tells of a key. It has no defaults: descriptions say what holds where a key is absent. */
export const keyFacts = (key: SchemaKey): KeyFacts & { readonly descriptions: readonly string[] } => {
  const { own, node, required } = key;
  const { type, enum: choices, const: only, pattern, properties, oneOf, examples } = node;
  const [example] = [own["examples"], examples].flatMap((given) => (Array.isArray(given) ? (given as readonly unknown[]) : []));
  return {
    descriptions: [...new Set([own["description"], node["description"]].filter((text): text is string => typeof text === "string"))],
    types: typesAsRead(type).filter((one): one is KeyType => typeof one === "string"),
    allowed: (Array.isArray(choices) ? choices : [only]).filter((one): one is string | number => typeof one === "string" || typeof one === "number"),
    required,
    keys: isRecord(properties) ? Object.keys(properties) : [],
    oneOf: Array.isArray(oneOf) ? oneOf.flatMap((one: unknown) => (isRecord(one) && Array.isArray(one["required"]) ? (one["required"] as readonly string[]) : [])) : [],
    ...(typeof pattern === "string" && pattern !== ANYTHING ? { pattern } : {}),
    ...(example === undefined ? {} : { example }),
    elsewhere: sameKeys(key),
  };
};

/** Any text that is not blank. */
const ANYTHING = String.raw`\S`;
