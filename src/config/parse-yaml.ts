import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { parseFullYaml, type YamlNodes } from "./parse-full-yaml.ts";
import { readPlainYaml } from "./read-plain-yaml.ts";
import type { SourceText } from "./source-text.ts";

export interface ParsedYaml {
  readonly source: SourceText;
  /** Every scalar is its source text: zeros stay, `yes` is a word. */
  readonly data: unknown;
  /** For places. Of a document in the plain style they are made when first asked for: they cost more than all the rest. */
  readonly nodes: () => Promise<YamlNodes>;
}

export interface YamlResult {
  /** Absent where the text is no YAML that anything can be said about. */
  readonly parsed?: ParsedYaml;
  readonly diagnostics: readonly Diagnostic[];
}

/** YAML as data. What is in the plain style is read quickly, and anything else in full: the result is the same. */
export const parseYaml = async (source: SourceText): Promise<YamlResult> => {
  const data = readPlainYaml(source.text);
  if (data !== undefined) {
    let nodes: Promise<YamlNodes> | undefined;
    return { parsed: { source, data, nodes: () => (nodes ??= nodesOf(source)) }, diagnostics: [] };
  }
  const { document, diagnostics } = await parseFullYaml(source);
  if (document === undefined) return { diagnostics };
  return { parsed: { source, data: document.data, nodes: () => Promise.resolve(document.nodes) }, diagnostics };
};

const nodesOf = async (source: SourceText): Promise<YamlNodes> => {
  const { document } = await parseFullYaml(source);
  if (document === undefined) throw new Error(`${source.file} was read in the plain style and is none`);
  return document.nodes;
};
