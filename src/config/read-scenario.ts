import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Files } from "../ports/ports.ts";
import type { Scenario } from "../simulator/scenario.ts";
import { parseYaml } from "./parse-yaml.ts";
import { pointerPath } from "./path.ts";
import { readText } from "./read-text.ts";
import { placeOf } from "./yaml-place.ts";

/** A scenario of the simulator from YAML. Throws `ChorusError` with every place that does not fit its schema. */
export const readScenario = async (file: string, files: Pick<Files, "read" | "stat">): Promise<Scenario> => {
  const read = await readText(files, { file, limitMb: 64, missing: "CHR-CONFIG-NOT-FOUND", legacy: false });
  if (read.source === undefined) throw new ChorusError([read.diagnostic]);
  const { parsed, diagnostics } = await parseYaml(read.source);
  if (parsed === undefined) throw new ChorusError(diagnostics);
  const { validate } = await import("./validators/scenario.gen.js");
  // Words become numbers and booleans where the schema wants them, in place.
  if (validate(parsed.data)) return parsed.data as Scenario;
  throw new ChorusError(
    (validate.errors ?? []).map(({ instancePath, message }) =>
      diagnostic(
        "CHR-SCENARIO-FORM",
        "error",
        { problem: `${instancePath} ${message ?? ""}`.trim() },
        placeOf(parsed, pointerPath(instancePath), "value"),
      ),
    ),
  );
};
