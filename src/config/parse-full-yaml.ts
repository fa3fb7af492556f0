import type { Document, ParsedNode } from "yaml";
import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { isTooDeep, MAX_DEPTH } from "./yaml-depth.ts";
import type { SourceText } from "./source-text.ts";
import { toData, type Yaml, type YamlData } from "./yaml-data.ts";

/** A document's nodes, each of which knows where it stands. */
export interface YamlNodes extends Pick<YamlData, "yaml" | "root" | "targets"> {
  readonly source: SourceText;
}

export interface FullYaml {
  /** Absent where the text is no YAML that anything can be said about. */
  readonly document?: { readonly data: unknown; readonly nodes: YamlNodes };
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * All of YAML, with places and with everything that is wrong. The token tree is measured before it is composed, because
 * composing recurses.
 */
export const parseFullYaml = async (source: SourceText): Promise<FullYaml> => {
  const yaml = await import("yaml");
  const tokens = [...new yaml.Parser().parse(source.text)];
  if (isTooDeep(tokens)) {
    return { diagnostics: [diagnostic("CHR-YAML-DEPTH", "error", { limit: MAX_DEPTH }, source.at(0))] };
  }
  const composer = new yaml.Composer({ schema: "failsafe", uniqueKeys: false });
  const documents = [...composer.compose(tokens, true, source.text.length)];
  const [document, second] = documents;
  const diagnostics = [...syntax(yaml, source, documents), ...several(source, second)];
  if (document === undefined || diagnostics.some(({ severity }) => severity === "error")) return { diagnostics };
  const { data, reliable, root, targets, diagnostics: found } = toData(yaml, document.contents, source);
  diagnostics.push(...found);
  if (data === undefined || isBlank(data)) {
    if (diagnostics.length === 0) {
      diagnostics.push(diagnostic("CHR-CONFIG-EMPTY-FILE", "error", { file: source.file }, source.at(0)));
    }
    return { diagnostics };
  }
  return reliable ? { document: { data, nodes: { yaml, root, targets, source } }, diagnostics } : { diagnostics };
};

const isBlank = (data: unknown): boolean => typeof data === "string" && data.trim() === "";

/** Every tab, and the first of the other errors: those after it are its consequences. */
const syntax = (yaml: Yaml, source: SourceText, documents: readonly Document<ParsedNode>[]): Diagnostic[] => {
  const found: Diagnostic[] = [];
  let isFollowed = false;
  for (const { code, pos } of documents.flatMap(({ errors }) => errors)) {
    if (code === "MULTIPLE_DOCS") continue;
    const open = code === "MISSING_CHAR" ? openQuote(yaml, documents, pos[0]) : undefined;
    const where = open === undefined ? source.at(pos[0], pos[1]) : source.at(open, open + 1);
    if (code === "TAB_AS_INDENT") found.push(diagnostic("CHR-YAML-TAB", "error", {}, where));
    else if (!isFollowed) found.push(diagnostic("CHR-YAML-SYNTAX", "error", { problem: code }, where));
    isFollowed = true;
  }
  for (const { code, pos } of documents.flatMap(({ warnings }) => warnings)) {
    found.push(diagnostic("CHR-YAML-SYNTAX", "warning", { problem: code }, source.at(pos[0], pos[1])));
  }
  return found;
};

/** An open quote is noticed where the text ends: what helps is where it begins. */
const openQuote = (yaml: Yaml, documents: readonly Document<ParsedNode>[], end: number): number | undefined => {
  let start: number | undefined;
  for (const document of documents) {
    yaml.visit(document, {
      Scalar: (_, { type, range }) => {
        const isQuoted = type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE";
        if (isQuoted && range !== null && range !== undefined && range[0] < end && end <= range[2]) start = range[0];
      },
    });
  }
  return start;
};

const several = (source: SourceText, second: Document<ParsedNode> | undefined): readonly Diagnostic[] => {
  if (second === undefined) return [];
  const start = source.text.lastIndexOf("---", second.range?.[0] ?? 0);
  return [diagnostic("CHR-YAML-DOCUMENTS", "error", {}, source.at(Math.max(start, 0), start + 3))];
};
