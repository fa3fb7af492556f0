import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { isRecord } from "../model/is-record.ts";
import type { ConfigurationFile } from "./configuration-file.ts";
import type { ChorusConfiguration } from "./configuration.gen.ts";
import { emptyMap } from "./empty-map.ts";
import { showPath, valueAt, type Path } from "./path.ts";
import { placeOf } from "./yaml-place.ts";

export interface Merged {
  readonly configuration: ChorusConfiguration;
  readonly diagnostics: readonly Diagnostic[];
}

/** One document from several: maps are merged, and anything else may be given in one file only. */
export const mergeConfigurations = async (files: readonly ConfigurationFile[]): Promise<Merged> => {
  const [first, ...others] = files;
  if (first === undefined) return { configuration: { version: 1 }, diagnostics: [] };
  if (others.length === 0) return { configuration: first.content, diagnostics: [] };
  const conflicts: Promise<Diagnostic>[] = [];
  const configuration = copy(first.content);
  const owned = new WeakSet<object>();
  for (const [index, file] of others.entries()) {
    merge(owned, configuration, copy(file.content), [], (path) => {
      conflicts.push(conflict(files.slice(0, index + 1), file, path));
    });
  }
  const diagnostics = await Promise.all(conflicts);
  return { configuration: configuration as unknown as ChorusConfiguration, diagnostics };
};

/** The file that writes a path, or the deepest part of it. */
export const fileWriting = (files: readonly ConfigurationFile[], path: Path): ConfigurationFile | undefined => {
  if (files.length <= 1) return files[0];
  for (let length = path.length; length > 0; length--) {
    const file = files.find(({ parsed }) => valueAt(parsed.data, path.slice(0, length)) !== undefined);
    if (file !== undefined) return file;
  }
  return files[0];
};

/** Each file has its own version and includes; `x-` keys are their file's. */
const copy = (content: object): Record<string, unknown> =>
  Object.assign(
    emptyMap(),
    Object.fromEntries(Object.entries(content).filter(([key]) => key !== "include" && !key.startsWith("x-"))),
  );

/** Maps of a file are left as they are: one is copied when something is first added to it, and `owned` from then on. */
const merge = (
  owned: WeakSet<object>,
  into: Record<string, unknown>,
  from: Readonly<Record<string, unknown>>,
  path: Path,
  onConflict: (path: Path) => void,
): void => {
  for (const [key, value] of Object.entries(from)) {
    const here = into[key];
    if (here === undefined || (path.length === 0 && key === "version")) into[key] = value;
    else if (isRecord(here) && isRecord(value)) {
      const own = owned.has(here) ? here : Object.assign(emptyMap(), here);
      owned.add(own);
      into[key] = own;
      merge(owned, own, value, [...path, key], onConflict);
    } else onConflict([...path, key]);
  }
};

const conflict = async (before: readonly ConfigurationFile[], { parsed }: ConfigurationFile, path: Path): Promise<Diagnostic> => {
  const other = fileWriting(before, path);
  const place = other === undefined ? undefined : placeOf(await other.parsed.nodes(), path, "key");
  const args = { key: showPath(path), file: place?.file ?? "", line: place?.line ?? 0 };
  return diagnostic("CHR-MERGE-CONFLICT", "error", args, placeOf(await parsed.nodes(), path, "key"));
};
