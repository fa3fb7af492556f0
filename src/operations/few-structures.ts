import { join, resolve } from "node:path";
import type { Loaded } from "../config/load.ts";
import { folderOf } from "../config/paths.ts";
import { distinctNeeds, trustNeeds, ungranted, type TrustNeed } from "../config/trust.ts";
import { hasErrors } from "../diagnostics/diagnostic.ts";
import { frameOf } from "../kinds/pieces/frame-of.ts";
import { joinPieces } from "../kinds/pieces/join-pieces.ts";
import { piecesOf } from "../kinds/pieces/pieces-of.ts";
import type { NamedStructures } from "../kinds/within.ts";
import type { Desired } from "../model/desired.ts";
import { environmentsOf } from "../model/environments-of.ts";
import { withinOf } from "../plan/selection.ts";
import type { Trust } from "../piste/trust.ts";
import type { Files, Ports } from "../ports/ports.ts";
import { recallConfiguration, rememberConfiguration } from "../state/configuration/configuration-memory.ts";
import type { Seen } from "../state/configuration/seen-files.ts";
import { STATE_FILE } from "../state/file-store.ts";
import type { StateCopy } from "../state/state-copy.ts";
import { expandBraces } from "./selection.ts";

/** A run about a few structures of a configuration that may have a hundred thousand. */
export interface FewStructures {
  readonly structures: NamedStructures;
  /** Fingerprint of the program. */
  readonly build: string;
  /** Structures from which a configuration is worth remembering. */
  readonly least?: number;
}

/** Undefined where targets name something else than structures and what is on them, or many. */
export const fewStructuresOf = (targets: readonly string[] | undefined, build: string | undefined): FewStructures | undefined => {
  if (targets === undefined || build === undefined) return undefined;
  const { structures } = withinOf({ targets: targets.flatMap(expandBraces) });
  return structures === undefined || namesOf(structures).length > MOST_NAMES ? undefined : { structures, build };
};

interface Recalling {
  readonly entry: string;
  readonly trust: Trust;
  readonly copy?: StateCopy | undefined;
}

/** What a configuration that had no error wants of these structures, and how many warnings it has. */
export interface Recalled {
  readonly desired: Desired;
  readonly warnings: number;
  readonly folder: string;
  readonly entry: string;
}

/** Undefined where this machine remembers nothing that will do. Who is trusted is decided anew. */
export const recallFew = async ({ files }: Pick<Ports, "files">, { entry, trust, copy }: Recalling, { structures, build }: FewStructures): Promise<Recalled | undefined> => {
  const folder = resolve(folderOf(entry));
  const memory = await recallConfiguration({ folder, entry, build }, files);
  if (memory === undefined || !(await isReadInPart(memory.frame.desired, { folder, copy }, files))) return undefined;
  const pieces = await memory.pieces(namesOf(structures));
  if (pieces === undefined) return undefined;
  const untrusted = ungranted(memory.needs as readonly TrustNeed[], folderOf(entry), trust);
  return { desired: joinPieces(memory.frame, pieces), warnings: memory.warnings + untrusted.length, folder, entry: resolve(entry) };
};

interface Whole {
  readonly loaded: Loaded;
  readonly seen: readonly Seen[];
  readonly trust: Trust;
  readonly copy?: StateCopy | undefined;
}

/** Keeps a configuration that was read in full, without an error, where the next such run gains from it. */
export const rememberWhole = async ({ files }: Pick<Ports, "files">, { loaded, seen, trust, copy }: Whole, { build, least = LEAST }: FewStructures): Promise<void> => {
  const { desired } = loaded;
  const folder = resolve(loaded.folder);
  if (desired === undefined || hasErrors(loaded.diagnostics) || sizeOf(desired) < least) return;
  if (!(await isReadInPart(desired, { folder, copy }, files))) return;
  const needs = distinctNeeds(trustNeeds(desired));
  if (needs.length > MOST_NEEDS) return;
  const frame = frameOf(desired);
  // What this run's flags grant is nothing to remember.
  const warnings = loaded.diagnostics.length - ungranted(needs, loaded.folder, trust).length;
  await rememberConfiguration(folder, { build, seen, frame, warnings, needs }, piecesOf(desired, frame), files);
};

/** Where all of a state is read, all that it has is held against the whole configuration. */
const isReadInPart = async ({ state }: Desired, { folder, copy }: { readonly folder: string; readonly copy: StateCopy | undefined }, files: Pick<Files, "stat">): Promise<boolean> => {
  if (copy !== undefined) return copy === "none";
  if (state !== undefined) return state.postgres !== undefined;
  return (await files.stat(join(folder, STATE_FILE))) === undefined;
};

const sizeOf = (desired: Desired): number => environmentsOf(desired).reduce((sum, { wanted }) => sum + Object.keys(wanted.structures).length, 0);

const namesOf = (structures: NamedStructures) =>
  Object.entries(structures).flatMap(([environment, names]) => [...names].map((name) => ({ environment: environment as keyof NamedStructures, name })));

/** Below it, reading all of it takes no time that anybody notices. */
const LEAST = 2000;
const MOST_NAMES = 100;
const MOST_NEEDS = 1000;
