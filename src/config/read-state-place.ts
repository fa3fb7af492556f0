import { isRecord } from "../model/is-record.ts";
import type { StateLocation } from "../model/desired.ts";
import { checkSchema } from "./check-schema.ts";
import { parseYaml } from "./parse-yaml.ts";
import { sourceText } from "./source-text.ts";

/**
 * Where a state is to go, from a word on the command line: `file`, `postgres:VARIABLE` with the variable that holds its
 * URL, or the key `state` as the configuration writes it. Undefined where it is none of these.
 */
export const readStatePlace = async (text: string): Promise<StateLocation | "file" | undefined> => {
  if (text === "file") return "file";
  const variable = /^postgres:([A-Za-z_][A-Za-z0-9_]*)$/.exec(text)?.[1];
  if (variable !== undefined) return { postgres: { url: { env: variable } } };
  const { parsed } = await parseYaml(sourceText("--to", `version: 1\nstate: ${text}\n`));
  if (parsed === undefined) return undefined;
  const { diagnostics, data } = await checkSchema(parsed);
  const state = isRecord(data) ? data["state"] : undefined;
  return diagnostics.length === 0 && isRecord(state) ? (state as unknown as StateLocation) : undefined;
};
