import type { Contact, Desired, Topology } from "../../model/desired.ts";
import type { EnvironmentName } from "../../model/environment.ts";
import type { IdentifierType } from "../../model/identifier.ts";
import type * as Written from "../configuration.gen.ts";
import type { ClientRow } from "../csv/client-rows.ts";
import type { Note, Origin } from "../origin.ts";

/** A configuration as it was written: one document, and the clients of its list. */
export interface WrittenConfiguration {
  readonly configuration: Written.ChorusConfiguration;
  readonly clients: readonly ClientRow[];
  /** Where a client's cell is; only asked for when origins are recorded. */
  readonly cell: (row: ClientRow, column: string) => Origin;
}

/** What the parts of the expansion share. */
export interface Draft extends WrittenConfiguration {
  readonly topology: Topology;
  readonly people: People;
  readonly note: Note | undefined;
}

export interface People {
  readonly contacts: Named<Contact>;
  /** The name of a contact that is written in place. */
  readonly contactName: (reference: Written.ContactReference) => string;
  readonly gestionnaires: Desired["gestionnaires"];
  readonly comptesPiste: Desired["comptesPiste"];
  /** The one that is meant where none is named. */
  readonly contact?: string;
  readonly gestionnaire?: string;
  readonly comptePiste?: string;
}

/** A structure as it is written, wherever that is. */
export interface StructureSource {
  readonly name: string;
  readonly identifiant: string;
  readonly type?: IdentifierType;
  readonly client?: string;
  readonly settings: StructureSettings;
  /** Its row, where it is a client's of the list. */
  readonly row?: ClientRow;
  readonly origin: Origin;
}

export type StructureSettings = Partial<Exclude<Written.Structure, string>>;

/** One environment as it is written. */
export interface EnvironmentSource {
  readonly environment: EnvironmentName;
  readonly explicit: Written.Environment;
  /** By name, in the order of the files. */
  readonly structures: ReadonlyMap<string, StructureSource>;
}

export type Named<T> = Record<string, T>;

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A map by names that inherits nothing: `constructor` may be a name. */
export const named = <T>(): Named<T> => Object.create(null) as Named<T>;

/** The entry called `principal`, else the only one. */
export const principal = (entries: Readonly<Record<string, unknown>>, name = "principal"): string | undefined => {
  if (Object.hasOwn(entries, name)) return name;
  const names = Object.keys(entries);
  return names.length === 1 ? names[0] : undefined;
};

/** The name, or the first free one after it. */
export const freeName = (taken: Readonly<Record<string, unknown>>, name: string): string => {
  if (!Object.hasOwn(taken, name)) return name;
  let number = 2;
  while (Object.hasOwn(taken, `${name}-${number}`)) number++;
  return `${name}-${number}`;
};

/** A text as a name: what a name may not hold becomes a hyphen. */
export const asName = (text: string): string =>
  text.replaceAll(/[^\p{L}\p{N} ._@-]/gu, "-").replace(/^[^\p{L}\p{N}]+/u, "") || "sans-nom";
