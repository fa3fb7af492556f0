import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic, sortDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Files } from "../ports/ports.ts";
import type { Scenario } from "../simulator/scenario.ts";
import type { YamlNodes } from "./parse-full-yaml.ts";
import { parseYaml } from "./parse-yaml.ts";
import { pointerPath, showPath } from "./path.ts";
import { readText } from "./read-text.ts";
import type { SchemaError } from "./validators/scenario.gen.js";
import { placeOf } from "./yaml-place.ts";

/** A scenario of the simulator from YAML. Throws `ChorusError` with every place that does not fit its schema. */
export const readScenario = async (file: string, files: Pick<Files, "read" | "stat">): Promise<Scenario> => {
  const read = await readText(files, { file, limitMb: 64, missing: "CHR-SCENARIO-NOT-FOUND", legacy: false });
  if (read.source === undefined) throw new ChorusError([read.diagnostic]);
  const { parsed, diagnostics } = await parseYaml(read.source);
  if (parsed === undefined) throw new ChorusError(diagnostics);
  const { validate } = await import("./validators/scenario.gen.js");
  // Words become numbers and booleans where the schema wants them, in place.
  if (validate(parsed.data)) return parsed.data as Scenario;
  const nodes = await parsed.nodes();
  throw new ChorusError(distinct((validate.errors ?? []).map((error) => describe(nodes, error))));
};

const describe = (nodes: YamlNodes, { instancePath, keyword, params }: SchemaError): Diagnostic => {
  const path = pointerPath(instancePath);
  const unknown = params["additionalProperty"];
  const missing = params["missingProperty"];
  if (typeof unknown === "string") {
    const where = placeOf(nodes, [...path, unknown], "key");
    return diagnostic("CHR-SCENARIO-FORM", "error", { problem: "unknown-key", key: unknown }, where);
  }
  if (keyword === "required" && typeof missing === "string") {
    return diagnostic("CHR-SCENARIO-FORM", "error", { problem: "missing-key", key: missing }, placeOf(nodes, path, "key"));
  }
  return diagnostic("CHR-SCENARIO-FORM", "error", { problem: "value", key: showPath(path) }, placeOf(nodes, path, "value"));
};

/** A schema says one thing in several ways; a person needs it once. */
const distinct = (found: readonly Diagnostic[]): readonly Diagnostic[] =>
  sortDiagnostics([...new Map(found.map((one) => [JSON.stringify([one.arguments, one.where?.line, one.where?.column]), one])).values()]);
