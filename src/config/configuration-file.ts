import type { ChorusConfiguration } from "./configuration.gen.ts";
import type { ParsedYaml } from "./parse-yaml.ts";

/** One file of a configuration, read, parsed and checked. */
export interface ConfigurationFile {
  /** As it is shown, and as the ports take it. */
  readonly file: string;
  readonly parsed: ParsedYaml;
  readonly content: ChorusConfiguration;
}
