import { isDeepStrictEqual } from "node:util";
import type { ClientHeader } from "../config/csv/header-names.ts";
import { readTable } from "../config/csv/table.ts";
import { encodedText } from "../config/edit/encoded-text.ts";
import { insertPairs, type Addition, type Insertion } from "../config/edit/insert-pairs.ts";
import { insertRow } from "../config/edit/insert-row.ts";
import { fileWriting, mergeConfigurations } from "../config/merge.ts";
import { parseYaml } from "../config/parse-yaml.ts";
import { valueAt, type Path } from "../config/path.ts";
import { besides } from "../config/paths.ts";
import { readConfiguration } from "../config/read-configuration.ts";
import { sourceText } from "../config/source-text.ts";
import { withAdded } from "../config/edit/with-added.ts";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic, hasErrors } from "../diagnostics/diagnostic.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { Trust } from "../piste/trust.ts";
import type { Files } from "../ports/ports.ts";
import { validate } from "./validate.ts";

export interface AddRequest {
  readonly entry: string;
  readonly trust: Trust;
}

/** A file as it is to be: all that it was, and what is added. */
export interface Edited {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly bytes: Uint8Array;
}

export interface AddedStructures {
  readonly environment: EnvironmentName;
  readonly structures: readonly Addition[];
}

/** Structures at the end of those of their environment, in the file that writes them. Nothing is written here. */
export const addStructures = async (files: Files, request: AddRequest, { environment, structures }: AddedStructures): Promise<Edited> => {
  await requireSound(files, request);
  const read = await readConfiguration(files, request.entry);
  const { configuration } = await mergeConfigurations(read.files);
  const full: Path = ["environments", environment, "structures"];
  const short: Path = [environment === "production" ? "structures" : "qualification"];
  const path = valueAt(configuration, short) === undefined && valueAt(configuration, full) !== undefined ? full : short;
  const writer = fileWriting(read.files, path);
  const refused = notHere(writer?.file ?? request.entry, path.join("."), structures.map(({ key, value }) => `${key}: ${value}`).join(", "));
  if (writer === undefined) throw refused;
  return edit(files, request, writer.file, refused, async (text) => {
    const { parsed } = await parseYaml(sourceText(writer.file, text));
    const insertion = parsed === undefined ? undefined : insertPairs(await parsed.nodes(), path, structures);
    if (parsed === undefined || insertion === undefined) return undefined;
    const isExact = async (after: string): Promise<boolean> => {
      let wanted = parsed.data;
      for (const { key, value } of structures) wanted = withAdded(wanted, [...path, key], valueAt(await dataOf(`a: ${value}`), ["a"]));
      // An alias elsewhere may lead to the same map: then more than was asked for would change.
      return isDeepStrictEqual(await dataOf(after), wanted);
    };
    return { insertion, isExact };
  });
};

/** A client at the end of the list that `clients.from` names. Nothing is written here. */
export const addClient = async (files: Files, request: AddRequest, cells: ReadonlyMap<ClientHeader, string>): Promise<Edited> => {
  await requireSound(files, request);
  const read = await readConfiguration(files, request.entry);
  const from = read.files.map(({ file, content }) => ({ file, from: content.clients?.from })).find((one) => one.from !== undefined);
  if (from?.from === undefined) throw new ChorusError([diagnostic("CHR-EDIT-NO-LIST", "error", {})]);
  const file = besides(from.file, from.from);
  const refused = notHere(file, [...cells.keys()].join(", "), [...cells.values()].join(";"));
  return edit(files, request, file, refused, async (text) => {
    const { table } = await readTable(sourceText(file, text));
    const insertion = table === undefined ? undefined : insertRow(text, table, cells);
    if (table === undefined || insertion === undefined) return undefined;
    const isExact = async (after: string): Promise<boolean> => {
      const { table: next } = await readTable(sourceText(file, after));
      return isDeepStrictEqual(next?.rows.slice(0, -1), table.rows);
    };
    return { insertion, isExact };
  });
};

const dataOf = async (text: string): Promise<unknown> => (await parseYaml(sourceText("", text))).parsed?.data;

/** Where something goes, and whether a text is the old one with it and nothing else. */
interface Place {
  readonly insertion: Insertion;
  readonly isExact: (after: string) => Promise<boolean>;
}

/** What is wrong already is told before anything is added to it. */
const requireSound = async (files: Files, { entry, trust }: AddRequest): Promise<void> => {
  const { diagnostics, language } = await validate({ files, entry, trust });
  if (hasErrors(diagnostics)) throw new ChorusError(diagnostics, { language });
};

const edit = async (
  files: Files,
  { entry, trust }: AddRequest,
  file: string,
  refused: ChorusError,
  find: (text: string) => Promise<Place | undefined>,
): Promise<Edited> => {
  const encoded = encodedText(await files.read(file));
  const place = encoded === undefined ? undefined : await find(encoded.text);
  const bytes = place === undefined ? undefined : encoded?.insert(place.insertion.at, place.insertion.text);
  if (encoded === undefined || place === undefined || bytes === undefined) throw refused;
  // What the rules say of it comes first: a name that is there already is told as what it is.
  const { diagnostics, language } = await validate({ files: withBytes(files, file, bytes), entry, trust });
  if (hasErrors(diagnostics)) throw new ChorusError(diagnostics.filter(({ severity }) => severity === "error"), { language });
  const after = inserted(encoded.text, place.insertion);
  if (!(await place.isExact(after))) throw refused;
  return { file, before: encoded.text, after, bytes };
};

const inserted = (text: string, { at, text: put }: Insertion): string => text.slice(0, at) + put + text.slice(at);

/** The files with one of them as it is to be. */
const withBytes = (files: Files, file: string, bytes: Uint8Array): Files => ({
  ...files,
  read: async (path) => (path === file ? bytes : files.read(path)),
  stat: async (path) => {
    const found = await files.stat(path);
    return path === file && found !== undefined ? { ...found, size: bytes.length } : found;
  },
});

const notHere = (file: string, key: string, line: string): ChorusError => new ChorusError([diagnostic("CHR-EDIT-PLACE", "error", { file, key, line })]);
