import schema from "../../schemas/config.schema.json" with { type: "json" };
import { isRecord } from "../model/is-record.ts";
import { pointerPath, valueAt } from "./path.ts";

/** A key that the configuration may have, where `*` stands for a name or a place in a list. */
export interface SchemaKey {
  readonly path: readonly string[];
  /** As the schema writes it there. */
  readonly own: Node;
  /** What its `$ref` leads to, else the same. */
  readonly node: Node;
  readonly required: boolean;
}

export type Node = Readonly<Record<string, unknown>>;

/** The types that the schema names in one place. An editor takes digits for a number; what may be text is read as text. */
export const typesAsRead = (type: unknown): readonly unknown[] => {
  const named: readonly unknown[] = Array.isArray(type) ? type : [type];
  return named.includes("string") ? named.filter((one) => one !== "integer") : named;
};

/** Every key of the schema, in its order. */
export const schemaKeys = (): readonly SchemaKey[] => below(schema, []);

const below = (node: Node, path: readonly string[]): readonly SchemaKey[] =>
  childrenOf(node).flatMap(([name, own]) => {
    const at = [...path, name];
    const key = { path: at, own, node: resolve(own), required: isNamed(node["required"], name) };
    return [key, ...below(key.node, at)];
  });

const childrenOf = (node: Node): readonly (readonly [string, Node])[] => {
  const { properties, patternProperties, additionalProperties, items } = node;
  return [
    ...entriesOf(properties),
    // `^x-` is `x-*`.
    ...entriesOf(patternProperties).map(([pattern, own]) => [`${pattern.slice(1)}*`, own] as const),
    ...[additionalProperties, items].flatMap((own) => (isRecord(own) ? [["*", own] as const] : [])),
  ];
};

const entriesOf = (of: unknown): readonly (readonly [string, Node])[] =>
  isRecord(of) ? Object.entries(of).flatMap(([name, own]) => (isRecord(own) ? [[name, own] as const] : [])) : [];

const isNamed = (required: unknown, name: string): boolean => Array.isArray(required) && required.includes(name);

const resolve = (own: Node): Node => {
  const reference = own["$ref"];
  const found = typeof reference === "string" ? valueAt(schema, pointerPath(reference.slice(1))) : own;
  return isRecord(found) ? found : own;
};
