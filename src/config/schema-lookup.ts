import schema from "../../schemas/config.schema.json" with { type: "json" };
import { isRecord } from "../model/is-record.ts";
import { pointerPath, valueAt, type Path } from "./path.ts";

/** The keys that the schema knows at a path. */
export const keysAt = (path: Path): readonly string[] => {
  const { properties } = schemaAt(path);
  return isRecord(properties) ? Object.keys(properties) : [];
};

/** An example of what is wanted at a path, as text. */
export const exampleAt = (path: Path): string | undefined => {
  const { examples } = schemaAt(path);
  const first: unknown = Array.isArray(examples) ? examples[0] : undefined;
  return typeof first === "string" ? first : undefined;
};

/** Whether a path is, or is in, what says where a secret is found. */
export const isSecretReference = (path: Path): boolean =>
  [path, path.slice(0, -1)].some((at) => schemaAt(at) === schema.definitions.secretReference);

export const isSecrets = (path: Path): boolean => schemaAt(path) === schema.definitions.secrets;

/** ajv's own schema paths are relative to the definition it compiled; so the schema is walked beside the document. */
const schemaAt = (path: Path): Readonly<Record<string, unknown>> => {
  let at: unknown = schema;
  for (const key of path) {
    if (!isRecord(at)) break;
    const named = isRecord(at["properties"]) ? valueAt(at["properties"], [key]) : undefined;
    at = resolve(named ?? at["items"] ?? at["additionalProperties"]);
  }
  return isRecord(at) ? at : {};
};

const resolve = (at: unknown): unknown => {
  const reference = isRecord(at) ? at["$ref"] : undefined;
  return typeof reference === "string" ? valueAt(schema, pointerPath(reference.slice(1))) : at;
};
