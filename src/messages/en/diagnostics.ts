import type { DiagnosticWords } from "../diagnostic-words.ts";
import { CSV } from "./diagnostics/csv.ts";
import { FILES } from "./diagnostics/files.ts";
import { IDENTIFIERS } from "./diagnostics/identifiers.ts";
import { LIFE } from "./diagnostics/life.ts";
import { PROOFS } from "./diagnostics/proofs.ts";
import { REFERENCES } from "./diagnostics/references.ts";
import { RUN } from "./diagnostics/run.ts";
import { SCHEMA } from "./diagnostics/schema.ts";
import { SECRETS } from "./diagnostics/secrets.ts";
import { STATE } from "./diagnostics/state.ts";
import { TOPOLOGY } from "./diagnostics/topology.ts";
import { YAML } from "./diagnostics/yaml.ts";

export const DIAGNOSTICS: DiagnosticWords = {
  ...FILES,
  ...YAML,
  ...SCHEMA,
  ...CSV,
  ...SECRETS,
  ...IDENTIFIERS,
  ...TOPOLOGY,
  ...REFERENCES,
  ...LIFE,
  ...RUN,
  ...STATE,
  ...PROOFS,
};
