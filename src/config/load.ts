import type { Desired } from "../model/desired.ts";
import { diagnostic, hasErrors, sortDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { defined } from "../model/defined.ts";
import { isRecord } from "../model/is-record.ts";
import type { ConfigurationFile } from "./configuration-file.ts";
import type { ChorusConfiguration } from "./configuration.gen.ts";
import { readClients, type Clients } from "./csv/clients.ts";
import { expand } from "./expand/expand.ts";
import type { WrittenConfiguration } from "./expand/draft.ts";
import { locator, type Locate } from "./locate.ts";
import { fileWriting, mergeConfigurations } from "./merge.ts";
import { recorder, type Origins, type Recorder } from "./origin.ts";
import { besides, folderOf, relativeTo } from "./paths.ts";
import { isOutside, readConfiguration, type ConfigurationSource } from "./read-configuration.ts";
import type { FindPlace } from "./read-text.ts";
import { checkRules, type RuleInput } from "./rules/rules.ts";
import { placeOf } from "./yaml-place.ts";

export interface LoadRequest {
  readonly files: ConfigurationSource;
  /** Path of the configuration, shown in diagnostics as it is given. */
  readonly entry: string;
  /** Where what is wrong stands; of warnings that are only counted nothing asks, and places cost more than all the rest. */
  readonly places?: Places;
  /** Called once all is read, before it is expanded and judged: with many structures that takes a while. */
  readonly onRead?: (read: ReadConfiguration) => void;
}

/** What is known before a configuration is expanded. */
export interface ReadConfiguration {
  /** Written in it or listed, in all environments. */
  readonly structures: number;
  readonly language: "fr" | "en" | undefined;
}

export type Places = "of-all" | "of-errors";

export interface Loaded {
  /** Absent where errors make it meaningless. */
  readonly desired?: Desired;
  readonly diagnostics: readonly Diagnostic[];
  /** The language that the configuration asks for, known even where the rest of it is wrong. */
  readonly language?: "fr" | "en";
  /** The configuration's folder: that of its entry. */
  readonly folder: string;
  readonly entry: string;
  /** Every file that was read, the entry first. */
  readonly files: readonly string[];
  /** Where each value of the full form came from; made when first asked for. */
  readonly origins: () => Promise<Origins>;
  /** Finds where a value of the full form is written, or what it follows from; made when first asked for. */
  readonly locator: () => Promise<Locate>;
}

/**
 * A configuration: read, parsed, checked, merged, with its clients, expanded, and judged by the rules. Whatever is
 * wrong with it is in the diagnostics, all of it, in order of place; nothing is thrown.
 */
export const loadConfiguration = async ({ files, entry, places = "of-all", onRead }: LoadRequest): Promise<Loaded> => {
  const read = await readConfiguration(files, entry);
  const merged = await mergeConfigurations(read.files);
  const folder = folderOf(entry);
  const clients = await loadClients(files, folder, read.files, merged.configuration);
  onRead?.({ structures: countStructures(merged.configuration) + clients.rows.length, language: merged.configuration.language });
  const structural = [...read.diagnostics, ...merged.diagnostics];
  const isUsable = read.files.length > 0;
  const isSound = isUsable && !hasErrors(structural) && !hasErrors(clients.diagnostics);

  const written = writtenConfiguration(read.files, merged.configuration, clients);
  let recorded: Pick<Recorder, "at"> | undefined;
  const recording = (): Pick<Recorder, "at"> => (recorded ??= recordOrigins(written));
  const locating = (): Promise<Locate> => locator({ files: read.files, clients, origins: recording });
  const desired = isUsable ? expand(written) : undefined;
  const rules = desired === undefined ? [] : await judge({ desired, written, isSound }, places, locating);
  const { language } = merged.configuration;
  const diagnostics = sortDiagnostics([...structural, ...clients.diagnostics, ...rules]);
  return defined({
    desired: isSound ? desired : undefined,
    diagnostics,
    language,
    folder,
    entry,
    files: [...read.names, ...(clients.file === "" ? [] : [clients.file])],
    origins: async () => {
      const locate = await locating();
      return { at: recording().at, place: (path) => locate(path, "key") };
    },
    locator: locating,
  });
};

/** What is wrong with it may be anything: it is not checked yet. */
const countStructures = ({ structures, qualification, environments }: ChorusConfiguration): number =>
  [structures, qualification, ...Object.values(environments ?? {}).map((environment) => environment?.structures)].reduce<number>(
    (sum, some) => sum + (isRecord(some) ? Object.keys(some).length : 0),
    0,
  );

/** Most often nothing is wrong: places are looked for where there is something to tell. */
const judge = async (
  input: Omit<RuleInput, "locate">,
  places: Places,
  locating: () => Promise<Locate>,
): Promise<readonly Diagnostic[]> => {
  const found = checkRules({ ...input, locate: () => undefined });
  return found.length === 0 || (places === "of-errors" && !hasErrors(found)) ? found : checkRules({ ...input, locate: await locating() });
};

/** Runs the expansion again, this time noting: it is pure, so the result is the same. */
const recordOrigins = (written: WrittenConfiguration): Pick<Recorder, "at"> => {
  const record = recorder();
  expand(written, record.note);
  return record;
};

const loadClients = async (
  files: LoadRequest["files"],
  folder: string,
  configurations: readonly ConfigurationFile[],
  { clients }: ChorusConfiguration,
): Promise<Clients> => {
  const path = ["clients", "from"];
  const writer = clients?.from === undefined ? undefined : fileWriting(configurations, path);
  if (clients?.from === undefined || writer === undefined) return NO_CLIENTS;
  const where: FindPlace = async () => placeOf(await writer.parsed.nodes(), path, "value");
  const file = besides(writer.file, clients.from);
  if (!(await isOutside(files, folder, file))) return readClients(files, file, where);
  return { ...NO_CLIENTS, diagnostics: [diagnostic("CHR-INCLUDE-OUTSIDE", "error", { file, folder }, await where())] };
};

const NO_CLIENTS: Clients = { file: "", rows: [], diagnostics: [], at: () => undefined, lineOf: () => 1 };

const writtenConfiguration = (
  files: readonly ConfigurationFile[],
  configuration: ChorusConfiguration,
  clients: Clients,
): WrittenConfiguration => ({
  configuration: withGestionnaires(files, configuration),
  clients: clients.rows,
  cell: ({ row }, column) => ({ from: "csv", file: clients.file, row, line: clients.lineOf(row), column }),
});

/** The gestionnaires' file as seen from the configuration's folder, wherever it is named. */
const withGestionnaires = (files: readonly ConfigurationFile[], configuration: ChorusConfiguration): ChorusConfiguration => {
  const { clients } = configuration;
  const [entry] = files;
  const writer = fileWriting(files, ["clients", "gestionnaires"]);
  if (clients?.gestionnaires === undefined || writer === undefined || writer === entry || entry === undefined) return configuration;
  const gestionnaires = relativeTo(folderOf(entry.file), besides(writer.file, clients.gestionnaires));
  return { ...configuration, clients: { ...clients, gestionnaires } };
};
