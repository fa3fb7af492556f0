import { ENVIRONMENTS } from "../model/environment.ts";
import { diagnostic, type Diagnostic, type Location } from "../diagnostics/diagnostic.ts";
import type { CodeArguments, Shape } from "../diagnostics/codes.ts";
import { defined } from "../model/defined.ts";
import { isRecord } from "../model/is-record.ts";
import { closest } from "./closest.ts";
import type { YamlNodes } from "./parse-full-yaml.ts";
import { pointerPath, showPath, valueAt, type Path } from "./path.ts";
import { exampleAt, isSecretReference, isSecrets, keysAt } from "./schema-lookup.ts";
import { typesAsRead } from "./schema-keys.ts";
import { isSecretKey } from "./secret-words.ts";
import type { SchemaError } from "./validators/config.gen.js";
import { extentOf, placeOf, type On } from "./yaml-place.ts";

/** What ajv found, in the user's words and places. One cause gives one diagnostic. */
export const describeSchemaErrors = (data: unknown, nodes: YamlNodes, errors: readonly SchemaError[]): readonly Diagnostic[] => {
  const document = { data, nodes };
  hideUnread(document, errors);
  const told = new Set<string>();
  const misshapen = new Set(errors.flatMap(({ keyword, instancePath }) => (keyword === "type" ? [instancePath] : [])));
  return errors.flatMap((error) => {
    if (error.keyword !== "type" && misshapen.has(error.instancePath)) return [];
    const found = describe(document, error);
    const key = `${error.instancePath}\u0000${found?.code ?? ""}\u0000${JSON.stringify(found?.arguments)}`;
    if (found === undefined || told.has(key)) return [];
    told.add(key);
    return [found];
  });
};

/**
 * What stands under a key that nobody reads, or in place of a secret's reference, may be the secret itself: hidden in
 * every line that is shown, before any is.
 */
const hideUnread = ({ data, nodes }: DataAndNodes, errors: readonly SchemaError[]): void => {
  for (const error of errors) {
    const path = pointerPath(error.instancePath);
    if (error.keyword === "additionalProperties") hideAt(nodes, [...path, String(error.params["additionalProperty"])]);
    else if ((isSecretReference(path) || isSecrets(path)) && !isRecord(valueAt(data, path))) hideAt(nodes, path);
  }
};

const hideAt = (nodes: YamlNodes, path: Path): void => {
  const extent = extentOf(nodes, path);
  if (extent !== undefined) nodes.source.hide(...extent);
};

const describe = ({ data, nodes }: DataAndNodes, error: SchemaError): Diagnostic | undefined => {
  const path = pointerPath(error.instancePath);
  if (error.propertyName !== undefined || error.schemaPath.includes("/oneOf/")) return undefined;
  const context: Context = { data, nodes, error, path, value: valueAt(data, path) };
  if (error.keyword === "additionalProperties") return unknownKey(context);
  if (error.keyword === "propertyNames") return badName(context);
  if (error.keyword === "required") return missingKey(context);
  if (error.keyword === "oneOf") return secretSource(context);
  return badValue(context);
};

interface DataAndNodes {
  readonly data: unknown;
  readonly nodes: YamlNodes;
}

interface Context extends DataAndNodes {
  readonly error: SchemaError;
  readonly path: Path;
  readonly value: unknown;
}

const unknownKey = ({ data, nodes, error, path }: Context): Diagnostic => {
  const key = String(error.params["additionalProperty"]);
  const full = [...path, key];
  const content = valueAt(data, full);
  if (isSecretKey(key) && typeof content === "string") return literalSecret(nodes, full);
  const where = placeOf(nodes, full, "key");
  if (path.length === 1 && path[0] === "environments") {
    return diagnostic("CHR-UNKNOWN-ENVIRONMENT", "error", { name: key, ...closest(key, ENVIRONMENTS) }, where);
  }
  return diagnostic("CHR-CONFIG-UNKNOWN-KEY", "error", { key, ...closest(key, keysAt(path)) }, where);
};

const badName = ({ nodes, error, path }: Context): Diagnostic => {
  const name = String(error.params["propertyName"]);
  return diagnostic("CHR-CONFIG-NAME", "error", { name }, placeOf(nodes, [...path, name], "key"));
};

const missingKey = ({ nodes, error, path }: Context): Diagnostic => {
  const key = String(error.params["missingProperty"]);
  return diagnostic("CHR-CONFIG-MISSING-KEY", "error", { key, of: showPath(path) }, placeOf(nodes, path, "key"));
};

const secretSource = ({ nodes, path, value }: Context): Diagnostic | undefined => {
  if (!isRecord(value)) return undefined;
  const count = ["env", "file", "command"].filter((key) => Object.hasOwn(value, key)).length;
  const where = placeOf(nodes, path, "key");
  return diagnostic("CHR-SECRET-SOURCE", "error", { key: showPath(path), count }, where);
};

const badValue = (context: Context): Diagnostic | undefined => {
  const { nodes, error, path, value } = context;
  const key = showPath(path);
  if (isWritten(value) && (isSecretReference(path) || isSecrets(path))) return literalSecret(nodes, path);
  const place = (on: On): Location => placeOf(nodes, path, on);
  if (isEmpty(value)) {
    if (path.length === 0) return diagnostic("CHR-CONFIG-EMPTY-FILE", "error", { file: nodes.source.file }, place("key"));
    return diagnostic("CHR-CONFIG-EMPTY", "error", { key }, place("key"));
  }
  if (error.keyword === "const") {
    return diagnostic("CHR-CONFIG-VERSION", "error", { version: shown(value) }, place("value"));
  }
  if (error.keyword === "type" && !isVersion(path)) return badType(context, place("value"));
  const allowed = error.params["allowedValues"];
  const choice = Array.isArray(allowed) ? { allowed: allowed.map(String), ...closest(shown(value), allowed.map(String)) } : {};
  const example = exampleAt(path);
  if (isVersion(path)) return diagnostic("CHR-CONFIG-VERSION", "error", { version: shown(value) }, place("value"));
  const args: CodeArguments["CHR-CONFIG-VALUE"] = defined({ key, value: shown(value), example, ...choice });
  return diagnostic("CHR-CONFIG-VALUE", "error", args, place("value"));
};

const isVersion = (path: Path): boolean => path.length === 1 && path[0] === "version";

const badType = ({ error, path, value }: Context, where: Location): Diagnostic => {
  const expected = typesAsRead(error.params["type"]).map((name) => SHAPES[String(name)] ?? "text");
  return diagnostic("CHR-CONFIG-TYPE", "error", { key: showPath(path), expected, actual: shapeOf(value) }, where);
};

/** Nothing of the value is told, and no source line shows it. */
const literalSecret = (nodes: YamlNodes, path: Path): Diagnostic => {
  hideAt(nodes, path);
  return diagnostic("CHR-SECRET-LITERAL", "error", { key: showPath(path) }, placeOf(nodes, path, "key"));
};

const isWritten = (value: unknown): boolean => ["string", "boolean", "number"].includes(typeof value) && value !== "";

const isEmpty = (value: unknown): boolean => typeof value === "string" && value.trim() === "";

const shown = (value: unknown): string => (typeof value === "string" ? value : (JSON.stringify(value) ?? ""));

const shapeOf = (value: unknown): Shape => {
  if (Array.isArray(value)) return "list";
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number") return "integer";
  return typeof value === "object" ? "map" : "text";
};

const SHAPES: Readonly<Record<string, Shape>> = {
  object: "map",
  array: "list",
  string: "text",
  boolean: "boolean",
  integer: "integer",
};
