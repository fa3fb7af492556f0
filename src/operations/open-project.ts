import { resolve } from "node:path";
import type { Loaded, LoadRequest } from "../config/load.ts";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { hasErrors, sortDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Attestations } from "../model/attestation.ts";
import { defined } from "../model/defined.ts";
import type { Desired } from "../model/desired.ts";
import type { RequestJournal } from "../model/request.ts";
import type { Resource } from "../model/resource.ts";
import type { Ports } from "../ports/ports.ts";
import { readAttestations } from "../state/attestations-file.ts";
import { evidenceWarnings } from "../state/evidence-file.ts";
import { openStore, storeOptions, type StateOptions } from "./open-store.ts";
import type { StateCopy } from "../state/state-copy.ts";
import type { StateStore } from "../state/store.ts";
import { moveAttestations, moveRequests } from "../state/moves.ts";
import { readRequests } from "../state/requests-file.ts";
import { seeFiles } from "../state/configuration/seen-files.ts";
import { recallFew, rememberWhole, type FewStructures, type Recalled } from "./few-structures.ts";
import { validate } from "./validate.ts";
import { goneRecords, findVanished } from "../state/vanished.ts";
import type { State } from "../state/state.ts";
import type { Address } from "../model/address.ts";

/** A configuration that is sound, with what is kept beside it. */
export interface Project {
  readonly desired: Desired;
  /** How many there are; errors end the run. `chorus validate` shows them. */
  readonly warnings: number;
  /** Absolute. */
  readonly entry: string;
  /** Absolute: where the state, the attestations and the cache are. */
  readonly folder: string;
  readonly store: StateStore;
  /** As last written, under the names of today. */
  readonly state: State;
  readonly attestations: Attestations;
  /** What was read instead of the state that the configuration names. */
  readonly copy?: StateCopy | undefined;
  /** What was asked of people outside. */
  readonly requests: RequestJournal;
  /** Records of qualification whose subject is no longer declared: the next write drops them. */
  readonly gone: readonly Address[];
}

/** A project of which nothing can be recorded: it has no store. What only looks takes this. */
export type ReadableProject = Omit<Project, "store">;

export interface OpenOptions extends StateOptions {
  readonly entry: string;
  /** The part that the run is about: no more of the state need be read. Absent: all of it. */
  readonly about?: (desired: Desired) => readonly Resource[];
  readonly onRead?: LoadRequest["onRead"];
  /** The run is about these structures and asks nobody: then no more of the configuration need be at hand either. */
  readonly few?: FewStructures | undefined;
  /** Whether anything may leave this machine: then what is not trusted is an error. */
  readonly live: boolean;
}

/**
 * Reads the configuration and everything beside it. Throws `ChorusError` with all that is wrong: nothing is planned on
 * a configuration that means something else than what was written.
 */
export const openProject = async (ports: Ports, options: OpenOptions): Promise<Project> => {
  const { entry, trust, live, few, onRead } = options;
  const recalled = few === undefined ? undefined : await recallFew(ports, options, few);
  const remembered = recalled === undefined ? undefined : await openRecalled(ports, recalled, options);
  if (remembered !== undefined) return remembered;
  const watched = few === undefined || recalled !== undefined ? undefined : seeFiles(ports.files);
  const loaded = await validate(defined({ files: watched?.files ?? ports.files, entry, trust, live, places: "of-errors", onRead }));
  try {
    const project = await besides(ports, loaded, options);
    if (few !== undefined && watched !== undefined) await rememberWhole(ports, { loaded, seen: watched.seen, trust, copy: options.copy }, few);
    return project;
  } catch (error) {
    if (!(error instanceof ChorusError)) throw error;
    throw new ChorusError(error.diagnostics, { cause: error, language: loaded.language });
  }
};

/** Whatever is wrong is told of the whole configuration, and what is recorded of anything else is held against the whole. */
const openRecalled = async (ports: Ports, recalled: Recalled, options: OpenOptions): Promise<Project | undefined> => {
  try {
    const subjects = new Set(options.about?.(recalled.desired).map(({ subject }) => subject));
    const project = await withRecords(ports, { ...recalled, files: await readBesides(ports, recalled.folder) }, options);
    const isOfThese = [...project.state.records.keys()].every((of) => subjects.has(project.state.subjects.get(of) ?? of));
    return isOfThese ? project : undefined;
  } catch (error) {
    if (!(error instanceof ChorusError)) throw error;
    // Nobody waits twice for who does not answer.
    if (!error.diagnostics.some(({ code }) => code === "CHR-STATE-UNREACHABLE")) return undefined;
    throw new ChorusError(error.diagnostics, { cause: error, language: recalled.desired.language });
  }
};

/** The same configuration with what is kept beside it as it is now: somebody may work on it for an hour. */
export const readAgain = async (project: Project, { files }: Pick<Ports, "files">): Promise<Project> => {
  const { folder, desired, store } = project;
  const { attestations, diagnostics } = await readAttestations(folder, files);
  if (hasErrors(diagnostics)) throw new ChorusError(sortDiagnostics(diagnostics));
  return {
    ...project,
    state: await store.read(),
    attestations: moveAttestations(attestations, desired.moved),
    requests: moveRequests(await readRequests(folder, files, Number.POSITIVE_INFINITY), desired.moved),
  };
};

const besides = async (ports: Ports, loaded: Loaded, options: OpenOptions): Promise<Project> => {
  const folder = resolve(loaded.folder);
  const files = await readBesides(ports, folder);
  const { desired, diagnostics, entry } = loaded;
  if (desired === undefined || hasErrors(diagnostics)) throw new ChorusError(sortDiagnostics([...diagnostics, ...files.found]));
  return withRecords(ports, { desired, warnings: diagnostics.length, folder, entry: resolve(entry), files }, options);
};

/** People's words, with what is wrong with them. */
const readBesides = async ({ files }: Pick<Ports, "files">, folder: string) => {
  const read = await readAttestations(folder, files);
  return { attestations: read.attestations, found: [...read.diagnostics, ...(await evidenceWarnings(folder, read, files))] };
};

interface Sound extends Pick<Project, "desired" | "warnings" | "folder" | "entry"> {
  readonly files: Awaited<ReturnType<typeof readBesides>>;
}

const withRecords = async (ports: Ports, { desired, warnings, folder, entry, files }: Sound, options: OpenOptions): Promise<Project> => {
  const { found } = files;
  // Warnings on the configuration have no places here: they are for `chorus validate` to show.
  if (hasErrors(found)) throw new ChorusError(sortDiagnostics(found));
  const attestations = moveAttestations(files.attestations, desired.moved);
  const store = await openStore(desired.state, ports, storeOptions(ports.variables, folder, desired, options));
  const state = await store.read(options.about && new Set(options.about(desired).map(({ subject }) => subject)));
  const requests = moveRequests(await readRequests(folder, ports.files, ports.clock.now()), desired.moved);
  const vanished = findVanished(desired, state);
  if (vanished.length > 0) throw new ChorusError(sortDiagnostics([...found, ...vanished]));
  const gone = goneRecords(desired, state).map(({ address }) => address);
  return { desired, warnings: warnings + found.length, entry, folder, store, state, copy: options.copy, attestations, requests, gone };
};
