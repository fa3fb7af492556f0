import type { Application, CompteTechnique, Contact, Desired, Gestionnaire, Raccordement, Structure } from "../../model/desired.ts";
import type { EnvironmentName } from "../../model/environment.ts";

/**
 * What the kinds on one structure take from a configuration, beside its {@link Frame}: the structure, what is on it, and
 * what these name. Enough to declare every resource on it exactly as the whole configuration does.
 */
export interface Piece {
  readonly environment: EnvironmentName;
  /** The structure that it is about. */
  readonly name: string;
  /** It, and where it leaves the one that replaces it. */
  readonly structures: Placed<Structure>;
  readonly raccordements: Placed<Raccordement>;
  /** Of what each covers, only the structures above; without those of the frame. */
  readonly comptesTechniques: Placed<CompteTechnique>;
  /** By the names of accounts of the frame, the structures above that they cover. */
  readonly covered: readonly (readonly [account: string, couvre: readonly string[]])[];
  /** These three without those of the frame. */
  readonly applications: Placed<Application>;
  readonly contacts: Placed<Contact>;
  readonly gestionnaires: Placed<Gestionnaire>;
}

/** A configuration without what grows with its structures. */
export interface Frame {
  /** Its maps of names are empty. */
  readonly desired: Desired;
  readonly contacts: Placed<Contact>;
  readonly gestionnaires: Placed<Gestionnaire>;
  readonly environments: readonly FrameEnvironment[];
}

export interface FrameEnvironment {
  readonly environment: EnvironmentName;
  readonly applications: Placed<Application>;
  /** Those that cover many, and the operator's own, through which structures are looked up. What they cover is with the pieces. */
  readonly comptesTechniques: Placed<CompteTechnique>;
}

/** Named things, each with its place among all of them: some of what follows keeps their order. */
export type Placed<T> = readonly (readonly [place: number, name: string, value: T])[];
