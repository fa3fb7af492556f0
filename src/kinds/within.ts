import type { KindName } from "../model/address.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { Resource } from "../model/resource.ts";

/** The part of a configuration that is to be declared: of a hundred thousand structures a run is often about one. */
export interface Within {
  readonly keeps?: (resource: Resource) => boolean;
  /** What is kept is of these kinds. Absent: of any. */
  readonly kinds?: ReadonlySet<KindName>;
  /** What is kept is on these structures. Absent: on any, or on none. */
  readonly structures?: NamedStructures;
}

export type NamedStructures = Readonly<Partial<Record<EnvironmentName, ReadonlySet<string>>>>;

export const isAmong = (names: NamedStructures | undefined, environment: EnvironmentName, name: string): boolean =>
  names === undefined || names[environment]?.has(name) === true;
