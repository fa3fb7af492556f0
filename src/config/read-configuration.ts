import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Files } from "../ports/ports.ts";
import { checkSchema } from "./check-schema.ts";
import type { ConfigurationFile } from "./configuration-file.ts";
import type { ChorusConfiguration } from "./configuration.gen.ts";
import { parseYaml, type ParsedYaml } from "./parse-yaml.ts";
import { folderOf, isWithin, namedFrom } from "./paths.ts";
import { readText, type FindPlace } from "./read-text.ts";
import { placeOf } from "./yaml-place.ts";

export interface ConfigurationFiles {
  /** The entry first, then what it includes, in order. Files that cannot be used are absent. */
  readonly files: readonly ConfigurationFile[];
  /** All that were looked at. */
  readonly names: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Where a configuration is read. Without `realPath` there are no links, as in a revision of Git. */
export type ConfigurationSource = Pick<Files, "read" | "stat" | "glob"> & Partial<Pick<Files, "realPath">>;

/** The entry and everything it includes: each file read once, below the entry's folder. */
export const readConfiguration = async (files: ConfigurationSource, entry: string): Promise<ConfigurationFiles> => {
  const folder = folderOf(entry);
  const found: ConfigurationFile[] = [];
  const names = new Set<string>();
  const diagnostics: Diagnostic[] = [];

  const visit = async (file: string, chain: readonly string[], where?: FindPlace): Promise<void> => {
    names.add(file);
    const read = await readText(files, { file, limitMb: LIMIT_MB, missing: "CHR-CONFIG-NOT-FOUND", where, legacy: false });
    if (read.source === undefined) return void diagnostics.push(read.diagnostic);
    const { parsed, diagnostics: syntax } = await parseYaml(read.source);
    diagnostics.push(...syntax);
    if (parsed === undefined) return;
    const checked = await checkSchema(parsed);
    diagnostics.push(...checked.diagnostics);
    if (checked.data === undefined) return;
    const content = checked.data as ChorusConfiguration;
    found.push({ file, parsed, content });
    for (const [index, pattern] of (content.include ?? []).entries()) {
      const where: FindPlace = async () => placeOf(await parsed.nodes(), ["include", String(index)], "value");
      await include(pattern, parsed, where, [...chain, file]);
    }
  };

  const include = async (
    pattern: string,
    { source }: ParsedYaml,
    where: FindPlace,
    chain: readonly string[],
  ): Promise<void> => {
    const matches = (await files.glob(folderOf(source.file), [pattern])).map((file) => namedFrom(folder, file));
    if (matches.length === 0) return void diagnostics.push(diagnostic("CHR-INCLUDE-NOTHING", "error", { pattern }, await where()));
    for (const file of matches) {
      const problem = await refusal(file, { files, pattern, folder, chain, where });
      if (problem !== undefined) diagnostics.push(problem);
      else if (!names.has(file)) await visit(file, chain, where);
    }
  };

  await visit(entry, []);
  return { files: found, names: [...names], diagnostics };
};

/** A link may lead out of the folder, and a merge request may bring one: what counts is where it leads. */
export const isOutside = async (files: ConfigurationSource, folder: string, file: string): Promise<boolean> => {
  if (!isWithin(folder, file)) return true;
  try {
    return files.realPath !== undefined && !isWithin(await files.realPath(folder), await files.realPath(file));
  } catch {
    // There is no such file: that is told where it is read.
    return false;
  }
};

interface Inclusion {
  readonly files: ConfigurationSource;
  readonly pattern: string;
  readonly folder: string;
  readonly chain: readonly string[];
  readonly where: FindPlace;
}

/** A wildcard may match the very file it stands in: that asks for nothing. */
const refusal = async (file: string, { files, pattern, folder, chain, where }: Inclusion): Promise<Diagnostic | undefined> => {
  if (await isOutside(files, folder, file)) return diagnostic("CHR-INCLUDE-OUTSIDE", "error", { file, folder }, await where());
  const isCycle = chain.includes(file) && !(file === chain.at(-1) && WILDCARD.test(pattern));
  if (isCycle) return diagnostic("CHR-INCLUDE-CYCLE", "error", { chain: [...chain.slice(chain.indexOf(file)), file] }, await where());
  if (chain.length > MAX_DEPTH) return diagnostic("CHR-INCLUDE-DEPTH", "error", { file, limit: MAX_DEPTH }, await where());
  return undefined;
};

const WILDCARD = /[*?[{]/;
const MAX_DEPTH = 10;

/** Above it, parsing takes more memory than machines that run checks have; lists of clients belong in CSV. */
const LIMIT_MB = 32;
