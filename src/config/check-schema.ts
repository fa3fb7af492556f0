import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { isRecord } from "../model/is-record.ts";
import type { ParsedYaml } from "./parse-yaml.ts";
import { pointerPath, valueAt, type Path } from "./path.ts";
import type { SchemaError, Validator } from "./validators/config.gen.js";

export interface Checked {
  readonly diagnostics: readonly Diagnostic[];
  /** What is left when everything wrong is taken away, so that the rest can be judged in the same run. */
  readonly data: unknown;
}

/**
 * A file against the schema. Words become numbers and booleans where the schema wants them, in place. Every error is
 * one diagnostic with a place.
 */
export const checkSchema = async (parsed: ParsedYaml): Promise<Checked> => {
  const { validate } = await import("./validators/config.gen.js");
  const { data } = parsed;
  const errors = run(validate, data);
  if (errors.length === 0) return { diagnostics: [], data };
  const { describeSchemaErrors } = await import("./schema-diagnostics.ts");
  const diagnostics = describeSchemaErrors(data, await parsed.nodes(), errors);
  return { diagnostics, data: isRecord(data) ? prune(validate, data, errors) : undefined };
};

const run = (validate: Validator, data: unknown): readonly SchemaError[] => {
  validate(data);
  return validate.errors ?? [];
};

/** Taking one thing away may leave something incomplete: so again, a few times. */
const prune = (validate: Validator, data: unknown, errors: readonly SchemaError[]): unknown => {
  let left = errors;
  for (let round = 0; round < MAX_ROUNDS && left.length > 0; round++) {
    for (const path of doomed(left)) remove(data, path);
    left = run(validate, data);
  }
  return left.length === 0 ? data : undefined;
};

const doomed = (errors: readonly SchemaError[]): readonly Path[] =>
  errors.flatMap((error) => {
    const path = pointerPath(error.instancePath);
    if (error.keyword === "additionalProperties") return [[...path, String(error.params["additionalProperty"])]];
    if (error.keyword === "propertyNames") return [[...path, String(error.params["propertyName"])]];
    return error.propertyName === undefined && path.length > 0 ? [path] : [];
  });

/** In lists a gap is left, so that positions stay true; gaps are closed by what reads lists. */
const remove = (data: unknown, path: Path): void => {
  const parent = valueAt(data, path.slice(0, -1));
  const key = path.at(-1);
  if (key === undefined || parent === null || typeof parent !== "object") return;
  if (Array.isArray(parent)) parent.splice(0, parent.length, ...parent.filter((_, index) => String(index) !== key));
  else Reflect.deleteProperty(parent, key);
};

const MAX_ROUNDS = 8;
